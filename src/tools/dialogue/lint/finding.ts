// What lint has to say about one place, and how a writer tells it that this one is meant.

import type { Range, Severity } from '../../../core/yarn/diagnostics.ts';
import type { Edit } from '../opened.ts';
import { lineAt, type Page } from '../walk.ts';

export interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly message: string;
  readonly suggestion?: string;
  /** What --fix does about it. */
  readonly fix?: Edit;
}

const SILENCE = /\/\/\s*lint-ignore\b\s*([\w\s,-]*)/;

/**
 * `#lint:rule` on the line itself, or `// lint-ignore rule, rule` at its end or on the line above; without a rule it is
 * all of them. What the compiler calls an error cannot be silenced.
 */
export function isSilenced({ rule, range, severity }: Finding, page: Page): boolean {
  if (severity === 'error') return false;
  const own = lineAt(page, range.start.line);
  const above = range.start.line > 0 ? lineAt(page, range.start.line - 1) : '';
  const comments = [own, ...(/^\s*\/\//.test(above) ? [above] : [])];
  const tags = [...own.matchAll(/(?:^|\s)#lint:([\w-]+)/g)].map(([, name]) => name);
  return tags.includes(rule) || comments.some((line) => names(line, rule));
}

function names(line: string, rule: string): boolean {
  const found = SILENCE.exec(line);
  if (found === null) return false;
  const rules = found[1].split(/[\s,]+/).filter((one) => one !== '');
  return rules.length === 0 || rules.includes(rule);
}
