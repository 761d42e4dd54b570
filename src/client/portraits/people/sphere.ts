// The Living Trust Sphere, 2146: those at the gate, in the kitchen and at the desk.
import type { Face } from '../../../core/run/cast.ts';
import { bust, disc, ear, inner, line, n, neck, outer, rod, years, type Part } from '../parts.ts';
import type { Person, Thing } from '../person.ts';
import { HAIR, SKIN, cloth } from '../tones.ts';

const gown = cloth('#26324f');
const jin: Person = {
  kind: 'person',
  skin: SKIN.honey,
  iris: '#221612',
  brow: HAIR.ink.base,
  browWidth: 4,
  lip: '#b06a58',
  corners: -0.5,
  open: 0.76,
  at: [98, 86],
  size: 0.8,
  shape: { w: 34, chin: 56, point: 7, jaw: 0.62 },
  nose: { tip: 22, y: 18, wing: 7 },
  backHair: [outer('M-24,-46C-50,-24 -46,30 -50,64C-52,84 -44,96 -36,96L38,96C50,80 46,10 36,-40Z', HAIR.ink.shade)],
  body: [
    ...neck(101, 116, 148, 11, SKIN.honey),
    ...bust({ x: 101, y: 144, w: 38, fall: 8, neck: 15 }, gown),
    inner('M86,134Q101,148 117,134L118,152Q101,164 85,152Z', gown.light),
  ],
  hair: [
    outer(
      'M36,-12C34,-28 24,-40 10,-46C-8,-40 -24,-26 -27,8L-34,62L-50,64C-48,20 -54,-50 0,-66C44,-70 48,-34 46,0L46,58L38,50C40,20 38,0 36,-12Z',
      HAIR.ink.base,
    ),
    inner('M-34,-30C-26,-48 -8,-56 6,-52C-12,-42 -26,-28 -32,-2Z', HAIR.ink.light),
    outer('M-12,-64C-20,-82 -6,-94 8,-92C22,-90 28,-76 20,-62Z', HAIR.ink.base),
    outer(rod(-44, -84, 62, -66, 5), '#e6e0d2'),
    inner('M62,-63.500L78,-63L63,-68.600Z', '#c8a24a'),
    line('M-17,6q10,9 20,0M16,6q9,8 16,0M3,5q6,-3 13,0', '#7d4a1c', 2.6),
  ],
  front: [
    outer('M2,202L8,168Q56,154 100,172Q144,154 192,168L198,202Z', '#6d2f33'),
    inner('M10,196L15,166Q58,152 100,172V202Q56,182 10,196Z', '#e2d9c3'),
    inner('M190,196L185,166Q142,152 100,172V202Q144,182 190,196Z', '#fbf5e4'),
    line('M30,175q32,-7 56,6M28,185q32,-6 58,7M114,181q28,-12 56,-6M114,191q28,-11 58,-5', '#7f7a74', 2.4),
  ],
};

const oat = cloth('#7d8a5c');
const tin = cloth('#aab4bd');
const wick: Person = {
  kind: 'person',
  skin: SKIN.olive,
  iris: '#3a5a34',
  brow: HAIR.walnut.base,
  browWidth: 5,
  lip: '#b9695a',
  gap: true,
  corners: 2,
  open: 1.2,
  at: [92, 124],
  size: 0.78,
  shape: { w: 42, chin: 46, point: 9, jaw: 0.72 },
  nose: { tip: 22, y: 14, wing: 8 },
  body: [
    ...neck(95, 150, 176, 9, SKIN.olive),
    ...bust({ x: 94, y: 172, w: 58, fall: 12, neck: 22 }, oat),
    inner('M72,172L94,192L117,172L124,182L96,202H88L64,182Z', oat.light),
    inner(disc(78, 196, 4) + disc(108, 192, 4) + disc(64, 194, 3.4), '#e7c34f'),
  ],
  ears: [...ear(-42, 6, SKIN.olive)],
  skinMarks: [inner(disc(-20, 16, 1.8) + disc(-14, 20, 1.8) + disc(-24, 22, 1.8) + disc(34, 18, 1.6), SKIN.olive.deep)],
  hair: [
    outer(
      'M40,-14C34,-26 26,-24 20,-16C18,-28 6,-30 0,-18C-6,-28 -18,-24 -22,-10L-30,6L-42,-2C-54,-24 -48,-46 -34,-52C-44,-58 -48,-68 -42,-76C-36,-66 -26,-62 -16,-62C-16,-74 -4,-84 8,-80C2,-74 2,-68 6,-64C24,-74 40,-62 38,-52C48,-46 48,-30 40,-14Z',
      HAIR.walnut.base,
    ),
    inner(
      'M-34,-24C-32,-42 -16,-52 2,-50C22,-56 36,-44 38,-34C20,-46 2,-40 -8,-32C-20,-36 -30,-32 -34,-24Z',
      HAIR.walnut.light,
    ),
  ],
  front: [
    line('M140,172C148,128 182,128 186,166', '#4d545d', 5),
    outer('M132,202C128,176 142,160 162,160C184,160 198,178 194,202Z', tin.base),
    inner('M132,202C128,176 142,160 162,160C148,168 144,186 146,202Z', tin.shade),
    outer('M150,161C150,150 174,150 174,161Z', tin.shade),
    outer(disc(162, 149, 5), '#4d545d'),
    outer('M134,190L112,170L118,164L136,178Z', tin.base),
    line('M172,176q10,0 8,10q-1,8 -8,6q4,-8 -2,-10', tin.deep, 2.6),
  ],
};

