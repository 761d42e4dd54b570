import { describe, expect, it } from 'vitest';
import { lightFlashes, MOST, redFlashes, type Film } from '../support/flash.ts';

const WIDTH = 128;
const HEIGHT = 96;
const RATE = 30;
type Rgb = readonly [number, number, number];
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];
const GREY: Rgb = [128, 128, 128];
const RED: Rgb = [255, 0, 0];

/** `colour` of a cell in a frame. */
function film(frames: number, colour: (x: number, y: number, frame: number) => Rgb): Film {
  return {
    width: WIDTH,
    height: HEIGHT,
    rate: RATE,
    frames: Array.from({ length: frames }, (_, frame) => {
      const bytes = new Uint8Array(WIDTH * HEIGHT * 3);
      for (let y = 0; y < HEIGHT; y++)
        for (let x = 0; x < WIDTH; x++) bytes.set(colour(x, y, frame), (y * WIDTH + x) * 3);
      return bytes;
    }),
  };
}

/** So many flashes a second: there and back, in equal parts. */
const blinks = (frame: number, perSecond: number): boolean => Math.floor((frame * perSecond * 2) / RATE) % 2 === 1;
const within = (x: number, y: number, side: number): boolean => x >= 40 && x < 40 + side && y >= 30 && y < 30 + side;

const greyOf = (level: number): Rgb => [level, level, level];
const blinking = (perSecond: number, one: Rgb, other: Rgb): Film =>
  film(60, (_x, _y, frame) => (blinks(frame, perSecond) ? other : one));

describe('the flash meter', () => {
  it('fails a screen that goes from black to white five times a second, and says how often', () => {
    const found = lightFlashes(film(60, (_x, _y, frame) => (blinks(frame, 5) ? WHITE : BLACK)));
    expect(found.share).toBe(1);
    expect(found.most).toBe(5);
  });

  it('lets three flashes a second pass, and not four', () => {
    expect(lightFlashes(blinking(3, BLACK, WHITE)).share).toBe(0);
    expect(lightFlashes(blinking(4, BLACK, WHITE)).share).toBe(1);
  });

  it('fails a burst of a second in a quiet film, and says where it ends', () => {
    const found = lightFlashes(
      film(120, (_x, _y, frame) => (frame >= 60 && frame < 90 && blinks(frame, 5) ? WHITE : BLACK)),
    );
    expect(found.share).toBe(1);
    expect(found.frame).toBeGreaterThanOrEqual(60 + 15);
    expect(found.frame).toBeLessThan(90 + RATE);
  });

  it('measures what flashes against the worst place of the window', () => {
    // the window has 43 by 32 cells: a square of 18 is under a quarter of it, one of 19 is over
    const [under, over] = [18, 19].map(
      (side) => lightFlashes(film(40, (x, y, at) => (within(x, y, side) && blinks(at, 6) ? WHITE : BLACK))).share,
    );
    expect(under).toBeCloseTo((18 * 18) / (43 * 32), 6);
    expect(under).toBeLessThan(MOST);
    expect(over).toBeGreaterThan(MOST);
  });

  it('sees a swing that takes some frames, and none in a slow one', () => {
    const wave = (perSecond: number): Film =>
      film(90, (_x, _y, frame) => {
        const grey = Math.round(128 - 127 * Math.cos((frame / RATE) * perSecond * 2 * Math.PI));
        return [grey, grey, grey];
      });
    expect(lightFlashes(wave(5)).share).toBe(1);
    expect(lightFlashes(wave(2)).share).toBe(0);
    // up and never down again is no flash, however often it steps
    expect(lightFlashes(film(30, (_x, _y, frame) => [frame * 8, frame * 8, frame * 8])).most).toBe(0.5);
  });

  it('does not count what is too small a swing, or among the bright alone', () => {
    // relative luminance 0.216 and 0.305; then 0.216 and 0.323
    expect(lightFlashes(blinking(8, greyOf(128), greyOf(150))).most).toBe(0);
    expect(lightFlashes(blinking(8, greyOf(128), greyOf(154))).most).toBeGreaterThan(3);
    // 0.807 and 1; then 0.791 and 1
    expect(lightFlashes(blinking(8, greyOf(232), greyOf(255))).most).toBe(0);
    expect(lightFlashes(blinking(8, greyOf(230), greyOf(255))).most).toBeGreaterThan(3);
  });

  it('does not take a trembling that never swings far for a flash', () => {
    const found = lightFlashes(film(60, (x, y, frame) => [100 + ((x * 7 + y * 13 + frame * 31) % 30), 110, 120]));
    expect(found).toMatchObject({ share: 0, most: 0 });
  });

  it('finds saturated red by itself, where the light hardly changes', () => {
    // as light as each other: 0.2126 and 0.2159
    const redAndGrey = film(60, (_x, _y, frame) => (blinks(frame, 5) ? RED : GREY));
    expect(lightFlashes(redAndGrey).share).toBe(0);
    expect(redFlashes(redAndGrey).share).toBe(1);
    expect(redFlashes(film(60, (_x, _y, frame) => (blinks(frame, 3) ? RED : GREY))).share).toBe(0);
  });

  it('leaves colours alone that are no saturated red', () => {
    const brick: Rgb = [190, 90, 60];
    expect(redFlashes(film(60, (_x, _y, frame) => (blinks(frame, 8) ? brick : GREY))).most).toBe(0);
    expect(redFlashes(film(60, (_x, _y, frame) => (blinks(frame, 8) ? WHITE : BLACK))).most).toBe(0);
  });
});
