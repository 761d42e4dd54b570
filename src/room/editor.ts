// A place in a script, opened in the editor of whoever runs the dev server.

import type { About, Place } from '../core/story/dialogue.ts';

/** False when the server could not be asked. */
export async function openInEditor(path: string, line: number, column: number): Promise<boolean> {
  const answer = await fetch(`/__open-in-editor?file=${encodeURIComponent(`${path}:${line}:${column}`)}`).catch(
    () => null,
  );
  return answer?.ok === true;
}

export function openPlace({ folder }: About, { file, line, column }: Place): Promise<boolean> {
  const isWhole = file.startsWith('/') || /^[A-Za-z]:/.test(file);
  return openInEditor(isWhole ? file : `${folder}/${file}`, line, column);
}
