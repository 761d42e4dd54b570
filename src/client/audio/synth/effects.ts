// Everything that sounds once, drawn from nothing: a few strikes, slides and breaths each. What belongs to a network is in the
// city's own key, so that it may fall anywhere in the score. One table, long as it is: a sound is a row, and rows are compared.

import type { CityRow } from '../cities.ts';
import { hertzOf } from '../pitch.ts';
import { Wave, type Mode, type Samples } from './wave.ts';

interface EffectRow {
  readonly seconds: number;
  /** As root mean square of its loudest tenth of a second. */
  readonly level: number;
  readonly draw: (wave: Wave, row: CityRow) => void;
}

/** How loud things are beside each other. */
const LOUD = 0.13;
const PLAIN = 0.09;
const SOFT = 0.055;
const FAINT = 0.028;

const CLEAR: readonly Mode[] = [
  [1, 1, 1],
  [2.76, 0.2, 0.45],
  [5.4, 0.07, 0.2],
];
const METAL: readonly Mode[] = [
  [1, 1, 0.5],
  [2.32, 0.6, 0.4],
  [4.25, 0.45, 0.3],
  [6.63, 0.3, 0.2],
  [9.38, 0.2, 0.12],
];
const WOOD: readonly Mode[] = [
  [1, 1, 0.09],
  [2.1, 0.6, 0.06],
  [3.7, 0.4, 0.04],
];
const DULL: readonly Mode[] = [
  [1, 1, 0.3],
  [1.7, 0.4, 0.15],
];

function ring(
  wave: Wave,
  at: number,
  pitch: number,
  loud: number,
  modes: readonly Mode[] = CLEAR,
  attack = 0.008,
): Wave {
  return wave.strike(at, hertzOf(pitch), loud, modes, attack);
}

/** The k-th pitch of the city, from low to high. */
function step(row: CityRow, k: number): number {
  return row.pitches[Math.min(row.pitches.length - 1, k)];
}

