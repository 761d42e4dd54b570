// A generated project of so many lines, in the part of the language that yarn-bound itself reads, so that both can play it:
// people who talk, options with words under them, conditions, counters, values in the text.

import { below, seedRandom } from '../../core/math/random.ts';
import type { Source } from '../../core/yarn/compile.ts';

const LINES_A_NODE = 50;
const NODES_A_FILE = 20;
const PEOPLE = ['Abara', 'Sand', 'Lotte', 'Pim', 'Oduya', 'Ferro'];
const WORDS =
  'the chair by the window squeaks again and nobody has moved it since the tram was late on Monday so we count steps to the door'.split(
    ' ',
  );

export interface Script {
  readonly lines: number;
  readonly sources: readonly Source[];
  readonly nodes: readonly string[];
}

/** The counters live in the first node: yarn-bound wants its declarations at the left edge. */
export function generate(lines: number, seed = 1): Script {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed);
  const pick = (below_: number): number => below(dice, 0, below_);
  const counters = Math.max(8, Math.floor(lines / 400));
  const nodes: string[] = [];
  const sources: Source[] = [];
  let written = 0;
  let id = 0;
  let text: string[] = [];
  const line = (indent: string, words: string): void => {
    text.push(`${indent}${words} #line:g${(id++).toString(36)}`);
    written++;
  };
  const say = (): string => {
    const said = Array.from({ length: 6 + pick(8) }, () => WORDS[pick(WORDS.length)]).join(' ');
    const value = pick(6) === 0 ? ` {$n${pick(counters)}}` : '';
    return `${PEOPLE[pick(PEOPLE.length)]}: ${said}${value}`;
  };
  const bare = (words: string): void => {
    text.push(words);
    written++;
  };
  while (written < lines) {
    const title = `Node_${nodes.length}`;
    nodes.push(title);
    bare(`title: ${title}`);
    bare('---');
    if (nodes.length === 1) for (let k = 0; k < counters; k++) bare(`<<declare $n${k} = 0>>`);
    const ends = written + LINES_A_NODE - 3;
    while (written < ends) {
      const n = `$n${pick(counters)}`;
      switch (pick(8)) {
        case 0:
          line('', '-> ' + say().split(': ')[1]);
          line('    ', say());
          line('    ', say());
          line('', '-> ' + say().split(': ')[1]);
          line('    ', say());
          break;
        case 1:
          bare(`<<set ${n} = ${n} + 1>>`);
          break;
        case 2:
          bare(`<<if ${n} > ${pick(4)}>>`);
          line('', say());
          bare('<<else>>');
          line('', say());
          bare('<<endif>>');
          break;
        case 3:
          bare(`<<stage place_${pick(20)}>>`);
          break;
        default:
          line('', say());
      }
    }
    line('', say());
    bare('===');
    if (nodes.length % NODES_A_FILE === 0) flush();
  }
  flush();
  return { lines: written, sources, nodes };

  function flush(): void {
    if (text.length > 0) sources.push({ file: `bench/${sources.length}.yarn`, text: `${text.join('\n')}\n` });
    text = [];
  }
}
