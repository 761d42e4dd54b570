// When there is nothing to play: what is wrong, where, and a way on.

import { render } from 'preact';
import './base.css';

export interface Trouble {
  readonly title: string;
  readonly says: readonly string[];
  readonly table?: readonly { readonly file: string; readonly path: string; readonly reason: string }[];
  readonly wayOn?: { readonly words: string; readonly href: string };
}

export function showTrouble(root: HTMLElement, { title, says, table, wayOn }: Trouble): void {
  render(
    <div class="trouble" role="alert">
      <h1>Syntony</h1>
      <h2>{title}</h2>
      {says.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {table === undefined ? null : (
        <ul>
          {table.map(({ file, path, reason }) => (
            <li key={`${file} ${path} ${reason}`}>
              <code>{file}</code> <code>{path}</code> {reason}
            </li>
          ))}
        </ul>
      )}
      {wayOn === undefined ? null : (
        <p>
          <a href={wayOn.href}>{wayOn.words}</a>
        </p>
      )}
    </div>,
    root,
  );
}
