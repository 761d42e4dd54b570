// Scripts broken the way hands and machines break them: characters lost, doubled, swapped; lines moved; pieces of one
// script in another; and pieces of the language where they do not belong.

import { below, seedRandom } from '../../src/core/math/random.ts';

const PIECES = [
  '<<',
  '>>',
  '<<if ',
  '<<elseif',
  '<<else>>',
  '<<endif>>',
  '<<once>>',
  '<<endonce>>',
  '<<once if',
  '<<set $x = ',
  '<<set $x to',
  '<<declare $x = ',
  ' as Number',
  '<<enum E>>',
  '<<case A',
  '<<endenum>>',
  '<<jump ',
  '<<detour {',
  '<<return>>',
  '<<stop>>',
  '<<call f(',
  '->',
  '=>',
  '    ',
  '\t',
  '\r\n',
  '\n',
  '---',
  '===',
  'title: ',
  'when: once if ',
  'subtitle: A',
  '{',
  '}',
  '[',
  ']',
  '[/',
  '[select value={$x} 1=a /]',
  '#line:a',
  '#shadow:a',
  '#',
  '//',
  '///',
  '\\',
  '"',
  '$',
  '$x',
  '.A',
  'E.A',
  '(',
  ')',
  '((((((((',
  '!!!!!!!!',
  '- - - - ',
  '&&',
  '||',
  '^',
  ' is ',
  ' not ',
  ' and ',
  '==',
  '!=',
  '<=',
  '+=',
  '1',
  '1e9',
  '99999999999999999999',
  '0.1.2',
  'true',
  'visited("Start")',
  'format("{0:',
  '\u0000',
  '\ufeff',
  '\u2028',
  '🧶',
  'é',
  '\ud800',
  'ﷺ',
  ':',
  ',',
  '%',
] as const;

export type Dice = Int32Array;

export function diceOf(seed: number): Dice {
  const dice = new Int32Array(4);
  seedRandom(dice, 0, seed);
  return dice;
}

export function mangle(texts: readonly string[], dice: Dice): string {
  const pick = (n: number): number => below(dice, 0, n);
  let text = texts[pick(texts.length)];
  // A short stretch of a long script is as good, and fifty thousand of them are read in a minute.
  if (text.length > 1500) {
    const from = pick(text.length - 1000);
    text = (pick(2) === 0 ? 'title: Start\n---\n' : '') + text.slice(from, from + 200 + pick(800));
  }
  for (let k = 1 + pick(6); k > 0; k--) {
    const at = pick(text.length + 1);
    const upTo = Math.min(text.length, at + 1 + pick(12));
    switch (pick(8)) {
      case 0:
        text = text.slice(0, at) + text.slice(upTo);
        break;
      case 1:
        text = text.slice(0, upTo) + text.slice(at);
        break;
      case 2: {
        const other = texts[pick(texts.length)];
        const from = pick(other.length);
        text = text.slice(0, at) + other.slice(from, from + pick(80)) + text.slice(at);
        break;
      }
      case 3: {
        const lines = text.split('\n');
        const [moved] = lines.splice(pick(lines.length), 1);
        lines.splice(pick(lines.length + 1), 0, moved);
        text = lines.join('\n');
        break;
      }
      case 4:
        text = text.slice(0, at) + String.fromCharCode(pick(0x180)) + text.slice(at);
        break;
      case 5:
        text = text.slice(0, at) + PIECES[pick(PIECES.length)].repeat(1 + pick(40)) + text.slice(at);
        break;
      default:
        text = text.slice(0, at) + PIECES[pick(PIECES.length)] + text.slice(at);
    }
  }
  return text;
}