const dusk = cloth('#5b5f6e');
const prosper: Person = {
  kind: 'person',
  skin: SKIN.milk,
  iris: '#6f7f70',
  brow: HAIR.ash.base,
  browWidth: 5,
  lip: '#b97f74',
  corners: -2,
  open: 0.74,
  at: [97, 84],
  size: 0.9,
  shape: { w: 35, chin: 60, point: 8, jaw: 0.66 },
  nose: { tip: 29, y: 22, wing: 8, hook: 3 },
  body: [
    ...neck(100, 122, 162, 10, SKIN.milk),
    ...bust({ x: 98, y: 158, w: 56, fall: 20, neck: 16 }, dusk),
    inner('M82,158L98,196L115,158Q98,172 82,158Z', '#f8f4e8'),
    inner('M98,170L80,160V182ZM98,170L118,160V182Z', '#8c2f43'),
    inner(disc(98, 171, 4.5), '#6d2033'),
  ],
  ears: ear(-35, 8, SKIN.milk),
  skinMarks: years(SKIN.milk, 2, 35),
  hair: [
    outer('M-36,-10C-50,-20 -60,-14 -62,-2C-66,4 -64,14 -56,16C-54,24 -44,22 -40,14L-31,10L-30,-12Z', HAIR.ash.base),
    inner('M-36,-10C-50,-20 -60,-14 -62,-2C-54,-8 -44,-6 -38,2Z', HAIR.ash.light),
    line('M-8,-46q14,-10 30,0', '#fff6ea', 4),
    outer('M-40,-34Q0,-46 42,-36L76,-22Q80,-16 72,-16Q40,-28 -38,-24Z', '#2f8f6b'),
    inner('M30,-33L76,-22Q80,-16 72,-16Q52,-23 24,-26Z', '#63c99b'),
  ],
  front: [
    outer('M0,202V188H200V202Z', '#6b4a34'),
    inner('M0,188H200V192H0Z', '#a97c58'),
    outer('M140,188V178H180V188Z', '#3a2c26'),
    outer('M152,178V160C146,152 148,142 160,142C172,142 174,152 168,160V178Z', '#b5533c'),
    inner('M162,144C170,146 170,154 165,160V178H168V160C174,152 172,144 162,144Z', '#e08a6a'),
    outer('M134,168C134,158 150,154 168,160L174,170L150,176Z', SKIN.milk.base),
    line('M148,164l22,0M148,170l20,0', SKIN.milk.shade, 2.2),
    outer('M128,188L118,176L138,158L150,176Z', dusk.base),
  ],
};

const clay = cloth('#b4573f');
const apron = cloth('#e7dfce');
const ruta: Person = {
  kind: 'person',
  skin: SKIN.umber,
  iris: '#3b2416',
  brow: HAIR.soot.base,
  browWidth: 4.6,
  lip: '#bd6257',
  corners: 1.4,
  at: [100, 98],
  size: 0.9,
  lean: 3,
  shape: { w: 39, chin: 52, point: 10, jaw: 0.78 },
  nose: { tip: 25, y: 17, wing: 10 },
  body: [
    ...neck(104, 130, 158, 15, SKIN.umber),
    ...bust({ x: 102, y: 156, w: 70, fall: 20, neck: 22 }, clay),
    inner('M70,202L78,160L90,158Q103,184 118,157L130,160L138,202Z', apron.base),
    inner('M70,202L78,160L90,158Q94,170 98,174L92,202Z', apron.shade),
  ],
  ears: [...ear(-37, 8, SKIN.umber), inner(disc(-38, 22, 4.5), '#e9b44c')],
  skinMarks: years(SKIN.umber, 1, 39),
  hair: [
    outer('M38,-18C28,-34 4,-38 -14,-32L-28,-8L-38,0C-50,-28 -40,-64 4,-66C40,-66 48,-40 38,-18Z', '#3f86a6'),
    inner('M-38,0C-50,-28 -40,-64 4,-66C-18,-56 -28,-36 -26,-12Z', '#295f7c'),
    outer('M8,-56C-12,-58 -26,-70 -30,-86C-12,-88 8,-80 15,-64C26,-80 44,-84 60,-78C56,-64 40,-56 22,-54Z', '#3f86a6'),
    inner('M18,-62C28,-78 44,-84 60,-78C46,-76 32,-68 24,-58Z', '#78b8d2'),
    inner(disc(15, -57, 8), '#295f7c'),
    inner('M-28,-10C-24,-26 -8,-33 8,-34C-4,-28 -14,-20 -20,-6Z', HAIR.soot.base),
    line('M-14,-50h.1M-26,-34h.1M30,-48h.1M4,-44h.1M-18,-24h.1', '#cfe6ee', 4.4),
  ],
  front: [
    outer('M18,202C14,184 22,170 34,166L44,180L34,202Z', clay.base),
    outer('M24,140H76C78,166 72,184 62,188H38C28,184 22,166 24,140Z', '#f3efe6'),
    inner('M24,140H40C40,164 44,182 50,188H38C28,184 22,166 24,140Z', '#c5c0b6'),
    line('M26,150H74', '#3f86a6', 4),
    line('M24,148C8,146 8,172 28,170', '#f3efe6', 6),
    line('M38,130c-8,-10 8,-14 0,-26M56,130c-8,-10 8,-16 0,-30', '#ffffff', 4),
    outer('M30,186C34,168 50,160 62,166Q68,172 60,174Q66,180 58,182Q62,188 54,190L40,198Z', SKIN.umber.base),
    line('M60,174l-10,1M58,182l-9,1', SKIN.umber.deep, 2),
  ],
};

