import { describe, expect, it } from 'vitest';
import { CITY_ROWS } from '../../../src/client/audio/cities.ts';
import {
  BEAT,
  EVENT_CUES,
  REFUSED,
  sceneCue,
  TOOL_CUES,
  UI_CUES,
  UI_KINDS,
  type Cue,
} from '../../../src/client/audio/cues.ts';
import { BUSES } from '../../../src/client/audio/mixer.ts';
import { hertzOf } from '../../../src/client/audio/pitch.ts';
import { drawEffect, EFFECT_IDS, EFFECT_RATE, secondsOf } from '../../../src/client/audio/synth/effects.ts';
import { attackOf, drawPad, drawVoice, LOOP_RATE, PAD_IDS, VOICE_IDS } from '../../../src/client/audio/synth/voices.ts';
import { EVENTS } from '../../../src/core/network/vocabulary.ts';
import { TOOL_IDS } from '../../../src/core/network/tools/table.ts';
import { CITIES } from '../../../src/core/run/cast.ts';
import { SOUNDS } from '../../../src/core/run/cues.ts';
import { toneAt } from '../../support/loudness.ts';

const RATE = 22_050;

function all(): readonly Cue[] {
  const rows = [
    ...SOUNDS.map((one) => sceneCue(one.id)),
    ...EVENTS.map((one) => EVENT_CUES[one]),
    ...TOOL_IDS.map((one) => TOOL_CUES[one]),
    ...UI_KINDS.map((one) => UI_CUES[one]),
    REFUSED,
    BEAT,
  ];
  return rows.filter((one) => one !== null);
}

describe('cues', () => {
  it('have a row for every sound of a script, every event, every tool and all that the page does', () => {
    expect(SOUNDS.filter((one) => sceneCue(one.id) === null)).toEqual([]);
    expect(Object.keys(EVENT_CUES).sort()).toEqual([...EVENTS].sort());
    expect(Object.keys(TOOL_CUES).sort()).toEqual([...TOOL_IDS].sort());
    // the tool that was used has a sound of its own
    expect(EVENTS.filter((one) => EVENT_CUES[one] === null)).toEqual(['toolUsed']);
    expect([sceneCue('no such'), sceneCue('constructor')]).toEqual([null, null]);
  });

  it('have a caption each, or a reason why they need none', () => {
    for (const { caption, bus, effect } of all()) {
      const words = typeof caption === 'string' ? caption : caption.decorative;
      expect(words.length).toBeGreaterThan(2);
      expect(BUSES).toContain(bus);
      expect(EFFECT_IDS).toContain(effect);
    }
    // what a script sounds is always said, in its own words
    expect(SOUNDS.map((one) => sceneCue(one.id)!.caption)).toEqual(SOUNDS.map((one) => one.caption));
    // and all that music gives way to is worth saying
    expect(all().filter((one) => one.ducks && typeof one.caption !== 'string')).toEqual([]);
  });

  it('use every effect that is drawn', () => {
    expect(EFFECT_IDS.filter((id) => !all().some((one) => one.effect === id))).toEqual([]);
  });
});

function rms(data: Float32Array, from = 0, to = data.length): number {
  let sum = 0;
  for (let n = from; n < to; n++) sum += data[n] * data[n];
  return Math.sqrt(sum / Math.max(1, to - from));
}

