// A testplan as it is written: what a script is expected to show, step by step, and what is chosen.

import { STRATEGIES, type Strategy } from '../../core/story/story.ts';

export type Step = { readonly line: number } & (
  | { readonly kind: 'line'; readonly text: string | null }
  | { readonly kind: 'option'; readonly text: string; readonly open: boolean }
  | { readonly kind: 'select'; readonly option: number }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'stop' }
  | { readonly kind: 'set'; readonly variable: string; readonly value: boolean | number }
  | { readonly kind: 'node'; readonly node: string }
  | { readonly kind: 'saliency'; readonly strategy: Strategy }
);
export type Run = readonly Step[];

/** The plan itself is wrong. Lines count from 1. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

interface Token {
  readonly text: string;
  readonly line: number;
}

const TOKEN = /\s+|#[^\n]*|---|`[^`]*`|\[\s*disabled\s*\]|[:=*]|(?:(?!---)[^\s#`:=*[\]])+|./gsu;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const [token] of text.replace(/^\uFEFF/, '').matchAll(TOKEN)) {
    if (/^[^\s#]/u.test(token)) tokens.push({ text: token, line });
    line += token.split('\n').length - 1;
  }
  return tokens;
}

export function parsePlan(text: string): Run[] {
  const tokens = tokensOf(text);
  const runs: Step[][] = [[]];
  let at = 0;

  const wrong = (wanted: string): never => {
    const { text: found, line } = tokens[at] ?? { text: 'the end', line: tokens.at(-1)?.line ?? 1 };
    throw new PlanError(`expected ${wanted}, found ${found}`, line);
  };
  const take = (wanted: RegExp, what: string): string => {
    if (at >= tokens.length || !wanted.test(tokens[at].text)) return wrong(what);
    return tokens[at++].text;
  };
  const quoted = (): string => take(/^`[^`]*`$/, 'a text between back-quotes').slice(1, -1);
  const word = (what: string): string => take(/^[\p{L}\p{N}_.$-]+$/u, what);

  function step(): Step {
    const { line } = tokens[at];
    const keyword = word('a step');
    if (keyword === 'stop') return { kind: 'stop', line };
    if (!/^(line|option|select|command|set|node|saliency)$/.test(keyword)) {
      at -= 1;
      return wrong('a step (line, option, select, command, stop, set, node, saliency)');
    }
    take(/^:$/, `“:” after ${keyword}`);
    switch (keyword) {
      case 'line':
        if (tokens[at]?.text !== '*') return { kind: 'line', text: quoted(), line };
        at += 1;
        return { kind: 'line', text: null, line };
      case 'option': {
        const said = quoted();
        const open = !(tokens[at]?.text.startsWith('[') ?? false);
        if (!open) take(/disabled/, '[disabled]');
        return { kind: 'option', text: said, open, line };
      }
      case 'select':
        return { kind: 'select', option: Number(take(/^\d+$/, 'the number of an option')), line };
      case 'command':
        return { kind: 'command', text: quoted(), line };
      case 'set': {
        const variable = take(/^\$[\p{L}\p{N}_.]+$/u, 'a variable with its $');
        take(/^=$/, '“=”');
        const value = take(/^(true|false|\d+)$/, 'true, false or digits');
        return { kind: 'set', variable, value: /^\d/.test(value) ? Number(value) : value === 'true', line };
      }
      case 'node':
        return { kind: 'node', node: word('the name of a node'), line };
      default: {
        const name = take(/./s, 'a strategy');
        const strategy = STRATEGIES.find((one) => one === name);
        if (strategy === undefined)
          throw new PlanError(`there is no strategy “${name}” (${STRATEGIES.join(', ')})`, line);
        return { kind: 'saliency', strategy, line };
      }
    }
  }

  while (at < tokens.length) {
    if (tokens[at].text !== '---') runs[runs.length - 1].push(step());
    else if (runs[runs.length - 1].length === 0) wrong('a step');
    else {
      at += 1;
      runs.push([]);
    }
  }
  if (runs[runs.length - 1].length === 0) wrong('a step');
  return runs;
}
