// levels/level.schema.json, written from the same description that checks a level file, so that an editor underlines what
// the check would refuse. What parts of a level say of each other (checkSense) no schema can say.

import { isNamed, isWhole, type Field } from '../../core/network/fields.ts';
import { LEVEL_SHAPE } from '../../core/network/level-shape.ts';
import type { Shape } from '../../core/network/shape.ts';

type Schema = Readonly<Record<string, unknown>>;

export function levelSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $comment: 'Written by `npm run levels -- schema` from src/core/network/level.ts; do not edit by hand.',
    title: 'Syntony level',
    ...schemaOf(LEVEL_SHAPE),
  };
}

/** As the file is stored. */
export function levelSchemaText(): string {
  return `${JSON.stringify(levelSchema(), null, 2)}\n`;
}

function schemaOf(shape: Shape): Schema {
  switch (shape.is) {
    case 'number':
      return numberSchema(shape.field);
    case 'text':
      return {
        description: shape.doc,
        type: 'string',
        maxLength: shape.most,
        pattern: '\\S',
        ...(shape.words === undefined ? {} : { not: { pattern: `(?:\\s+(?!\\s)\\S*){${shape.words}}` } }),
      };
    case 'flag':
      return { description: shape.doc, type: 'boolean' };
    case 'oneOf':
      return { description: shape.doc, type: 'string', enum: shape.names };
    case 'list':
      return {
        description: shape.doc,
        type: 'array',
        items: schemaOf(shape.of),
        minItems: shape.least,
        maxItems: shape.most,
      };
    case 'object':
      return { description: shape.doc, ...objectSchema(shape) };
    case 'kinds': {
      const names = Object.keys(shape.kinds);
      return {
        description: shape.doc,
        type: 'object',
        required: [shape.by],
        properties: { [shape.by]: { type: 'string', enum: names } },
        // told apart by one key, so that an editor explains the kind that was meant and not all of them
        allOf: names.map((name) => ({
          if: { required: [shape.by], properties: { [shape.by]: { const: name } } },
          // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
          then: { description: shape.kinds[name].doc, ...objectSchema(shape.kinds[name]) },
        })),
      };
    }
    case 'either':
      return { description: shape.doc, anyOf: shape.shapes.map(schemaOf) };
  }
}

function objectSchema(shape: Shape & { is: 'object' }): Schema {
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(shape.keys).map(([key, one]) => [key, schemaOf(one)])),
    required: shape.needs,
    additionalProperties: false,
  };
}

function numberSchema(field: Field): Schema {
  const number = {
    type: isWhole(field.unit) ? 'integer' : 'number',
    minimum: field.least,
    maximum: field.most,
  };
  const about = {
    description: `${field.doc} (${field.unit})`,
    ...(field.otherwise === undefined ? {} : { default: field.otherwise }),
  };
  return isNamed(field.unit) ? { ...about, anyOf: [{ type: 'string' }, number] } : { ...about, ...number };
}