const cloak = cloth('#39405f');
/** The reader is never seen from the front: whoever plays has a face already. How they take it shows in the hood and the page. */
const HOODS: Readonly<Record<Face, { turn: number; drop: number; page: number; words: string }>> = {
  calm: { turn: 0, drop: 0, page: 0, words: 'M128,150l30,-7M130,160l30,-7M132,170l20,-5' },
  glad: { turn: -5, drop: -4, page: -14, words: 'M128,150l30,-7M130,160l30,-7M132,170l30,-7' },
  wry: { turn: -13, drop: 2, page: 0, words: 'M128,150l30,-7M130,160l12,-3' },
  worried: { turn: 5, drop: 6, page: 10, words: 'M128,150l10,-2M144,146l14,-3M130,160l14,-3M151,155l8,-2' },
  angry: { turn: 10, drop: 2, page: 4, words: 'M128,150l30,-7M128,144l34,6M130,164l30,-12M130,156l30,6' },
  sad: { turn: 13, drop: 14, page: 20, words: 'M132,170l14,-4' },
  startled: { turn: -4, drop: -12, page: -22, words: 'M140,144l7,20M150,140l-1,8M152,156l.1,.1' },
};

const you: Thing = {
  kind: 'thing',
  parts: (face): readonly Part[] => {
    const { turn, drop, page, words } = HOODS[face];
    const t = (x: number, y: number): string => {
      const angle = (turn * Math.PI) / 180;
      const [dx, dy] = [x - 96, y - 150];
      return `${n(96 + dx * Math.cos(angle) - dy * Math.sin(angle))},${n(150 + dx * Math.sin(angle) + dy * Math.cos(angle) + drop)}`;
    };
    const lift = (d: string): string => d.replace(/M([\d.]+),([\d.]+)/g, (_, x, y) => `M${x},${Number(y) + page}`);
    return [
      outer(lift('M116,142') + 'l46,-11l12,62l-44,10Z', '#fdf6e3'),
      inner(lift('M116,142') + 'l12,-3l12,62l-10,2Z', '#dccfae'),
      line(lift(words), '#5f6472', 3),
      outer('M26,202C24,172 44,156 78,148H116C138,154 150,168 152,202Z', cloak.base),
      inner('M26,202C24,172 44,156 78,148C60,162 54,182 56,202Z', cloak.shade),
      inner('M116,148C138,154 150,168 152,202H144C142,176 132,160 116,148Z', '#ffdf9a'),
      outer(
        `M${t(48, 152)}C${t(30, 110)} ${t(44, 56)} ${t(88, 34)}C${t(94, 26)} ${t(104, 22)} ${t(110, 30)}C${t(146, 58)} ${t(158, 110)} ${t(140, 152)}Q${t(94, 176)} ${t(48, 152)}Z`,
        cloak.base,
      ),
      inner(
        `M${t(48, 152)}C${t(30, 110)} ${t(44, 56)} ${t(88, 34)}C${t(62, 66)} ${t(58, 116)} ${t(74, 162)}Q${t(58, 158)} ${t(48, 152)}Z`,
        cloak.shade,
      ),
      inner(
        `M${t(110, 30)}C${t(146, 58)} ${t(158, 110)} ${t(140, 152)}L${t(132, 156)}C${t(146, 112)} ${t(136, 62)} ${t(110, 30)}Z`,
        '#ffdf9a',
      ),
      line(`M${t(98, 34)}C${t(102, 76)} ${t(100, 118)} ${t(96, 162)}`, cloak.deep, 3),
      line(`M${t(52, 150)}Q${t(94, 174)} ${t(138, 150)}`, cloak.deep, 3),
      outer(lift('M152,186') + 'q16,-6 22,-2q3,8 -8,12l-14,4Z', SKIN.bronze.base),
    ];
  },
};

export const SPHERE = { you, jin, wick, prosper, ruta };
