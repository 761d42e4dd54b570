// Pages as they are written: html`<p>${name}</p>` escapes whatever is put into it, unless it was made by html itself.

export interface Markup {
  readonly markup: string;
}

type Given = Markup | string | number | null | false | readonly Given[];

export function html(parts: TemplateStringsArray, ...given: readonly Given[]): Markup {
  let markup = parts[0];
  given.forEach((one, i) => (markup += written(one) + parts[i + 1]));
  return { markup };
}

function written(one: Given): string {
  if (one === null || one === false) return '';
  if (typeof one === 'string') return escaped(one);
  if (typeof one === 'number') return String(one);
  return 'markup' in one ? one.markup : one.map(written).join('');
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');
}
