// A script in a test, compiled; what is wrong with it fails the test.
import { compile } from '../../src/core/yarn/compile.ts';
import type { Program } from '../../src/core/yarn/program.ts';

/** `body` is one node called Start, or whole nodes where it begins with a title. */
export function programOf(body: string): Program {
  const text = body.trimStart().startsWith('title:') ? body : `title: Start\n---\n${body}\n===\n`;
  const { program, diagnostics } = compile([{ file: 'test.yarn', text }]);
  if (program !== null) return program;
  throw new Error(
    diagnostics.map(({ code, message, range }) => `${range.start.line + 1}: ${code} ${message}`).join('\n'),
  );
}