describe('effects', () => {
  it.each(EFFECT_IDS)('%s begins and ends in silence, is a sound, and the same one every time', (id) => {
    const data = drawEffect(id, CITY_ROWS.coves);
    expect(data.length).toBe(Math.ceil(secondsOf(id) * EFFECT_RATE));
    expect(data.every(Number.isFinite)).toBe(true);
    expect(Math.abs(data[0])).toBeLessThan(1e-6);
    expect(Math.abs(data[data.length - 1])).toBeLessThan(1e-6);
    const most = data.reduce((high, x) => Math.max(high, Math.abs(x)), 0);
    expect(most).toBeGreaterThan(0.02);
    expect(most).toBeLessThanOrEqual(0.7001);
    // heard from the beginning: an answer to a press is not late
    const isOfAScene = SOUNDS.some((one) => one.id === id);
    expect(rms(data, 0, EFFECT_RATE * 0.12)).toBeGreaterThan(isOfAScene ? 0.0005 : 0.004);
    // nothing stands still off the middle
    expect(Math.abs(data.reduce((sum, x) => sum + x, 0) / data.length)).toBeLessThan(0.003);
    expect(drawEffect(id, CITY_ROWS.coves)).toEqual(data);
  });

  it('are in the key of the city where they belong to a network, and told apart from each other', () => {
    const mended = CITIES.map((city) => drawEffect('mended', CITY_ROWS[city]));
    expect(mended[1]).not.toEqual(mended[2]);
    const root = hertzOf(CITY_ROWS.coves.root);
    const one = drawEffect('mended', CITY_ROWS.coves);
    expect(toneAt(one, root, EFFECT_RATE)).toBeGreaterThan(10 * toneAt(one, root * 1.06, EFFECT_RATE));
    const keys = EFFECT_IDS.map((id) => drawEffect(id, CITY_ROWS.coves).slice(0, 2400).join(' '));
    expect(new Set(keys).size).toBe(EFFECT_IDS.length);
  });
});

/** Where between two frequencies the sound is strongest. */
function strongest(data: Float32Array, from: number, to: number, rate: number): number {
  let best = from;
  let most = 0;
  for (let hz = from; hz <= to; hz *= 1.0005) {
    const loud = toneAt(data, hz, rate);
    if (loud > most) {
      most = loud;
      best = hz;
    }
  }
  return best;
}

describe('voices', () => {
  it.each(VOICE_IDS)('%s is a sound that comes in its time and is gone at its end', (id) => {
    for (const pitch of [45, 60, 81]) {
      const data = drawVoice(id, hertzOf(pitch), RATE);
      expect(data.every(Number.isFinite)).toBe(true);
      expect(Math.abs(data[0])).toBeLessThan(1e-6);
      expect(Math.abs(data[data.length - 1])).toBeLessThan(1e-6);
      expect(rms(data, data.length - RATE / 10)).toBeLessThan(0.03 * rms(data, 0, RATE / 2) + 0.002);
      // there within its attack, and a little for the first of its waves
      expect(rms(data, 0, Math.round((attackOf(id) + 0.05) * RATE))).toBeGreaterThan(0.01);
    }
  });

  it.each(VOICE_IDS.filter((id) => !['drum', 'breath'].includes(id)))('%s is in tune within five cents', (id) => {
    for (const pitch of [53, 69]) {
      const hz = hertzOf(pitch);
      const data = drawVoice(id, hz, RATE).slice(Math.round(0.05 * RATE), RATE);
      const found = strongest(data, hz * 0.985, hz * 1.015, RATE);
      expect(Math.abs(1200 * Math.log2(found / hz))).toBeLessThan(['returned', 'choir'].includes(id) ? 8 : 5);
    }
  });

  it('has the Coves’ partials where glass has them', () => {
    const hz = hertzOf(60);
    const data = drawVoice('glass', hz, RATE).slice(0, RATE / 2);
    for (const ratio of [2.76, 5.4])
      expect(toneAt(data, hz * ratio, RATE)).toBeGreaterThan(8 * toneAt(data, hz * (ratio + 0.6), RATE));
    expect(attackOf('glass')).toBeGreaterThanOrEqual(0.03);
  });
});

describe('pads', () => {
  it.each(PAD_IDS)('%s goes round without a seam, and is not the same on both sides', (id) => {
    const [left, right] = drawPad(id, hertzOf(53));
    for (const side of [left, right]) {
      expect(side.every(Number.isFinite)).toBe(true);
      // across the seam it moves no farther than anywhere else
      let most = 0;
      for (let n = 1; n < side.length; n++) most = Math.max(most, Math.abs(side[n] - side[n - 1]));
      expect(Math.abs(side[0] - side[side.length - 1])).toBeLessThanOrEqual(most);
      expect(rms(side)).toBeGreaterThan(0.1);
      expect(rms(side)).toBeLessThan(0.3);
      const found = strongest(side.slice(0, LOOP_RATE), hertzOf(53) * 0.985, hertzOf(53) * 1.015, LOOP_RATE);
      expect(Math.abs(1200 * Math.log2(found / hertzOf(53)))).toBeLessThan(8);
    }
    expect(left).not.toEqual(right);
  });
});
