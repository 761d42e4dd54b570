// The picture, frame by frame, by the page's own clock: small enough to be carried out of the page and measured.

import type { Page } from '@playwright/test';
import type { Action } from '../../../src/core/run/actions.ts';
import type { Film } from '../../support/flash.ts';

export const RATE = 30;
/** 120 ticks to a second. */
export const TICKS_A_FRAME = 4;
const WIDTH = 128;
const HEIGHT = 96;

/** `acts` are done before the frame they stand beside; without `ticks` nothing but the screen goes on. */
export async function record(
  page: Page,
  frames: number,
  { ticks = TICKS_A_FRAME, acts = [] }: { ticks?: number; acts?: readonly (Action | null)[] } = {},
): Promise<Film> {
  const text = await page.evaluate(
    ({ count, each, given, width, height }) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.backdrop canvas');
      const small = Object.assign(document.createElement('canvas'), { width, height });
      const context = small.getContext('2d', { willReadFrequently: true });
      if (canvas === null || context === null) throw new Error('there is no picture');
      context.imageSmoothingQuality = 'high';
      let bytes = '';
      for (let k = 0; k < count; k++) {
        const act = given[k];
        if (act !== null && act !== undefined) window.syntony.act(act);
        if (each > 0) window.syntony.step(each);
        else window.syntony.step(0, 2);
        // in the same task as it was drawn: later it is gone
        context.drawImage(canvas, 0, 0, width, height);
        const { data } = context.getImageData(0, 0, width, height);
        for (let at = 0; at < data.length; at += 4) bytes += String.fromCharCode(data[at], data[at + 1], data[at + 2]);
      }
      return btoa(bytes);
    },
    { count: frames, each: ticks, given: [...acts], width: WIDTH, height: HEIGHT },
  );
  return filmOf(Buffer.from(text, 'base64'));
}

function filmOf(bytes: Uint8Array): Film {
  const size = WIDTH * HEIGHT * 3;
  const frames = Array.from({ length: bytes.length / size }, (_, k) => bytes.subarray(k * size, (k + 1) * size));
  return { width: WIDTH, height: HEIGHT, rate: RATE, frames };
}

/** One after the other. */
export function spliced(...films: readonly Film[]): Film {
  return { ...films[0], frames: films.flatMap((one) => one.frames) };
}

/** Between frames that follow each other, the largest share of the canvas's own dots that are not the same. */
export async function stir(page: Page, frames: number, screenFrames: number, ticks = 0): Promise<number> {
  return page.evaluate(
    ({ count, each, given }) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.backdrop canvas');
      if (canvas === null) throw new Error('there is no picture');
      const { width, height } = canvas;
      const own = Object.assign(document.createElement('canvas'), { width, height });
      const context = own.getContext('2d', { willReadFrequently: true })!;
      let before: Uint32Array | null = null;
      let most = 0;
      for (let k = 0; k < count; k++) {
        window.syntony.step(given, each);
        context.clearRect(0, 0, width, height);
        context.drawImage(canvas, 0, 0);
        const now = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
        // one that was not drawn anew keeps what it shows, and gives nothing to be read
        if (now.every((dot) => dot === 0)) continue;
        if (before !== null) {
          let changed = 0;
          for (let i = 0; i < now.length; i++) if (now[i] !== before[i]) changed++;
          most = Math.max(most, changed / now.length);
        }
        before = now;
      }
      return most;
    },
    { count: frames, each: screenFrames, given: ticks },
  );
}
