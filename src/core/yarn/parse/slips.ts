// Lines that read like a command that lost its chevrons, and what stands on one line with a command.

import type { Text } from '../tree.ts';
import type { Diagnostic } from '../diagnostics.ts';
import { reporter } from '../diagnostics.ts';
import { parseKeyword } from './command.ts';
import { makeCursor, span, type Cursor } from './cursor.ts';
import { keywordAt } from './keywords.ts';

/** To be called when the text was read and its line not yet left; `start` is where it began. */
export function warnOfSlips(c: Cursor, start: number, text: Text): void {
  if (c.commandLine === c.line) behindCommand(c, start);
  else likeCommand(c, start, text);
}

function behindCommand(c: Cursor, start: number): void {
  const said = c.text.slice(start, c.lineEnd).trim();
  const range = span(c, start, c.lineEnd);
  if (leading(said, '>') === said.length) {
    c.report('YS0064', range, `Command "<<${c.command}>>" has extra chevrons on the same line as it.`);
    return;
  }
  c.report(
    'YS0019',
    range,
    `Dialogue "${said}" content found following a command. Commands should be on their own line.`,
  );
}

function leading(text: string, sign: string): number {
  let count = 0;
  while (count < text.length && text[count] === sign) count++;
  return count;
}

function trailing(text: string, sign: string): number {
  let count = 0;
  while (count < text.length && text[text.length - 1 - count] === sign) count++;
  return count;
}

function likeCommand(c: Cursor, start: number, text: Text): void {
  const said = text.template;
  const end = start + text.raw.length;
  const before = leading(said, '<');
  const behind = before === said.length ? 0 : trailing(said, '>');
  if (before === 1 && behind === 1) {
    c.report(
      'YS0048',
      span(c, start, end),
      `Line ${text.raw} has single '<' and '>' wrapping it. Did you mean to make this a command?`,
    );
    return;
  }
  if (before <= 1 && behind === 2) {
    c.report('YS0021', span(c, end - 2, end), "Stray '>>' without matching '<<'. Did you forget to open the command?");
    return;
  }
  if (before + behind > 0) return;
  const word = ['set', 'declare', 'jump', 'detour'].find((one) => text.raw.startsWith(one));
  if (word === undefined || !isCommand(text.raw, word)) return;
  c.report(
    'YS0022',
    span(c, start, start + word.length),
    `'${word}' command must be enclosed in '<<' and '>>'. Did you mean '<<${word} ...'?`,
    `<<${text.raw}>>`,
  );
}

/** Whether the text would be that command, without a fault, if it stood in chevrons. */
function isCommand(raw: string, word: string): boolean {
  const found: Diagnostic[] = [];
  const trial = makeCursor(`<<${raw}>>`, reporter('', found));
  const keyword = keywordAt(trial);
  return keyword.word === word && parseKeyword(trial, keyword, []) !== null && found.length === 0;
}
