// The colours of states that are offered instead of a city's own: told apart by everybody, and seen on every ground.
import { describe, expect, it } from 'vitest';
import { contrastOf, cssOf, luminanceOf, PRESETS, stateColours, type StateColours } from '../../src/client/colours.ts';
import { paletteOf } from '../../src/client/look/cities.ts';
import { CITIES } from '../../src/core/run/cast.ts';
import { apart, SIGHTS } from '../support/colour.ts';

const OWN = { free: null, partial: null, fractured: null, inTune: null };
const NAMES = ['free', 'partial', 'fracture', 'inTune'] as const satisfies readonly (keyof StateColours)[];
const cases = PRESETS.flatMap((preset) => [true, false].map((isLight) => ({ preset, isLight })));

const whole = (colours: StateColours): Required<StateColours> => {
  expect(Object.keys(colours)).toEqual([...NAMES]);
  return colours as Required<StateColours>;
};

describe.each(cases)('$preset, light: $isLight', ({ preset, isLight }) => {
  const colours = whole(stateColours(preset, OWN, isLight));

  it.each(SIGHTS)('has four states that %s sight tells apart', (sight) => {
    for (const [at, one] of NAMES.entries())
      for (const other of NAMES.slice(at + 1))
        expect(apart(cssOf(colours[one]), cssOf(colours[other]), sight), `${one} ${other}`).toBeGreaterThanOrEqual(18);
  });

  it('is seen on the grounds of every city of that light, high contrast too', () => {
    const grounds = CITIES.flatMap((city) =>
      (['as made', 'high'] as const).map((contrast) => paletteOf(city, { contrast })),
    ).filter((one) => one.isLight === isLight);
    expect(grounds.length).toBeGreaterThan(1);
    for (const { bg0, bg1, ink } of grounds) {
      for (const name of ['free', 'partial', 'fracture'] as const)
        for (const ground of [bg0, bg1])
          expect(contrastOf(colours[name], ground), `${name} on ${cssOf(ground)}`).toBeGreaterThanOrEqual(4.5);
      // what is in tune lies on a ring of ink in a light city
      for (const ground of isLight ? [ink] : [bg0, bg1])
        expect(contrastOf(colours.inTune, ground), `in tune on ${cssOf(ground)}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has the lightest for what is in tune', () => {
    for (const name of ['free', 'partial', 'fracture'] as const)
      expect(luminanceOf(colours.inTune)).toBeGreaterThan(luminanceOf(colours[name]));
  });
});

describe('the city’s own, and what is offered no more', () => {
  it('leave every state as it is', () => {
    for (const palette of ['city', 'grey', 'constructor']) expect(stateColours(palette, OWN, true)).toEqual({});
  });
});
