// The contact sheet: every picture in rows, the same place at every size side by side.

export interface Shot {
  readonly name: string;
  readonly size: string;
  readonly file: string;
  readonly clipped: readonly string[];
}

export function sheetOf(shots: readonly Shot[]): string {
  const names = [...new Set(shots.map((one) => one.name))];
  const rows = names.map((name) => {
    const pictures = shots
      .filter((one) => one.name === name)
      .map(
        ({ size, file, clipped }) =>
          `<figure${clipped.length > 0 ? ' class="bad"' : ''}><a href="${encodeURI(file)}"><img loading="lazy" src="${encodeURI(file)}" alt=""></a>` +
          `<figcaption>${size}${clipped.length > 0 ? `: ${escaped(clipped.join('; '))}` : ''}</figcaption></figure>`,
      );
    return `<section><h2>${escaped(name)}</h2><div>${pictures.join('')}</div></section>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Syntony: every screen</title><style>
body{font:15px system-ui;margin:1rem;background:#333;color:#eee}h2{font-size:1rem;margin:.8rem 0 .2rem}
div{display:flex;flex-wrap:wrap;gap:.6rem;align-items:start}figure{margin:0}img{height:230px;width:auto;display:block}
figcaption{font-size:.8rem;max-width:24rem}.bad img{outline:3px solid #f66}</style>${rows.join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}
