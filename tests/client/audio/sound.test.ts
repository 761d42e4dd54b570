import { Howler } from 'howler';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSound, type Sound, type SoundSettings } from '../../../src/client/audio/sound.ts';
import type { Heard } from '../../../src/client/session.ts';
import { EVENTS } from '../../../src/core/network/vocabulary.ts';
import { TOOL_IDS } from '../../../src/core/network/tools/table.ts';
import { useTool, run } from '../../../src/core/run/actions.ts';
import { MUSIC_IDS, SOUND_IDS } from '../../../src/core/run/cues.ts';
import { room } from '../../support/network.ts';
import { fakeAudio, type FakeAudio } from './fake-audio.ts';

const ALL: SoundSettings = {
  master: 100,
  music: 100,
  score: 100,
  effects: 100,
  interface: 100,
  mono: false,
  captions: true,
  muted: false,
};

let open: Sound[] = [];
let clock = 0;

beforeEach(() => {
  vi.useFakeTimers();
  clock = 0;
});
afterEach(() => {
  closeAll();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function closeAll(): void {
  for (const one of open) one.close();
  open = [];
  vi.runAllTimers();
}

/** Each time as on a new page: Howler keeps one context for as long as it lives. */
async function opened(caption: (text: string) => void = () => {}): Promise<Sound> {
  Object.assign(Howler, { ctx: null, masterGain: null, usingWebAudio: true });
  const sound = await openSound(caption, { now: () => clock });
  open.push(sound);
  // what is drawn while nobody waits
  vi.runAllTimers();
  return sound;
}

/** Everything that can happen, a second apart. */
function everything(sound: Sound): void {
  const say = (heard: Heard): void => {
    sound.heard(heard);
    clock += 1000;
  };
  for (const id of SOUND_IDS) {
    sound.cue(id);
    clock += 1000;
  }
  for (const event of EVENTS) say({ kind: 'event', event, a: 0, b: 0 });
  for (const tool of TOOL_IDS) say({ kind: 'taken', action: useTool(tool) });
  say({ kind: 'taken', action: run('advance') });
  say({ kind: 'refused', action: useTool('tune'), why: 'coolingDown' });
  for (const kind of ['move', 'press', 'back', 'open', 'deny'] as const) sound.ui(kind);
  for (const id of MUSIC_IDS) sound.scene(id);
}

async function captionsOf(prepare: (sound: Sound) => void): Promise<string[]> {
  const said: string[] = [];
  const sound = await opened((text) => said.push(text));
  prepare(sound);
  everything(sound);
  return said;
}

describe('captions', () => {
  it('are the same, heard, muted, locked, refused and without any sound at all', async () => {
    const audio = fakeAudio();
    const heard = await captionsOf((sound) => expect(sound.state).toBe('running'));
    expect(audio.begun.length).toBeGreaterThan(50);
    expect(heard.length).toBeGreaterThan(SOUND_IDS.length + MUSIC_IDS.length - 1);

    const others: readonly (readonly [() => FakeAudio | null, Sound['state'], Partial<SoundSettings>])[] = [
      [() => fakeAudio(), 'off', { muted: true }],
      [() => fakeAudio(), 'off', { master: 0 }],
      [() => fakeAudio({ locked: true }), 'locked', {}],
      [() => fakeAudio({ refuses: true }), 'unavailable', {}],
      [() => null, 'unavailable', {}],
    ];
    for (const [place, state, differs] of others) {
      closeAll();
      vi.unstubAllGlobals();
      const silent = place();
      const said = await captionsOf((sound) => {
        sound.settings({ ...ALL, ...differs });
        expect(sound.state).toBe(state);
      });
      expect(said).toEqual(heard);
      expect(silent?.begun ?? []).toEqual([]);
    }
  });

  it('are not given to who does not want them, and not twice in a breath', async () => {
    fakeAudio();
    const said: string[] = [];
    const sound = await opened((text) => said.push(text));
    sound.cue('kettle');
    sound.cue('kettle');
    expect(said).toEqual(['a kettle']);
    sound.settings({ ...ALL, captions: false });
    clock += 5000;
    sound.cue('kettle');
    expect(said).toEqual(['a kettle']);
  });
});

const EIGHT = 'ana ben cy dee eva fox gus hal';

function network() {
  const t = room({ people: EIGHT, bonds: 'ana-ben ben-cy cy-dee dee-eva eva-fox fox-gus gus-hal hal-ana', limit: 600 });
  t.place(Object.fromEntries(EIGHT.split(' ').map((name, i) => [name, i / 8])));
  return t;
}

/** Frames at 60 a second, two ticks each. */
function frames(audio: FakeAudio, sound: Sound, t: ReturnType<typeof network>, many: number, still = true): void {
  const { phase } = t.net.rules.layout;
  for (let k = 0; k < many; k++) {
    const hands = Array.from({ length: 8 }, (_, i) => t.net.s[phase + i]);
    t.run(2);
    if (still) hands.forEach((hand, i) => (t.net.s[phase + i] = hand));
    for (let i = 0; i < 8; i++) t.net.s[t.net.rules.layout.speed + i] = 0;
    audio.time += 1 / 60;
    sound.network(t.net, 'coves', false);
  }
}

describe('a network', () => {
  it('has everybody ring once a bar, told at most 60 ms ahead and never late', async () => {
    const audio = fakeAudio();
    const sound = await opened();
    const t = network();
    sound.network(t.net, 'coves', false);
    frames(audio, sound, t, 60);
    const from = audio.begun.length;
    const begins = audio.time;
    let most = 0;
    for (let k = 0; k < 240; k++) {
      const before = audio.begun.length;
      frames(audio, sound, t, 1);
      for (const one of audio.begun.slice(before)) {
        expect(one.at).toBeGreaterThanOrEqual(audio.time);
        most = Math.max(most, one.at - audio.time);
      }
    }
    expect(most).toBeLessThanOrEqual(0.0601);
    expect(most).toBeGreaterThan(0.03);
    // four seconds are two bars, of eight people
    const rung = audio.begun.slice(from).map((one) => one.at - begins);
    expect(rung.length).toBeGreaterThanOrEqual(15);
    expect(rung.length).toBeLessThanOrEqual(17);
    // an eighth of a bar apart, as they stand
    const gaps = rung.slice(1).map((at, k) => at - rung[k]);
    for (const gap of gaps) expect(gap).toBeCloseTo(0.25, 1);
  });

  it('calls off what has not begun when somebody acts, and tells it anew', async () => {
    const audio = fakeAudio();
    const sound = await opened();
    const t = network();
    frames(audio, sound, t, 60);
    // until one is told that has not begun
    for (let k = 0; k < 60 && !audio.begun.some((one) => one.at > audio.time + 0.03); k++) frames(audio, sound, t, 1);
    const told = audio.begun.filter((one) => one.at > audio.time + 0.03);
    expect(told).toHaveLength(1);
    const heard = audio.begun.length;
    clock += 1000;
    sound.heard({ kind: 'taken', action: useTool('tune') });
    expect(audio.calledOff()).toEqual(told);
    // the act itself is heard now
    expect(audio.begun[heard].at).toBe(audio.time);
    // an eighth of a turn forward, for all: whoever was called off rings earlier, and once
    sound.network(t.net, 'coves', false);
    const again = audio.begun.slice(heard + 1);
    expect(again).toHaveLength(1);
    expect(again[0].at).toBeCloseTo(told[0].at, 2);
  });

  it('falls silent when paused, and with the last tick', async () => {
    const audio = fakeAudio();
    const sound = await opened();
    const t = network();
    frames(audio, sound, t, 90);
    const rung = audio.begun.length;
    for (let k = 0; k < 120; k++) {
      audio.time += 1 / 60;
      sound.network(t.net, 'coves', true);
    }
    expect(audio.begun.length).toBe(rung);
    frames(audio, sound, t, 60);
    expect(audio.begun.length).toBeGreaterThan(rung);
    const last = audio.begun.length;
    for (let k = 0; k < 30; k++) {
      audio.time += 1 / 60;
      sound.network(t.net, 'coves', false);
    }
    const still = audio.begun.length;
    for (let k = 0; k < 240; k++) {
      audio.time += 1 / 60;
      sound.network(t.net, 'coves', false);
    }
    expect(still - last).toBeLessThan(4);
    expect(audio.begun.length).toBe(still);
  });

  it('rings no one twice in a round when they are turned back and forth', async () => {
    const audio = fakeAudio();
    const sound = await opened();
    const t = network();
    frames(audio, sound, t, 30);
    t.place(Object.fromEntries(EIGHT.split(' ').map((name) => [name, 0])));
    const from = audio.begun.length;
    const { bar } = t.net.rules;
    for (let k = 0; k < bar / 2; k++) {
      const wobble = k % 2 === 0 ? 0.02 : -0.02;
      t.place(Object.fromEntries(EIGHT.split(' ').map((name) => [name, wobble])));
      frames(audio, sound, t, 1);
    }
    const held = audio.begun.slice(from).filter((one) => one.buffer.duration < 3.9);
    expect(held.length).toBeLessThanOrEqual(16);
  });
});

describe('music', () => {
  it('is told 200 ms ahead, gives way to a network and comes back after it', async () => {
    const audio = fakeAudio();
    const sound = await opened();
    sound.scene('coves_morning');
    const pass = (seconds: number, net: ReturnType<typeof network> | null): number => {
      const before = audio.begun.length;
      for (let k = 0; k < seconds * 25; k++) {
        audio.time += 0.04;
        vi.advanceTimersByTime(40);
        if (net !== null) net.run(5);
        sound.network(net?.net ?? null, 'coves', false);
      }
      return audio.begun.length - before;
    };
    expect(pass(8, null)).toBeGreaterThan(6);
    for (const one of audio.begun) expect(one.at).toBeLessThan(audio.time + 0.25);
    const t = network();
    t.run(1);
    sound.network(t.net, 'coves', false);
    const played = pass(4, t);
    expect(played).toBeGreaterThan(0);
    pass(1, null);
    expect(pass(8, null)).toBeGreaterThan(6);
  });

  it('stops for silence', async () => {
    const audio = fakeAudio();
    const sound = await opened();
    sound.scene('record');
    vi.advanceTimersByTime(100);
    const before = audio.begun.length;
    expect(before).toBeGreaterThan(0);
    sound.scene('none');
    for (let k = 0; k < 100; k++) {
      audio.time += 0.04;
      vi.advanceTimersByTime(40);
    }
    expect(audio.begun.length).toBe(before);
  });
});

describe('a hidden tab', () => {
  it('sleeps, and goes on from a new bar when it is back', async () => {
    const audio = fakeAudio();
    const sound = await opened();
    sound.scene('coves_morning');
    audio.time += 1;
    vi.advanceTimersByTime(1000);
    sound.hidden(true);
    vi.advanceTimersByTime(1000);
    expect(audio.state).toBe('suspended');
    const before = audio.begun.length;
    audio.time += 300;
    vi.advanceTimersByTime(300_000);
    expect(audio.begun.length).toBe(before);
    sound.hidden(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(sound.state).toBe('running');
    const fresh = audio.begun.slice(before);
    // not all that was missed: the beginning of one bar
    expect(fresh.length).toBeGreaterThan(0);
    expect(fresh.length).toBeLessThan(8);
    for (const one of fresh) expect(one.at).toBeGreaterThanOrEqual(audio.time);
  });
});

describe('a browser that waits for a press', () => {
  it('is asked again at every press, and then it is heard', async () => {
    const audio = fakeAudio({ locked: true });
    const sound = await opened();
    expect(sound.state).toBe('locked');
    sound.scene('coves_morning');
    sound.ui('press');
    expect(audio.begun).toEqual([]);
    audio.grant();
    dispatchEvent(new Event('pointerdown'));
    await vi.advanceTimersByTimeAsync(10);
    expect(audio.resumes()).toBe(2);
    expect(sound.state).toBe('running');
    expect(audio.begun.length).toBeGreaterThan(0);
    sound.close();
    dispatchEvent(new Event('pointerdown'));
    expect(audio.resumes()).toBe(2);
    expect(sound.state).toBe('off');
  });
});

describe('a page that nobody has touched', () => {
  it('opens nothing before the first press', async () => {
    const audio = fakeAudio();
    vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } });
    const sound = await opened();
    sound.settings(ALL);
    sound.scene('coves_morning');
    sound.ui('press');
    expect([sound.state, audio.resumes(), Howler.ctx]).toEqual(['locked', 0, null]);
    dispatchEvent(new Event('keydown'));
    await vi.advanceTimersByTimeAsync(10);
    expect(sound.state).toBe('running');
    expect(audio.begun.length).toBeGreaterThan(0);
  });
});

describe('the page', () => {
  it('answers a press at once', async () => {
    const audio = fakeAudio();
    const sound = await opened();
    for (const kind of ['move', 'press', 'back', 'open', 'deny'] as const) sound.ui(kind);
    expect(audio.begun.map((one) => one.at)).toEqual([1, 1, 1, 1, 1]);
    clock += 10;
    sound.ui('press');
    expect(audio.begun).toHaveLength(5);
  });
});