const TABLE = {
  // ---------------------------------------------------------------------------------------------- scenes

  shutter: {
    seconds: 1.1,
    level: PLAIN,
    draw(wave) {
      for (let k = 0; k < 13; k++) wave.hiss(0.02 + k * 0.062, 0.045, 1500 + 60 * k, 2600, 0.5 + 0.02 * k, 0.8, 0.006);
      wave
        .hiss(0, 0.85, 380, 620, 0.3, 0.6, 0.05)
        .strike(0.86, 190, 0.7, DULL)
        .hiss(0.86, 0.05, 900, 500, 0.6, 1, 0.005);
    },
  },
  stamp: {
    seconds: 0.5,
    level: PLAIN,
    draw: (wave) =>
      void wave
        .strike(0, 96, 1, DULL)
        .strike(0, 340, 0.5, WOOD)
        .hiss(0, 0.04, 1800, 700, 0.5, 1.2, 0.005)
        .hiss(0.17, 0.06, 2600, 1800, 0.1, 0.8),
  },
  kettle: {
    seconds: 2.2,
    level: SOFT,
    draw: (wave) =>
      void wave
        .hiss(0, 2.1, 600, 1500, 0.5, 0.7, 0.2)
        .slide(0.5, 1.5, 1480, 1960, 0.14, 0, 0.5)
        .slide(0.7, 1.3, 1496, 1985, 0.08, 0, 0.5),
  },
  pages: {
    seconds: 0.9,
    level: SOFT,
    draw(wave) {
      for (const at of [0, 0.21, 0.5]) {
        wave.hiss(at, 0.16, 2100, 4200, 0.5, 1.1, 0.05).hiss(at + 0.15, 0.05, 3600, 2400, 0.6, 0.8, 0.006);
      }
    },
  },
  tap_chime: {
    seconds: 1.5,
    level: PLAIN,
    draw(wave) {
      for (const [at, pitch] of [
        [0, 79],
        [0.16, 83],
        [0.32, 86],
      ])
        ring(wave, at, pitch, 0.6);
    },
  },
  whistle: {
    seconds: 0.9,
    level: SOFT,
    draw(wave) {
      for (const [at, long] of [
        [0, 0.2],
        [0.28, 0.5],
      ])
        wave
          .slide(at, long, 2150, 2240, 0.5, 0, 0.02)
          .slide(at, long, 2185, 2290, 0.35, 0, 0.02)
          .hiss(at, long, 2200, 2300, 0.5, 0.2);
    },
  },
  barrier: {
    seconds: 1.6,
    level: PLAIN,
    draw: (wave) =>
      void wave
        .slide(0, 1.2, 92, 148, 0.5, 0.6, 0.08)
        .hiss(0, 1.2, 500, 900, 0.25, 0.5, 0.1)
        .strike(1.22, 140, 0.7, METAL)
        .strike(1.22, 88, 0.6, DULL),
  },
  water: {
    seconds: 2.4,
    level: SOFT,
    draw(wave) {
      wave.hiss(0, 2.3, 1300, 1700, 0.35, 1.2, 0.3).hiss(0, 2.3, 420, 480, 0.4, 0.8, 0.3);
      // drops are short slides upward
      for (let k = 0; k < 22; k++) {
        const hz = 500 + 900 * wave.chance();
        wave.slide(0.1 + 2 * wave.chance(), 0.05 + 0.05 * wave.chance(), hz, hz * 1.5, 0.25 * wave.chance(), 0, 0.01);
      }
    },
  },
  letters: {
    seconds: 0.8,
    level: PLAIN,
    draw: (wave) =>
      void wave
        .strike(0, 620, 0.8, METAL)
        .strike(0, 180, 0.4, WOOD)
        .strike(0.27, 740, 0.7, METAL)
        .strike(0.27, 200, 0.35, WOOD)
        .strike(0.33, 735, 0.2, METAL),
  },
  tram_bell: {
    seconds: 1.6,
    level: PLAIN,
    draw(wave) {
      for (const at of [0, 0.24])
        wave.strike(
          at,
          1046,
          0.7,
          METAL.map(([r, a, t]): Mode => [r, a, t * 2.4]),
          0.005,
        );
    },
  },
  tram_doors: {
    seconds: 1.4,
    level: SOFT,
    draw: (wave) =>
      void wave
        .hiss(0, 0.45, 2600, 900, 0.5, 1, 0.02)
        .slide(0.3, 0.7, 120, 96, 0.25, 0.4, 0.1)
        .strike(0.95, 150, 0.8, DULL)
        .strike(1.08, 210, 0.6, WOOD)
        .hiss(0.95, 0.06, 900, 500, 0.5, 1, 0.005),
  },
  score_up: {
    seconds: 1.1,
    level: SOFT,
    draw(wave, row) {
      const from = hertzOf(step(row, 3));
      wave.slide(0, 0.7, from, from * 1.5, 0.5, 0, 0.15).slide(0, 0.7, from * 2, from * 3, 0.16, 0, 0.2);
      ring(wave, 0.55, step(row, 3) + 7, 0.4);
    },
  },
  score_down: {
    seconds: 1.1,
    level: SOFT,
    draw(wave, row) {
      const from = hertzOf(step(row, 3));
      wave.slide(0, 0.55, from, from * 0.667, 0.5, 0, 0.03).slide(0, 0.55, from * 2, from * 1.33, 0.14, 0, 0.03);
      wave.strike(0.5, from * 0.667, 0.5, DULL);
    },
  },
  glass_ring: {
    seconds: 2.4,
    level: PLAIN,
    draw: (wave, row) =>
      void ring(
        wave,
        0,
        step(row, 6),
        0.7,
        CLEAR.map(([r, a, t]): Mode => [r, a, t * 2]),
        0.012,
      ).strike(0, hertzOf(step(row, 6)) * 1.004, 0.3, [[1, 1, 1.8]]),
  },
  glass_break: {
    seconds: 1.5,
    level: PLAIN,
    draw(wave) {
      wave.hiss(0, 0.1, 2400, 3800, 1, 1.4, 0.005).strike(0, 210, 0.4, DULL);
      for (let k = 0; k < 34; k++) {
        const late = wave.chance() ** 2;
        wave.strike(late * 0.9, 1500 + 3600 * wave.chance(), 0.4 * (1 - late * 0.7), [
          [1, 1, 0.12 + 0.2 * wave.chance()],
          [2.76, 0.3, 0.06],
        ]);
      }
    },
  },
  door_latch: {
    seconds: 0.4,
    level: SOFT,
    draw: (wave) =>
      void wave
        .strike(
          0,
          880,
          0.5,
          METAL.map(([r, a, t]): Mode => [r, a, t * 0.2]),
        )
        .strike(0.09, 310, 0.9, WOOD)
        .strike(0.1, 1180, 0.3, WOOD),
  },
  door_close: {
    seconds: 0.7,
    level: PLAIN,
    draw: (wave) =>
      void wave
        .hiss(0, 0.22, 300, 220, 0.15, 0.8, 0.1)
        .strike(0.2, 78, 1, DULL)
        .strike(0.2, 190, 0.5, WOOD)
        .strike(0.27, 900, 0.12, WOOD),
  },
  crowd: {
    seconds: 3.2,
    level: SOFT,
    draw(wave) {
      // no words: throats, at the pitches that people speak at
      for (let k = 0; k < 46; k++) {
        const hz = 260 + 520 * wave.chance();
        wave.hiss(
          2.7 * wave.chance(),
          0.14 + 0.3 * wave.chance(),
          hz,
          hz * (0.8 + 0.4 * wave.chance()),
          0.5,
          0.24,
          0.06,
        );
      }
      wave.hiss(0, 3.1, 360, 380, 0.4, 0.9, 0.25);
    },
  },
  crowd_hush: {
    seconds: 2.6,
    level: SOFT,
    draw(wave) {
      for (let k = 0; k < 40; k++) {
        const at = 1.5 * wave.chance() ** 1.6;
        const hz = 260 + 520 * wave.chance();
        wave.hiss(at, 0.14 + 0.25 * wave.chance(), hz, hz * 0.85, 0.55 * (1 - at / 1.7), 0.24, 0.06);
      }
      wave.hiss(0, 2.3, 420, 240, 0.5, 0.9, 0.03);
    },
  },
  steam: {
    seconds: 1.8,
    level: SOFT,
    draw: (wave) => void wave.hiss(0, 1.7, 3400, 2300, 0.6, 1.4, 0.04).hiss(0, 1.1, 1100, 700, 0.3, 1, 0.03),
  },
  kiln_roar: {
    seconds: 3,
    level: PLAIN,
    draw(wave) {
      wave.hiss(0, 2.9, 95, 120, 1, 0.8, 0.7).hiss(0, 2.9, 320, 420, 0.4, 0.9, 0.7);
      for (let k = 0; k < 12; k++) wave.hiss(0.4 + 2.1 * wave.chance(), 0.1, 240, 180, 0.4, 0.7, 0.02);
    },
  },
  choir_note: {
    seconds: 3.6,
    level: PLAIN,
    draw(wave, row) {
      const hz = hertzOf(row.root + 12);
      for (const away of [0.996, 1, 1.005]) {
        for (const [h, share] of [
          [1, 1],
          [2, 0.7],
          [3, 0.4],
          [4, 0.14],
          [5, 0.07],
        ])
          wave.slide(0, 3.5, hz * h * away, hz * h * (2 - away), 0.3 * share, 0, 0.7);
      }
    },
  },
  screens_flicker: {
    seconds: 1,
    level: SOFT,
    draw(wave) {
      for (const [at, long] of [
        [0, 0.06],
        [0.13, 0.03],
        [0.24, 0.11],
        [0.47, 0.04],
        [0.6, 0.22],
      ])
        wave.slide(at, long, 238, 236, 0.4, 0.9, 0.006).hiss(at, long, 3100, 2900, 0.22, 0.6, 0.006);
    },
  },
  screens_off: {
    seconds: 2,
    level: PLAIN,
    draw(wave) {
      for (let k = 0; k < 5; k++) wave.slide(k * 0.07, 0.9 - 0.08 * k, 470 - 55 * k, 46, 0.4, 0.5, 0.01);
      wave.strike(0.62, 62, 0.8, [[1, 1, 1.1]]);
    },
  },
  palette_hum: {
    seconds: 2.6,
    level: SOFT,
    draw(wave, row) {
      for (const [k, share] of [
        [0, 1],
        [1, 0.6],
        [3, 0.4],
      ]) {
        const hz = hertzOf(step(row, k));
        wave
          .slide(0, 2.5, hz * 0.998, hz * 1.002, 0.4 * share, 0.15, 0.6)
          .slide(0, 2.5, hz * 1.003, hz, 0.25 * share, 0, 0.8);
      }
    },
  },
  spade: {
    seconds: 0.9,
    level: SOFT,
    draw: (wave) =>
      void wave
        .hiss(0, 0.3, 1700, 700, 0.8, 1.2, 0.03)
        .strike(0.02, 420, 0.16, METAL)
        .hiss(0.5, 0.24, 500, 260, 0.5, 1.1, 0.03)
        .strike(0.52, 92, 0.4, DULL),
  },
  chair: {
    seconds: 0.8,
    level: SOFT,
    draw(wave) {
      for (let k = 0; k < 16; k++) wave.strike(0.03 * k + 0.01 * wave.chance(), 330 + 9 * k, 0.5, WOOD);
      wave.hiss(0, 0.5, 700, 900, 0.4, 0.5, 0.04).strike(0.56, 160, 0.5, DULL);
    },
  },
  phone: {
    seconds: 1.9,
    level: SOFT,
    draw(wave) {
      for (const at of [0, 0.9]) {
        for (let k = 0; k < 7; k++)
          wave.strike(at + k * 0.055, k % 2 === 0 ? 880 : 1109, 0.3, [
            [1, 1, 0.14],
            [2.02, 0.2, 0.08],
          ]);
      }
    },
  },

  // ---------------------------------------------------------------------------------------------- networks

  /** A hand is turned: the same glass, damped by a finger. */
  tuned: {
    seconds: 0.5,
    level: PLAIN,
    draw: (wave, row) =>
      void ring(
        wave,
        0,
        step(row, 4),
        0.8,
        [
          [1, 1, 0.4],
          [2.76, 0.15, 0.1],
        ],
        0.005,
      ),
  },
  worked: {
    seconds: 0.35,
    level: SOFT,
    draw: (wave, row) =>
      void ring(
        wave,
        0,
        step(row, 2),
        0.6,
        [
          [1, 1, 0.25],
          [2.1, 0.4, 0.1],
        ],
        0.005,
      ).hiss(0, 0.05, 1600, 1100, 0.2, 1, 0.005),
  },
  held: {
    seconds: 0.8,
    level: PLAIN,
    draw: (wave, row) =>
      void ring(
        wave,
        0,
        row.root - 12,
        0.9,
        [
          [1, 1, 0.7],
          [2, 0.5, 0.4],
          [3, 0.2, 0.2],
        ],
        0.006,
      ),
  },
  let_go: { seconds: 0.6, level: FAINT, draw: (wave, row) => void ring(wave, 0, row.root, 0.6, [[1, 1, 0.4]], 0.02) },
  shielded: {
    seconds: 0.9,
    level: SOFT,
    draw: (wave, row) =>
      void wave.hiss(0, 0.4, 600, 1600, 0.3, 0.5, 0.1).strike(0.1, hertzOf(step(row, 1)), 0.6, CLEAR, 0.05),
  },
  looked: {
    seconds: 1,
    level: SOFT,
    draw(wave, row) {
      for (const [k, at] of [
        [3, 0],
        [5, 0.09],
        [7, 0.18],
      ])
        ring(wave, at, step(row, k), 0.4, CLEAR, 0.02);
    },
  },
  mended: {
    seconds: 1.2,
    level: PLAIN,
    draw: (wave, row) => void ring(ring(wave, 0, row.root, 0.7), 0.11, row.root + 7, 0.7),
  },
  tied: {
    seconds: 1.2,
    level: PLAIN,
    draw: (wave, row) => void ring(ring(wave, 0, row.root + 7, 0.6), 0.09, row.root + 12, 0.7),
  },
  snapped: {
    seconds: 0.8,
    level: PLAIN,
    draw: (wave, row) =>
      void ring(ring(wave, 0, row.root + 12, 0.7, DULL), 0.06, row.root + 11, 0.6, DULL).hiss(
        0,
        0.07,
        2600,
        1400,
        0.6,
        1,
        0.005,
      ),
  },
  revealed: {
    seconds: 1.3,
    level: PLAIN,
    draw: (wave, row) => void ring(wave.hiss(0, 0.4, 900, 2400, 0.2, 0.3, 0.15), 0.3, step(row, 5), 0.6),
  },
  nothing: { seconds: 0.6, level: SOFT, draw: (wave) => void wave.hiss(0, 0.45, 1500, 700, 0.4, 0.4, 0.08) },
  cut: {
    seconds: 0.7,
    level: PLAIN,
    draw: (wave, row) => void ring(wave.hiss(0, 0.06, 3200, 1800, 0.8, 1, 0.005), 0.05, row.root, 0.6, METAL),
  },
  on_beat: {
    seconds: 0.8,
    level: PLAIN,
    draw: (wave, row) => void ring(ring(wave, 0, step(row, 3), 0.7), 0, step(row, 5), 0.5),
  },
  off_beat: { seconds: 0.5, level: SOFT, draw: (wave, row) => void ring(wave, 0, step(row, 3) - 1, 0.6, DULL) },
  beat: {
    seconds: 0.25,
    level: FAINT,
    draw: (wave, row) => void ring(wave, 0, row.root - 12, 0.7, [[1, 1, 0.2]], 0.006),
  },
  arrived: { seconds: 0.9, level: SOFT, draw: (wave, row) => void ring(wave, 0, step(row, 6), 0.6) },
  lost_bead: {
    seconds: 0.7,
    level: SOFT,
    draw: (wave, row) => void wave.slide(0, 0.5, hertzOf(step(row, 5)), hertzOf(step(row, 2)), 0.5, 0.1, 0.02),
  },
  again: {
    seconds: 1.2,
    level: SOFT,
    draw(wave, row) {
      for (const [at, loud] of [
        [0, 0.7],
        [0.18, 0.4],
        [0.36, 0.2],
      ])
        ring(wave, at, step(row, 4), loud, DULL);
    },
  },
  /** Near, not here: two soft knocks on a note that does not belong. */
  named: {
    seconds: 1.1,
    level: SOFT,
    draw(wave, row) {
      for (const at of [0, 0.3])
        wave.strike(
          at,
          hertzOf(row.pedal + 12),
          0.7,
          [
            [1, 1, 0.5],
            [2, 0.35, 0.3],
            [3, 0.12, 0.2],
          ],
          0.03,
        );
    },
  },
  struck: {
    seconds: 0.9,
    level: PLAIN,
    draw: (wave, row) =>
      void wave
        .strike(0, hertzOf(row.pedal), 1, DULL, 0.005)
        .hiss(0, 0.2, 700, 240, 0.4, 1.1, 0.005)
        .strike(0, hertzOf(row.pedal + 13), 0.25, METAL),
  },
  turned: {
    seconds: 0.9,
    level: SOFT,
    draw: (wave, row) => void ring(ring(wave, 0, row.pedal + 12, 0.4, DULL), 0.14, row.root + 12, 0.5),
  },
  over: { seconds: 0.9, level: FAINT, draw: (wave, row) => void ring(wave, 0, row.root, 0.6, CLEAR, 0.06) },
  round: {
    seconds: 1.6,
    level: PLAIN,
    draw(wave, row) {
      for (const [k, at] of [
        [0, 0],
        [2, 0.1],
        [4, 0.2],
      ])
        ring(wave, at, step(row, k), 0.55);
    },
  },
  seen: {
    seconds: 0.7,
    level: SOFT,
    draw: (wave, row) =>
      void wave
        .slide(0, 0.12, 900, 900, 0.3, 0.5, 0.01)
        .slide(0.2, 0.12, 900, 900, 0.3, 0.5, 0.01)
        .strike(0, hertzOf(row.pedal + 12), 0.4, DULL),
  },
  won: {
    seconds: 4,
    level: LOUD,
    draw(wave, row) {
      row.pitches.forEach((pitch, k) => {
        ring(
          wave,
          0.07 * k,
          pitch,
          0.5,
          CLEAR.map(([r, a, t]): Mode => [r, a, t * 3]),
          0.03,
        );
      });
      wave.slide(0, 3.4, hertzOf(row.root - 12), hertzOf(row.root - 12), 0.25, 0.1, 0.5);
    },
  },
  lost: {
    seconds: 3,
    level: PLAIN,
    draw(wave, row) {
      [5, 3, 1, 0].forEach((k, n) =>
        ring(
          wave,
          0.28 * n,
          step(row, k),
          0.6 - 0.08 * n,
          [
            [1, 1, 1.2],
            [2, 0.2, 0.5],
          ],
          0.03,
        ),
      );
      wave.strike(1.1, hertzOf(row.root - 12), 0.6, [[1, 1, 1.6]], 0.05);
    },
  },
  counted: {
    seconds: 0.3,
    level: FAINT,
    draw: (wave, row) => void ring(wave, 0, step(row, 7), 0.5, [[1, 1, 0.2]], 0.01),
  },
  refused: {
    seconds: 0.3,
    level: SOFT,
    draw: (wave, row) =>
      void wave
        .strike(0, hertzOf(row.root - 12), 0.8, [
          [1, 1, 0.12],
          [1.5, 0.4, 0.08],
        ])
        .strike(0.07, hertzOf(row.root - 13), 0.6, [[1, 1, 0.12]]),
  },

  // ---------------------------------------------------------------------------------------------- the page

  move: { seconds: 0.12, level: FAINT, draw: (wave) => void wave.strike(0, 1175, 0.5, [[1, 1, 0.05]]) },
  press: {
    seconds: 0.2,
    level: SOFT,
    draw: (wave) =>
      void wave.strike(0, 587, 0.7, [
        [1, 1, 0.1],
        [2.76, 0.2, 0.04],
      ]),
  },
  back: {
    seconds: 0.2,
    level: SOFT,
    draw: (wave) =>
      void wave.strike(0, 440, 0.7, [
        [1, 1, 0.1],
        [2, 0.2, 0.05],
      ]),
  },
  open: {
    seconds: 0.5,
    level: SOFT,
    draw: (wave) => void wave.strike(0, 523, 0.4, CLEAR, 0.02).strike(0.06, 784, 0.35, CLEAR, 0.02),
  },
  deny: {
    seconds: 0.25,
    level: SOFT,
    draw: (wave) => void wave.strike(0, 175, 0.8, DULL).strike(0.07, 165, 0.6, DULL),
  },
} as const satisfies Readonly<Record<string, EffectRow>>;

export type EffectId = keyof typeof TABLE;
export const EFFECT_IDS = Object.keys(TABLE) as readonly EffectId[];

export function secondsOf(id: EffectId): number {
  return TABLE[id].seconds;
}

/** Half of what most machines play at: nothing here is higher than that holds, and it is drawn in half the time. */
export const EFFECT_RATE = 24_000;

export function drawEffect(id: EffectId, row: CityRow): Samples {
  const { seconds, level, draw }: EffectRow = TABLE[id];
  const wave = new Wave(EFFECT_RATE, seconds, EFFECT_IDS.indexOf(id) + 101);
  draw(wave, row);
  return wave.finish(level, 0.7);
}
