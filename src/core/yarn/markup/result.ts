// What is found in a marked-up line, and what can be asked of it.

type PropertyType = 'Integer' | 'Float' | 'Bool' | 'String';

export interface Property {
  readonly name: string;
  readonly type: PropertyType;
  readonly value: number | boolean | string;
}

/** A marker and the stretch of text it is about, in UTF-16 units. A replacer may move those inside its own. */
export interface Attribute {
  readonly name: string;
  position: number;
  length: number;
  /** Where the marker opens in what was parsed. */
  readonly sourcePosition: number;
  readonly properties: readonly Property[];
}

export interface MarkupError {
  readonly message: string;
  /** 0-based, in what was parsed. */
  readonly column: number;
}

export interface Marked {
  readonly text: string;
  /** In the order in which their markers open. */
  readonly attributes: readonly Attribute[];
}

export interface MarkupResult extends Marked {
  /** With one, the text is what was parsed, and there are no attributes. */
  readonly errors: readonly MarkupError[];
}

export function attributeNamed({ attributes }: Marked, name: string): Attribute | undefined {
  return attributes.find((one) => one.name === name);
}

/** By any case of its name: upstream asks for `ONE` where writers wrote `one`. */
export function propertyNamed({ properties }: Attribute, name: string): Property | undefined {
  const wanted = name.toLowerCase();
  return properties.find((one) => one.name.toLowerCase() === wanted);
}

/** `True` and `False` as in lines. */
export function printed({ value }: Property): string {
  return value === true ? 'True' : value === false ? 'False' : String(value);
}

export function textUnder({ text }: Marked, { position, length }: Attribute): string {
  return text.slice(position, position + length);
}

/** Without the text under one attribute. What lay wholly inside is gone with it, and the attribute itself. */
export function deleteRange({ text, attributes }: Marked, gone: Attribute): Marked {
  const from = gone.position;
  const to = from + gone.length;
  const kept: Attribute[] = [];
  for (const one of attributes) {
    if (one === gone) continue;
    const end = one.position + one.length;
    const start = one.position < to ? Math.min(one.position, from) : one.position - gone.length;
    const left = one.length - Math.max(0, Math.min(end, to) - Math.max(one.position, from));
    const inside = one.position > from && one.position < to && end <= to;
    const emptied = one.length > 0 && left === 0;
    if (gone.length === 0) kept.push(one);
    else if (!inside && !emptied) kept.push({ ...one, position: start, length: left });
  }
  return { text: text.slice(0, from) + text.slice(to), attributes: kept };
}
