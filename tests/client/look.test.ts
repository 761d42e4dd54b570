import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import icons from 'lucide-static/icon-nodes.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { IN_TUNE, LIT, LOOKS, paletteOf, STATES, tokensFor } from '../../src/client/look/cities.ts';
import { contrast, mixed, standingOff } from '../../src/client/look/colour.ts';
import { LUCIDE } from '../../src/client/look/lucide.ts';
import { propertiesOf, styleSheet } from '../../src/client/look/sheet.ts';
import { CAST, CITIES } from '../../src/core/run/cast.ts';
import { apart, deltaE, SIGHTS } from '../support/colour.ts';

const PRESETS = ['as made', 'high'] as const;
const cases = CITIES.flatMap((city) =>
  PRESETS.map((preset) => ({ city, preset, tokens: tokensFor(city, { contrast: preset }) })),
);

describe('the measure of colours', () => {
  it('agrees with the published pairs of CIEDE2000', () => {
    expect(deltaE([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
    expect(deltaE([50, -1.3802, -84.2814], [50, 0, -82.7485])).toBeCloseTo(1, 4);
    expect(deltaE([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
    expect(deltaE([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387])).toBeCloseTo(1.2644, 4);
    expect(deltaE([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  });

  it('takes red and green apart for usual eyes only', () => {
    expect(apart('#b04030', '#608030', 'usual')).toBeGreaterThan(35);
    expect(apart('#b04030', '#608030', 'deutan')).toBeLessThan(15);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  it('moves a colour no further than it must', () => {
    expect(standingOff('#000000', ['#ffffff'], 7, '#000000')).toBe('#000000');
    const moved = standingOff('#888888', ['#ffffff'], 4.5, '#000000');
    expect(contrast(moved, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(mixed(moved, '#ffffff', 0.05), '#ffffff')).toBeLessThan(4.5);
    expect(standingOff('#ffffff', ['#000000', '#ffffff'], 7, '#888888')).toBe('#888888');
  });
});

describe.each(cases)('$city, contrast $preset', ({ city, preset, tokens }) => {
  const grounds = [tokens.bg0, tokens.bg1];
  const enough = preset === 'high' ? { words: 15, marks: 7 } : { words: 7, marks: 4.5 };

  it('has words that can be read and marks that can be seen', () => {
    for (const ground of grounds) {
      expect(contrast(tokens.ink, ground)).toBeGreaterThanOrEqual(enough.words);
      for (const name of ['accent', 'second', 'fracture'] as const)
        expect(contrast(tokens[name], ground), name).toBeGreaterThanOrEqual(enough.marks);
      // what is in tune lies on a ring of ink in a light city
      for (const state of ['free', 'partial', 'fractured'] as const)
        expect(contrast(tokens.states[state], ground), state).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(tokens.onAccent, tokens.accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.inTune, tokens.isLight ? tokens.ink : tokens.bg1)).toBeGreaterThanOrEqual(7);
  });

  it('has states that nobody takes for each other', () => {
    for (const sight of SIGHTS)
      for (const [at, one] of STATES.entries())
        for (const other of STATES.slice(at + 1))
          expect(
            apart(tokens.states[one], tokens.states[other], sight),
            `${one} ${other} ${sight}`,
          ).toBeGreaterThanOrEqual(18);
  });

  it('keeps the colour of what is in tune for that alone', () => {
    const { colours, states } = LOOKS[city];
    expect([...Object.values(colours), ...Object.values(states)]).not.toContain(IN_TUNE);
    expect(tokens.states.inTune).toBe(IN_TUNE);
  });
});

describe('what a reader asks for', () => {
  const options = { states: { free: '#123456', inTune: '#abcdef' } } as const;

  it('is what states are drawn in, in words and picture, and nothing else changes', () => {
    const before = paletteOf('hub');
    expect(paletteOf('hub', options)).toEqual({ ...before, free: 0x123456, inTune: 0xabcdef });
    expect(propertiesOf('hub', options)).toEqual({
      ...propertiesOf('hub'),
      '--state-free': '#123456',
      '--state-in-tune': '#abcdef',
    });
  });
});

describe('the sheet of style', () => {
  it('has every property in every city, and none is empty', () => {
    const names = Object.keys(propertiesOf('coves'));
    expect(names).toEqual(
      expect.arrayContaining(['--bg0', '--ink', '--in-tune', '--glass', '--panel-radius', '--portrait-rim']),
    );
    for (const city of CITIES) {
      const properties = propertiesOf(city);
      expect(Object.keys(properties)).toEqual(names);
      for (const [name, value] of Object.entries(properties)) expect(value, `${city} ${name}`).toMatch(/\S/);
      expect(styleSheet()).toContain(`:root[data-city=${city}]`);
    }
    expect(styleSheet()).not.toMatch(/undefined|NaN/);
    expect(styleSheet()).toContain(`--lit-haven:${LIT.haven}`);
  });

  it('says the same numbers to the picture', () => {
    for (const city of CITIES) {
      const properties = propertiesOf(city);
      const palette = paletteOf(city);
      for (const name of ['bg0', 'bg1', 'mid', 'ink', 'accent', 'second'] as const)
        expect(palette[name].toString(16).padStart(6, '0'), `${city} ${name}`).toBe(properties[`--${name}`].slice(1));
    }
  });
});

describe('the five lights of the Sphere', () => {
  it('are told apart, and from what is in tune', () => {
    const tints = Object.entries(LIT);
    for (const [at, [one, tint]] of tints.entries()) {
      expect(contrast(tint, LOOKS.sphere.colours.bg0), one).toBeGreaterThanOrEqual(4.5);
      for (const [other, hue] of tints.slice(at + 1))
        expect(apart(tint, hue, 'usual'), `${one} ${other}`).toBeGreaterThan(15);
      expect(apart(tint, IN_TUNE, 'usual'), one).toBeGreaterThan(15);
    }
  });
});

const latin = (letter: string): boolean => letter.codePointAt(0)! <= 0xff || '‘’“”…–'.includes(letter);

describe('letters', () => {
  const css = readFileSync('src/client/look/type.css', 'utf8');
  const require = createRequire(import.meta.url);
  const faces = [...css.matchAll(/@font-face \{[^}]*\}/g)].map(([rule]) => rule);
  const files = faces.flatMap((rule) => /url\('([^']+)'\)/.exec(rule)?.slice(1) ?? []);

  it('are in the packages', () => {
    const packages = [
      require.resolve('@fontsource-variable/atkinson-hyperlegible-next/package.json'),
      require.resolve('@fontsource-variable/space-grotesk/package.json'),
      require.resolve('@fontsource-variable/literata/package.json'),
      require.resolve('@fontsource/opendyslexic/package.json'),
    ].map((path) => /@fontsource[^/]*\/[^/]+/.exec(path)?.[0]);
    expect(new Set(files.map((file) => file.split('/').slice(0, 2).join('/')))).toEqual(new Set(packages));
  });

  it('come from files that are there, and none holds back the words', () => {
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) expect(statSync(require.resolve(file)).size, file).toBeGreaterThan(10_000);
    for (const rule of faces.filter((one) => one.includes('url('))) expect(rule).toContain('font-display: swap');
    for (const rule of faces.filter((one) => one.includes('local('))) expect(rule).toMatch(/size-adjust: [\d.]+%/);
  });

  it('cost at most 60 kB for the first words', () => {
    const first = files.filter((file) => /(atkinson|space-grotesk).*-latin-wght-normal/.test(file));
    expect(first).toHaveLength(2);
    expect(first.reduce((sum, file) => sum + statSync(require.resolve(file)).size, 0)).toBeLessThanOrEqual(60_000);
  });

  it('have every letter of a name in the first file', () => {
    for (const { name, about } of CAST) expect(Array.from(name + about).filter((letter) => !latin(letter))).toEqual([]);
  });
});

const markup = (nodes: readonly (readonly [string, Readonly<Record<string, string>>])[]): string =>
  nodes
    .map(
      ([tag, attributes]) =>
        `<${tag} ${Object.entries(attributes)
          .map(([name, value]) => `${name}="${value}"`)
          .join(' ')}/>`,
    )
    .join('');

describe('signs', () => {
  it('are lucide’s, to the letter', () => {
    for (const [name, { from, inside }] of Object.entries(LUCIDE)) {
      const nodes = (icons as unknown as Record<string, Parameters<typeof markup>[0] | undefined>)[from];
      expect(nodes, name).toBeDefined();
      expect(inside, name).toBe(markup(nodes!));
    }
  });

  it('are each a sign of its own', () => {
    const all = Object.values(LUCIDE).map(({ inside }) => inside);
    expect(new Set(all).size).toBe(all.length);
  });
});
