// The committed schema is what the generator writes, takes every level there is, and refuses what is wrong in shape.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkShape, type Problem } from '../../src/core/network/shape.ts';
import { LEVEL_SHAPE } from '../../src/core/network/level-shape.ts';
import { LEVELS, readLevels } from '../../src/tools/files.ts';
import { levelSchema, levelSchemaText } from '../../src/tools/levels/schema.ts';
import { levelCases } from '../support/level-cases.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(levelSchema());

describe('levels/level.schema.json', () => {
  it('is in step with its generator (npm run levels -- schema)', () => {
    expect(readFileSync(join(LEVELS, 'level.schema.json'), 'utf8')).toBe(levelSchemaText());
  });

  it('takes every level there is', () => {
    const { files } = readLevels();
    expect(Object.keys(files).length).toBeGreaterThan(0);
    for (const [file, level] of Object.entries(files)) {
      validate(level);
      expect(validate.errors ?? [], file).toEqual([]);
    }
  });

  it('is named by every level, so that editors find it', () => {
    const { files } = readLevels();
    for (const [file, level] of Object.entries(files)) {
      const { $schema } = level as { $schema?: string };
      expect(join(LEVELS, file, '..', $schema ?? ''), file).toBe(join(LEVELS, 'level.schema.json'));
    }
  });

  it.each(levelCases())('says of $name what the check of its shape says', ({ level }) => {
    const problems: Problem[] = [];
    checkShape(LEVEL_SHAPE, level, '', problems);
    expect(validate(level)).toBe(problems.length === 0);
  });
});
