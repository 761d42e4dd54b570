// A choice whose options can all be shut, with nothing behind it: the scene would end without a word.

import type { Choice, Expression, Statement } from '../../../core/yarn/tree.ts';
import { bodiesOf, pageOf, written, type Page } from '../walk.ts';
import type { Found, Material } from './table.ts';

export function closedOptions({ opened: { scripts, project } }: Material): Found[] {
  const found: Found[] = [];
  for (const { file, text, tree } of scripts) {
    if (!project.asked.has(file)) continue;
    const page = pageOf(text);
    const look = (body: readonly Statement[], goesOn: boolean): void => {
      for (const [k, one] of body.entries()) {
        const hasMore = goesOn || k < body.length - 1;
        if (one.kind === 'options' && !hasMore && canAllBeShut(one.options, page)) {
          const range = one.options[0].text.range;
          const message = 'all of these options can be shut at once, and then the scene ends here without a word';
          found.push({ file, range, message, suggestion: 'an option without a condition, or a line after them' });
        }
        for (const inside of bodiesOf(one)) look(inside, hasMore);
      }
    };
    for (const { body } of tree.nodes) look(body, false);
  }
  return found;
}

function canAllBeShut(options: readonly Choice[], page: Page): boolean {
  const seen = new Set<string>();
  for (const { text } of options) {
    const condition = text.condition;
    if (condition === null) return false;
    if (condition.once || condition.expression === null) continue;
    const said = plain(condition.expression, page);
    // one of `x` and `not x` is always open
    if (seen.has(opposite(said))) return false;
    seen.add(said);
  }
  return options.length > 0;
}

function plain(one: Expression, page: Page): string {
  if (one.kind === 'brackets') return plain(one.inner, page);
  if (one.kind === 'unary' && one.operator === 'not') return opposite(plain(one.operand, page));
  return written(page, one.range).replace(/\s+/g, ' ');
}

function opposite(said: string): string {
  return said.startsWith('not ') ? said.slice(4) : `not ${said}`;
}
