// The string table: every line, option and item under an id, written or made from its place.

import { hashOf, hashText } from '../../math/hash.ts';
import type { TableLine } from '../compile.ts';
import { parseMarkup } from '../markup.ts';
import type { LineId } from '../program.ts';
import type { Hashtag, NodeTree, Statement, Text } from '../tree.ts';
import { bodiesOf } from './project.ts';
import type { Place, Project } from './project.ts';

export interface Table {
  readonly strings: ReadonlyMap<LineId, TableLine>;
  readonly lineIds: ReadonlyMap<Text, LineId>;
}

/** One text where it stands. */
interface Found {
  readonly text: Text;
  readonly kind: TableLine['kind'];
  readonly place: Place;
  readonly node: string;
  readonly isLast: boolean;
  readonly id: Hashtag | null;
  readonly shadow: Hashtag | null;
}

const LINE = 'line:';
const SHADOW = 'shadow:';

export function makeTable(project: Project, names: ReadonlyMap<NodeTree, string>): Table {
  const found: Found[] = [];
  for (const place of project.places) {
    for (const node of place.tree.nodes) collect(node.body, place, names.get(node) ?? '', found);
  }
  const written = writtenIds(found);
  const strings = new Map<LineId, TableLine>();
  const lineIds = new Map<Text, LineId>();
  const counts = new Map<string, number>();
  for (const one of found) {
    const own = one.id?.text;
    const isOwn = own !== undefined && written.get(own) === one;
    const id = isOwn ? own : implicitId(one, counts, (taken) => written.has(taken) || strings.has(taken));
    const shadowOf = one.shadow === null ? null : LINE + one.shadow.text.slice(SHADOW.length);
    lineIds.set(one.text, id);
    strings.set(id, {
      id,
      text: shadowOf === null ? one.text.template : null,
      shadowOf,
      tags: [...one.text.tags.map((tag) => tag.text), ...(one.isLast ? ['lastline'] : [])],
      file: one.place.file,
      node: one.node,
      range: one.text.range,
      implicit: !isOwn,
      kind: one.kind,
    });
    if (one.shadow !== null) checkShadow(one, one.shadow, written);
    else checkMarkup(one);
  }
  return { strings, lineIds };
}

function collect(body: readonly Statement[], place: Place, node: string, found: Found[]): void {
  const see = (text: Text, kind: TableLine['kind'], isLast = false): void => {
    const { id, shadow } = idsOf(text, place);
    found.push({ text, kind, place, node, isLast, id, shadow });
  };
  body.forEach((statement, index) => {
    if (statement.kind === 'line') {
      see(statement.text, 'line', body[index + 1]?.kind === 'options');
    } else if (statement.kind === 'options' || statement.kind === 'group') {
      const isGroup = statement.kind === 'group';
      for (const choice of isGroup ? statement.items : statement.options) {
        see(choice.text, isGroup ? 'item' : 'option');
        collect(choice.body, place, node, found);
      }
    } else {
      for (const inner of bodiesOf(statement)) collect(inner, place, node, found);
    }
  });
}

/** The ids of a line, or neither when they contradict each other; that is reported here. */
function idsOf({ tags }: Text, place: Place): { id: Hashtag | null; shadow: Hashtag | null } {
  let id: Hashtag | null = null;
  let shadow: Hashtag | null = null;
  let count = 0;
  for (const tag of tags) {
    if (tag.text.startsWith(LINE)) id = tag;
    else if (tag.text.startsWith(SHADOW)) shadow = tag;
    else continue;
    count++;
  }
  if (count < 2) return { id, shadow };
  for (const { text, range } of tags) {
    if (!text.startsWith(LINE) && !text.startsWith(SHADOW)) continue;
    if (id && shadow) place.report('YS0017', range, "Lines cannot have both a '#line' tag and a '#shadow' tag.");
    else place.report('YS0062', range, "Dialogue has multiple '#line' or '#shadow' IDs.");
  }
  return { id: null, shadow: null };
}

/** Every id that was written, and by whom first; those written twice are reported. */
function writtenIds(found: readonly Found[]): Map<LineId, Found> {
  const written = new Map<LineId, Found>();
  const again = new Set<Found>();
  for (const one of found) {
    if (one.id === null) continue;
    const first = written.get(one.id.text);
    if (first) again.add(first).add(one);
    else written.set(one.id.text, one);
  }
  for (const { id, place } of again) if (id) place.report('YS0018', id.range, `Duplicate line ID '${id.text}'`);
  return written;
}

/**
 * The same for the same node and number within the node, so that an edit elsewhere changes no id. The number counts only
 * what has no id of its own. Names of nodes are unique in a project, so the file, whose path differs between machines, is
 * left out.
 */
function implicitId(one: Found, counts: Map<string, number>, isTaken: (id: LineId) => boolean): LineId {
  const count = counts.get(one.node) ?? 0;
  counts.set(one.node, count + 1);
  for (let again = 0; ; again++) {
    const id = LINE + hashText(hashOf([one.node, count, again])).slice(0, 12);
    if (!isTaken(id)) return id;
  }
}

function checkShadow(one: Found, tag: Hashtag, written: ReadonlyMap<LineId, Found>): void {
  const { place, text } = one;
  const id = LINE + tag.text.slice(SHADOW.length);
  const source = written.get(id);
  if (!source) {
    place.report('YS0042', tag.range, `Unknown line ID ${id} for shadow line`);
    return;
  }
  if (source.text.values.length > 0 || text.values.length > 0) {
    place.report('YS0043', text.range, 'Shadow lines must not have expressions');
  } else if (source.text.template !== text.template) {
    place.report('YS0044', text.range, 'Shadow lines must have the same text as their source', source.text.raw);
  }
}

function checkMarkup({ text, place }: Found): void {
  // No bracket, no markup. What stands in braces is not known yet, so no marker is carried out.
  if (!text.template.includes('[') && !text.template.includes(']')) return;
  const [first] = parseMarkup(text.template).errors;
  if (first) place.report('YS0063', text.range, `Dialogue has malformed or invalid markup. ${first.message}`);
}
