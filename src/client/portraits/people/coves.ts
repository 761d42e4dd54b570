// The Trust Coves, 2095. Each is told apart by the outline: what is on the head, and what is carried.
// One file for a city's people, long as it is: whoever draws another sees here from whom they must be told apart.
import { bust, disc, ear, inner, line, neck, outer, pip, rod, years } from '../parts.ts';
import type { Person } from '../person.ts';
import { HAIR, SKIN, cloth } from '../tones.ts';

const ochre = cloth('#d99a2b');
const zara: Person = {
  kind: 'person',
  skin: SKIN.bronze,
  iris: '#4a2a14',
  brow: HAIR.ink.base,
  browWidth: 5,
  lip: '#b55a4c',
  corners: 0,
  open: 0.9,
  at: [96, 92],
  shape: { w: 37, chin: 52, point: 7, jaw: 0.66 },
  nose: { tip: 25, y: 17, wing: 8 },
  backHair: [outer('M-20,-60C-66,-52 -64,10 -66,52L-18,44L30,40L49,36C50,0 52,-60 0,-66Z', HAIR.ink.shade)],
  body: [
    ...neck(100, 128, 156, 15, SKIN.bronze),
    ...bust({ x: 100, y: 154, w: 78, fall: -1, neck: 21 }, ochre),
    inner('M80,154L101,184L121,154Q101,168 80,154Z', '#fbf3df'),
    line('M101,184V202', ochre.deep, 2.5),
  ],
  hair: [
    outer(
      'M42,-24L14,-29L-24,-26C-26,8 -30,30 -32,56L-66,52C-64,4 -68,-68 2,-70C40,-70 52,-40 50,-8L51,38L41,30C43,14 40,-6 42,-24Z',
      HAIR.ink.base,
    ),
    inner('M-46,-20C-44,-50 -20,-62 6,-62C-18,-54 -34,-36 -36,-8C-40,-6 -46,-10 -46,-20Z', HAIR.ink.light),
    outer(rod(-40, -8, -84, -34, 7), '#e8543f'),
    inner(rod(-78, -30.5, -85, -34.6, 7), '#f5dcb4'),
  ],
  front: [
    inner('M76,146L66,202H80L86,158L114,158L121,202H135L124,146L116,150Q100,160 84,150Z', '#fff3c4'),
    line('M74,170l7,1M72,180l5,1M71,190l8,1M120,168l8,-1M122,178l5,-1M123,188l9,-1', '#493713', 2),
    ...pip(100, 172),
  ],
};

const plum = cloth('#3b2f52');
const kaden: Person = {
  kind: 'person',
  skin: SKIN.milk,
  iris: '#4d7c94',
  brow: HAIR.soot.base,
  browWidth: 4.4,
  lip: '#b06a66',
  corners: -1,
  open: 0.8,
  at: [96, 84],
  size: 0.95,
  shape: { w: 33, chin: 60, point: 6, jaw: 0.6 },
  nose: { tip: 26, y: 19, wing: 7, hook: 2.5 },
  behind: [outer('M44,202L20,72L76,128L120,128L166,64L158,202Z', plum.shade)],
  body: [
    ...neck(98, 128, 158, 13, SKIN.milk),
    outer('M32,202L42,168L78,148L100,196L122,148L156,164L170,202Z', plum.base),
    inner('M84,150L100,188L116,150Q100,164 84,150Z', '#dcd8e8'),
  ],
  ears: ear(-34, 7, SKIN.milk),
  skinMarks: [inner('M6,52Q13,48 20,52L16,61Q12,63 8,60Z', HAIR.soot.base)],
  hair: [
    outer(
      'M35,-14C34,-26 26,-32 14,-38C2,-34 -14,-30 -22,-20L-26,6L-38,-4C-50,-40 -34,-62 -6,-70L10,-86L22,-74L40,-84C52,-60 48,-34 35,-14Z',
      HAIR.soot.base,
    ),
    inner('M-14,-34C-6,-54 10,-66 32,-68C16,-58 4,-48 2,-38Z', HAIR.soot.light),
    inner('M-34,-14C-40,-34 -30,-50 -18,-58C-26,-42 -28,-28 -28,-8Z', HAIR.ash.base),
  ],
  front: [
    outer('M20,72L84,150L66,202H44Z', plum.base),
    inner('M20,72L84,150L72,160Z', plum.light),
    outer('M166,64L118,148L134,202H158Z', plum.base),
    inner('M166,64L118,148L128,164L162,98Z', plum.light),
    ...pip(100, 186),
  ],
};

const leaf = cloth('#3f8a5b');
const nia: Person = {
  kind: 'person',
  skin: SKIN.umber,
  iris: '#3a2012',
  brow: HAIR.ink.base,
  browWidth: 5,
  lip: '#b85d54',
  corners: 0.5,
  open: 1.1,
  lashes: true,
  at: [92, 96],
  size: 0.94,
  shape: { w: 38, chin: 52, point: 8, jaw: 0.72 },
  nose: { tip: 25, y: 17, wing: 11 },
  backHair: [
    outer(
      'M-26,-50C-62,-44 -58,0 -62,40C-62,58 -50,58 -48,46C-48,66 -36,66 -34,50L-20,-20L30,-20L42,30C42,44 52,44 52,30C54,-8 54,-48 20,-56Z',
      HAIR.soot.shade,
    ),
  ],
  body: [
    ...neck(96, 132, 158, 15, SKIN.umber),
    ...bust({ x: 94, y: 156, w: 66, fall: 14, neck: 20 }, leaf),
    inner('M74,157Q96,182 118,157L112,154Q96,170 80,154Z', leaf.light),
    ...pip(96, 176),
  ],
  ears: [...ear(-36, 8, SKIN.umber), line('M-37,20v11', '#f0c95a', 4)],
  hair: [
    outer(
      'M36,-14C30,-26 10,-32 -8,-29C-22,-26 -28,-14 -29,2L-40,-6C-46,-30 -36,-46 -20,-54C-34,-66 -30,-84 -14,-84C-10,-98 12,-98 16,-86C32,-92 42,-76 34,-62C46,-54 46,-30 36,-14Z',
      HAIR.soot.base,
    ),
    line(
      'M-12,-82C-18,-66 -6,-58 -18,-34M16,-84C4,-68 16,-56 8,-33M33,-64C22,-54 30,-42 26,-28M-30,-44Q-34,-28 -34,-8',
      HAIR.soot.light,
      3.4,
    ),
    inner('M-22,-54Q6,-66 38,-56L37,-48Q6,-58 -24,-46Z', '#f0a93c'),
  ],
  front: [
    outer('M116,150L176,138L190,200L130,202Z', '#a9713d'),
    inner('M123,156L171,147L181,194L132,202Z', '#fdf8ea'),
    inner('M138,143L155,139.500L157,150L140,153Z', '#7f8a92'),
    line('M131,165l34,-7M133,174l40,-8M135,183l28,-6', '#6c7a86', 2.6),
    outer('M104,202C106,188 116,178 130,176L139,180Q141,186 133,187Q138,191 132,194Q136,198 130,202Z', SKIN.umber.base),
    line('M133,187l-9,1M132,194l-9,1', SKIN.umber.deep, 2),
  ],
};

const coral = cloth('#dd6f55');
const jesse: Person = {
  kind: 'person',
  skin: SKIN.honey,
  iris: '#2c1a14',
  brow: HAIR.ink.base,
  browWidth: 4.6,
  lip: '#b3614e',
  corners: 1.5,
  open: 1.15,
  at: [94, 96],
  lean: -3,
  shape: { w: 37, chin: 53, point: 8, jaw: 0.7 },
  nose: { tip: 23, y: 17, wing: 8 },
  body: [
    ...neck(98, 132, 158, 14, SKIN.honey),
    ...bust({ x: 98, y: 158, w: 64, fall: 18, neck: 19 }, coral),
    inner('M79,158L99,196L118,158Q99,174 79,158Z', '#f6ead3'),
    line('M99,196V202M76,160L98,200L121,160', coral.shade, 4),
    ...pip(99, 178),
  ],
  ears: ear(-36, 7, SKIN.honey),
  hair: [
    outer(
      'M37,-14C36,-24 30,-30 22,-27C22,-35 12,-36 5,-29C0,-36 -12,-32 -15,-22C-22,-24 -27,-8 -28,4L-40,3C-46,10 -54,10 -58,4C-50,4 -48,-2 -48,-8C-56,-4 -66,-8 -70,-18C-60,-14 -54,-20 -53,-28C-60,-34 -62,-46 -56,-56C-54,-48 -50,-46 -45,-47C-50,-60 -44,-74 -30,-78C-33,-70 -30,-64 -24,-62C-24,-76 -12,-88 4,-84C-4,-78 -4,-72 0,-68C6,-80 24,-86 34,-76C26,-76 24,-70 25,-65C34,-72 50,-68 54,-54C46,-58 42,-54 42,-48C54,-46 60,-34 54,-22C52,-30 48,-32 44,-30Z',
      HAIR.ink.base,
    ),
    inner(
      'M-34,-42C-30,-56 -18,-54 -16,-48C-10,-62 4,-60 6,-52C14,-60 26,-56 26,-50C14,-52 8,-46 4,-42C-4,-50 -14,-46 -18,-38C-24,-46 -30,-46 -34,-42Z',
      HAIR.ink.light,
    ),
    line('M-44,-27Q-4,-43 42,-30', '#8a5a3a', 6),
    outer(rod(36, -28, 58, -10, 6), '#b98a3e'),
    outer(disc(62, 2, 19), '#b98a3e'),
    inner(disc(62, 2, 14.5), '#9fe0e8'),
    inner('M62,-12.500A14.5,14.5 0 0 1 76.5,2L62,2Z', '#f7c64f'),
    inner('M62,2L76.5,2A14.5,14.5 0 0 1 55,14.700Z', '#e8708a'),
    line('M53,-2q2,-7 9,-8', '#ffffff', 2.6),
  ],
  front: [
    outer('M12,202L16,158L24,164L33,157L41,164L50,156L56,202Z', '#c99b66'),
    inner('M12,202L16,158L24,164L27,202Z', '#9d7143'),
    outer('M46,202C46,190 50,184 60,184L68,188L66,202Z', SKIN.honey.base),
    inner('M37,178q6,-5 10,1q-3,9 -10,5Z', '#7d5327'),
  ],
};

const navy = cloth('#2c4a7c');
const brass = '#f0c04c';
const ferro: Person = {
  kind: 'person',
  skin: SKIN.rose,
  iris: '#55656b',
  brow: HAIR.chestnut.base,
  browWidth: 6,
  lip: '#a9534e',
  corners: -1,
  open: 0.9,
  at: [96, 98],
  shape: { w: 43, chin: 56, point: 14, jaw: 0.98 },
  nose: { tip: 28, y: 17, wing: 11 },
  body: [
    ...neck(100, 128, 156, 26, SKIN.rose),
    ...bust({ x: 100, y: 150, w: 86, fall: 16, neck: 30 }, navy),
    inner('M70,151L98,170L126,151L130,162L99,184L66,162Z', navy.deep),
    line('M99,184V202', navy.deep, 3),
    inner(disc(84, 190, 5) + disc(114, 190, 5), brass),
    line('M40,160L86,202', '#6b4526', 8),
    inner('M14,192L40,166L46,172L22,202H14Z', brass),
    ...pip(99, 170),
  ],
  ears: ear(-42, 8, SKIN.rose),
  skinMarks: [
    ...years(SKIN.rose, 1, 43),
    inner('M-30,8Q-22,18 -14,17Q-18,26 -28,24Z', '#dd8d78'),
    outer('M14,23C4,20 -8,28 -16,40C-4,42 8,38 14,33C22,38 34,38 42,34C38,25 26,19 14,23Z', HAIR.chestnut.base),
    inner('M14,24C22,22 32,26 38,33C30,35 20,33 14,28Z', HAIR.chestnut.light),
  ],
  hair: [
    outer('M-38,-30C-43,-14 -43,-4 -42,6L-31,10L-30,-24Z', HAIR.chestnut.base),
    outer('M-46,-46C-60,-64 -50,-84 -6,-88C38,-92 62,-76 52,-60L44,-44Z', navy.base),
    inner('M-46,-46C-60,-64 -50,-84 -6,-88C-32,-80 -38,-64 -30,-48Z', navy.shade),
    inner('M46,-62C38,-76 18,-83 -2,-84C30,-88 56,-76 50,-60Z', navy.light),
    outer('M-47,-47L45,-48L44,-32L-44,-29Z', navy.deep),
    inner('M-46,-43L45,-44V-39.5L-46,-37Z', brass),
    outer('M2,-33C22,-40 46,-38 66,-22C69,-16 62,-16 54,-19C36,-27 18,-28 0,-28Z', '#191c2c'),
    inner(disc(20, -61, 12), brass),
    line('M23.5,-64a3.6,3.6 0 1 0 -7,1a3.6,3.6 0 0 0 7,-1q1,7 -5,10', '#5d3d10', 2.6),
  ],
};

const rust = cloth('#9c4a2f');
const odile: Person = {
  kind: 'person',
  skin: SKIN.cocoa,
  iris: '#2c160e',
  brow: HAIR.silver.base,
  browWidth: 4.4,
  lip: '#b5625a',
  corners: -2,
  open: 0.8,
  at: [90, 102],
  size: 0.92,
  lean: -4,
  shape: { w: 36, chin: 54, point: 7, jaw: 0.62 },
  nose: { tip: 27, y: 20, wing: 11, hook: 1.5 },
  behind: [
    outer(rod(10, 202, 168, 48, 6), '#6d6a70'),
    outer('M150,62C146,30 166,12 186,22C202,34 190,66 160,68Z', '#ff9d3c'),
    inner('M164,52C160,34 170,24 182,28C190,36 184,52 170,58Z', '#ffd98a'),
    inner(disc(180, 32, 4), '#fffaf0'),
  ],
  body: [
    ...neck(94, 138, 164, 12, SKIN.cocoa),
    ...bust({ x: 94, y: 164, w: 60, fall: 20, neck: 18 }, rust),
    inner('M66,202L72,172L80,164L94,176L108,164L118,174L124,202Z', '#59402f'),
    line('M72,172L80,164M118,174L108,164', '#3a281c', 4),
    ...pip(94, 184),
  ],
  ears: [...ear(-35, 8, SKIN.cocoa), inner(disc(-36, 22, 5), '#7fe0d0')],
  skinMarks: years(SKIN.cocoa, 2, 36),
  hair: [
    outer('M38,-22C30,-34 -22,-36 -30,-10L-38,-2C-56,-34 -36,-72 6,-72C40,-72 50,-42 38,-22Z', '#d8563a'),
    outer(
      'M-34,-44C-50,-62 -72,-62 -76,-48C-70,-40 -56,-38 -42,-34C-58,-30 -70,-20 -66,-10C-54,-8 -42,-18 -36,-26Z',
      '#d8563a',
    ),
    inner('M-34,-10C-50,-34 -34,-66 0,-71C-20,-58 -26,-36 -24,-18Z', '#a53a2a'),
    inner('M38,-44C30,-60 20,-66 8,-69C30,-68 42,-54 40,-36Z', '#f08862'),
    line('M-36,-30Q0,-46 44,-36', '#2a2430', 7),
    outer('M-20,-52h20q8,0 8,8v10q0,8 -8,8h-20q-8,0 -8,-8v-10q0,-8 8,-8Z', '#2a2430'),
    outer('M20,-54h16q10,0 10,8v12q0,8 -9,8h-17q-7,0 -7,-8v-12q0,-8 7,-8Z', '#2a2430'),
    inner('M-18,-47h16q5,0 5,5v6q0,5 -5,5h-16q-5,0 -5,-5v-6q0,-5 5,-5Z', '#8fd8d0'),
    inner('M22,-49h12q6,0 6,5v7q0,5 -6,5h-12q-4,0 -4,-5v-7q0,-5 4,-5Z', '#8fd8d0'),
    line('M-18,-36l8,-9M24,-37l8,-10', '#effffb', 3),
  ],
};

const lilac = cloth('#8487bd');
const ivo: Person = {
  kind: 'person',
  skin: SKIN.milk,
  iris: '#5b86a8',
  brow: HAIR.straw.shade,
  browWidth: 4,
  lip: '#c77f78',
  corners: -0.5,
  open: 0.72,
  at: [98, 104],
  size: 0.86,
  lean: 4,
  shape: { w: 34, chin: 54, point: 6, jaw: 0.6 },
  nose: { tip: 22, y: 16, wing: 7 },
  backHair: [
    outer(
      'M-18,70C-60,60 -74,4 -56,-40C-54,-58 -66,-72 -82,-78C-56,-90 -10,-92 16,-86C52,-78 62,-40 56,-4C54,34 50,56 40,70Z',
      lilac.base,
    ),
    inner(
      'M-30,64C-62,46 -70,0 -56,-40C-54,-58 -66,-72 -82,-78C-60,-82 -40,-76 -30,-64C-50,-36 -48,20 -30,64Z',
      lilac.shade,
    ),
    inner('M-20,60C-52,40 -54,-26 -34,-52C-14,-74 34,-72 44,-40C52,-8 48,30 38,60Z', lilac.deep),
  ],
  body: [...neck(102, 140, 166, 11, SKIN.milk), ...bust({ x: 100, y: 166, w: 54, fall: 22, neck: 14 }, lilac)],
  hair: [
    inner(
      'M35,-16C22,-30 6,-30 -6,-26C-18,-20 -24,-8 -27,6C-36,-8 -36,-34 -20,-46C4,-60 34,-50 38,-26Z',
      HAIR.straw.base,
    ),
    inner('M36,-10C30,-16 34,-24 16,-30L0,-20C4,-34 -4,-42 4,-48C24,-52 42,-36 36,-10Z', HAIR.straw.light),
    inner('M-10,-24C-6,-34 -2,-40 4,-46L10,-26L2,-10Z', HAIR.straw.base),
  ],
  front: [
    inner('M74,160Q62,176 70,190Q100,206 132,190Q140,174 128,160Q122,178 101,180Q80,178 74,160Z', lilac.light),
    line('M84,178l-3,24M120,178l4,20', '#f4f2ff', 3.4),
    ...pip(101, 186),
  ],
  looks: { glad: { mouth: 'grin', tilt: -6 }, calm: { sink: 2 } },
};

const linen = cloth('#b9d4e4');
const hanneke: Person = {
  kind: 'person',
  skin: SKIN.rose,
  iris: '#3c6b4c',
  brow: HAIR.copper.base,
  browWidth: 4.4,
  lip: '#c94f4a',
  corners: 2.6,
  open: 1.1,
  lashes: true,
  at: [98, 106],
  size: 0.9,
  lean: -2,
  shape: { w: 42, chin: 52, point: 12, jaw: 0.86 },
  nose: { tip: 24, y: 16, wing: 9 },
  backHair: [outer('M-30,-30C-58,-14 -58,26 -40,36L-20,30L38,30C56,20 54,-10 38,-30Z', HAIR.copper.shade)],
  body: [
    ...neck(101, 132, 158, 19, SKIN.rose),
    ...bust({ x: 102, y: 156, w: 76, fall: 22, neck: 26 }, linen),
    line('M50,178V202M66,166V202M138,166V202M154,178V202', '#6f95b3', 3),
    inner('M76,156L102,180L128,156L122,152Q102,166 82,152Z', '#fdfdfb'),
    inner('M74,202L84,172L102,182L120,172L130,202Z', '#fdfdfb'),
    ...pip(102, 172),
  ],
  ears: ear(-41, 8, SKIN.rose),
  skinMarks: [inner(disc(-22, 18, 9, 6), '#e08a77'), inner(disc(36, 18, 4, 5), '#e08a77')],
  hair: [
    outer(
      'M40,-16C34,-34 -24,-36 -30,-12L-40,2C-52,-24 -40,-46 -20,-52L30,-54C46,-46 50,-30 40,-16Z',
      HAIR.copper.base,
    ),
    outer('M-58,-46C-62,-76 -20,-86 -4,-68C4,-54 -2,-38 -18,-34C-38,-26 -56,-28 -58,-46Z', HAIR.copper.base),
    outer('M0,-60C4,-88 46,-90 56,-66C62,-46 48,-30 30,-32C12,-32 0,-42 0,-60Z', HAIR.copper.base),
    line(
      'M-20,-44C-14,-58 -34,-66 -42,-56C-46,-46 -34,-42 -30,-50M42,-44C50,-58 34,-72 22,-64C14,-54 24,-44 32,-52',
      HAIR.copper.deep,
      3.4,
    ),
    line('M-50,-52C-48,-68 -30,-76 -14,-68M8,-66C14,-78 32,-82 44,-72', HAIR.copper.light, 4),
    outer(rod(-50, -62, -72, -88, 9), '#e9c48d'),
    outer(rod(-24, -72, -30, -104, 9), '#5aa7d6'),
    outer(rod(38, -74, 52, -104, 9), '#e25b6a'),
    line('M-62,-72l5,-4M-31,-84l7,-1M43,-92l6,3', '#4a3322', 2),
  ],
  front: [
    outer('M10,202C6,174 22,152 52,150L62,156L46,202Z', '#f4f7f8'),
    inner('M10,202C6,174 22,152 52,150C36,162 28,180 28,202Z', '#c4d2da'),
    line('M44,160L36,202M54,158L46,190', '#d7e1e6', 3),
  ],
};

const denim = cloth('#41688f');
const benno: Person = {
  kind: 'person',
  skin: SKIN.olive,
  iris: '#3a2a18',
  brow: HAIR.ink.base,
  browWidth: 6.6,
  lip: '#9d5a4a',
  corners: 0,
  open: 0.95,
  at: [98, 88],
  size: 0.92,
  shape: { w: 41, chin: 58, point: 16, jaw: 0.98 },
  nose: { tip: 27, y: 18, wing: 11, hook: 1 },
  behind: [
    outer(rod(176, 202, 168, 96, 14), '#9aa3ab'),
    outer('M152,96C146,82 150,68 158,62L160,80L172,80L174,62C184,68 188,84 182,96C176,104 158,104 152,96Z', '#9aa3ab'),
    inner(rod(179, 202, 171, 100, 4), '#d9e0e4'),
  ],
  body: [
    ...neck(102, 122, 152, 30, SKIN.olive),
    ...bust({ x: 100, y: 142, w: 96, fall: 8, neck: 34 }, cloth('#e2732f')),
    inner('M50,202L58,150L74,144L80,176H124L130,144L146,150L152,202Z', denim.base),
    inner('M50,202L58,150L74,144L76,160L68,202Z', denim.shade),
    inner('M80,176H124L126,184H78Z', denim.light),
    inner(disc(74, 172, 5) + disc(132, 172, 5), '#e8d7a0'),
    ...pip(104, 162),
  ],
  ears: ear(-40, 8, SKIN.olive),
  skinMarks: [
    outer(
      'M-38,12C-36,48 -10,66 10,66C34,66 40,40 39,14C34,24 32,26 28,27Q14,20 -2,28C-16,28 -28,22 -38,12Z',
      HAIR.ink.base,
    ),
    inner('M10,66C34,66 40,40 39,14C38,36 30,54 10,58Z', HAIR.ink.light),
    inner('M0,31Q13,26 27,31Q28,42 13,46Q-2,44 0,31Z', SKIN.olive.base),
  ],
  hair: [
    outer('M-34,-20C-42,-10 -42,2 -40,14L-30,16L-28,-14Z', HAIR.ink.base),
    outer('M40,-24C26,-36 -24,-34 -42,-12C-56,-40 -36,-70 2,-70C36,-70 48,-46 40,-24Z', '#c43c34'),
    inner('M-42,-12C-56,-40 -36,-70 2,-70C-22,-58 -30,-38 -26,-24Z', '#8e2630'),
    outer('M-40,-34C-60,-40 -76,-32 -80,-18C-68,-16 -50,-14 -40,-10Z', '#8e2630'),
    inner('M4,-50Q22,-58 36,-44L33,-31Q18,-40 2,-37Z', SKIN.olive.base),
    line('M3,-36Q18,-39 33,-30', '#8e2630', 3),
  ],
};

const violet = cloth('#6a4c9c');
const shell = cloth('#e7dcf2');
const sunniva: Person = {
  kind: 'person',
  skin: SKIN.milk,
  iris: '#3f6f8f',
  brow: HAIR.ash.base,
  browWidth: 3.8,
  lip: '#b0425a',
  corners: -0.5,
  open: 0.85,
  lashes: true,
  at: [98, 92],
  size: 0.84,
  shape: { w: 34, chin: 57, point: 6, jaw: 0.6 },
  nose: { tip: 27, y: 20, wing: 7, hook: 2 },
  behind: [
    outer(
      'M100,190C48,186 10,150 22,92C28,76 40,72 52,78C44,98 60,128 78,140L128,138C146,124 154,94 148,66C160,62 176,74 180,98C184,150 150,188 100,190Z',
      shell.base,
    ),
    inner('M100,190C48,186 10,150 22,92C28,76 40,72 52,78C36,110 60,160 100,190Z', shell.shade),
    line(
      'M32,86C32,130 60,168 92,182M44,78C42,118 66,152 92,172M170,84C172,130 146,166 110,182M158,72C160,118 138,150 112,170',
      shell.deep,
      2.2,
    ),
  ],
  body: [
    ...neck(101, 128, 168, 11, SKIN.milk),
    outer('M48,202C52,178 74,170 84,150Q101,166 118,150C128,170 152,176 158,202Z', violet.base),
    inner('M48,202C52,178 74,170 84,150Q88,156 92,158C90,180 76,186 74,202Z', violet.shade),
    inner('M118,150C128,170 152,176 158,202H148C144,184 124,178 114,156Z', violet.light),
    ...pip(101, 174),
  ],
  ears: [...ear(-33, 8, SKIN.milk), inner('M-34,20l6,12l-6,12l-6,-12Z', '#8be0d6')],
  skinMarks: years(SKIN.milk, 1, 34),
  hair: [
    outer(
      'M35,-14C34,-30 14,-40 -8,-34C-22,-28 -28,-12 -28,4L-38,4C-52,-30 -40,-60 0,-64C36,-66 46,-40 35,-14Z',
      HAIR.snow.base,
    ),
    outer('M-24,-54C-34,-74 -18,-96 6,-96C30,-96 40,-76 28,-58Q2,-70 -24,-54Z', HAIR.snow.base),
    inner('M-24,-54C-34,-74 -18,-96 6,-96C-8,-86 -12,-72 -4,-62Z', HAIR.snow.shade),
    line('M8,-88C26,-86 24,-68 10,-68C0,-70 4,-80 12,-78', HAIR.snow.shade, 3.2),
    line('M-36,-6C-42,-30 -26,-50 2,-54M-30,-6C-30,-24 -16,-40 6,-44', HAIR.snow.shade, 3),
  ],
};

const slate = cloth('#8d9f98');
const pell: Person = {
  kind: 'person',
  skin: SKIN.rose,
  iris: '#5d7a5a',
  brow: HAIR.chestnut.shade,
  browWidth: 4,
  lip: '#c27a6e',
  corners: 3,
  open: 1.12,
  at: [94, 88],
  size: 0.94,
  shape: { w: 35, chin: 56, point: 10, jaw: 0.78 },
  nose: { tip: 24, y: 18, wing: 7 },
  body: [
    ...neck(98, 126, 154, 14, SKIN.rose),
    ...bust({ x: 96, y: 150, w: 62, fall: 6, neck: 17 }, slate),
    inner('M79,151L97,200L115,151L108,146Q97,160 86,146Z', '#fcfbf4'),
    inner('M92,162h11l-2,8l4,32h-15l4,-32Z', '#5f9b3d'),
    inner('M78,151L97,202H84L66,166Z', slate.light),
    inner('M116,151L97,202H110L130,164Z', slate.light),
    ...pip(97, 160),
  ],
  ears: ear(-35, 7, SKIN.rose),
  hair: [
    outer(
      'M36,-14C36,-24 34,-30 28,-34C8,-36 -14,-38 -22,-26C-26,-16 -28,-6 -29,2L-38,0C-44,-20 -42,-44 -24,-56C-12,-72 34,-74 44,-48C46,-34 42,-22 36,-14Z',
      HAIR.chestnut.base,
    ),
    inner('M-20,-50C0,-66 30,-66 40,-46C24,-56 4,-56 -20,-40Z', HAIR.chestnut.light),
    line('M-23,-58Q-20,-42 -22,-27', SKIN.rose.base, 3),
    line('M-12,-44Q12,-54 36,-40M-14,-36Q10,-44 34,-34', HAIR.chestnut.shade, 2),
  ],
  front: [
    outer('M118,170C116,156 126,150 134,154C136,142 152,140 156,152C168,146 178,156 174,170Z', '#e2a83a'),
    inner(disc(140, 162, 12, 10), '#d0543e'),
    inner('M158,150C164,152 172,160 168,172H150C150,160 154,158 158,150Z', '#a9c44f'),
    line('M157,152q1,-8 6,-10', '#5a3f22', 3),
    outer('M106,168H190C190,188 172,199 166,202H130C122,198 106,188 106,168Z', '#dfe9ec'),
    inner('M106,168H126C126,186 134,198 140,202H130C122,198 106,188 106,168Z', '#a9bcc4'),
    line('M110,170H187', '#ffffff', 3),
  ],
};

const cream = cloth('#efe3c8');
const straw = cloth('#e2b95f');
const abel: Person = {
  kind: 'person',
  skin: SKIN.night,
  iris: '#20110c',
  brow: HAIR.snow.base,
  browWidth: 5,
  lip: '#b0635c',
  corners: 1,
  open: 0.9,
  at: [98, 104],
  size: 0.92,
  lean: -9,
  shape: { w: 37, chin: 58, point: 11, jaw: 0.74 },
  nose: { tip: 26, y: 18, wing: 13 },
  body: [
    ...neck(96, 144, 172, 14, SKIN.night),
    ...bust({ x: 94, y: 168, w: 68, fall: 18, neck: 19 }, cream),
    inner('M75,168L95,192L113,168L107,164Q95,176 82,164Z', cream.light),
    line('M56,178L62,202M134,178L128,202', '#8a5a34', 9),
    ...pip(95, 186),
  ],
  ears: ear(-36, 8, SKIN.night),
  skinMarks: [
    ...years(SKIN.night, 2, 37),
    outer(
      'M-34,20C-32,48 -8,64 12,64C32,64 38,44 36,26C34,38 28,42 26,44Q14,50 0,46C-14,46 -28,36 -34,20Z',
      HAIR.snow.base,
    ),
    inner('M-34,20C-32,48 -8,64 12,64C-2,58 -20,48 -34,20Z', HAIR.snow.shade),
    line('M-4,30Q6,24 13,27Q21,24 31,29', HAIR.snow.base, 5.4),
  ],
  hair: [
    outer('M-32,-18C-40,-8 -40,4 -38,14L-30,12L-27,-10Z', HAIR.snow.shade),
    outer(
      'M-80,-14C-92,-22 -80,-36 -46,-38C-6,-42 40,-44 76,-36C92,-30 92,-20 78,-20C30,-32 -26,-28 -80,-14Z',
      straw.base,
    ),
    outer('M-40,-36C-40,-66 -26,-78 2,-78C32,-80 44,-66 44,-40Q0,-46 -40,-36Z', straw.base),
    inner('M-40,-36C-40,-66 -26,-78 2,-78C-16,-70 -20,-54 -20,-40Z', straw.shade),
    inner('M-41,-46Q2,-56 44,-50V-38Q0,-46 -40,-35Z', '#7c3f2c'),
    inner('M-80,-14C-92,-22 -80,-36 -46,-38C-70,-30 -74,-24 -66,-18Z', straw.shade),
    line('M-60,-22Q-10,-34 50,-33M28,-62Q36,-56 37,-52M-2,-70Q14,-72 24,-68', straw.light, 2.6),
    outer('M34,-46C34,-62 42,-76 58,-84C60,-72 54,-58 40,-46Z', '#5d9a3e'),
    line('M37,-48Q44,-66 55,-78', '#b9dd8a', 2.4),
  ],
};

export const COVES = { zara, kaden, nia, jesse, ferro, odile, ivo, hanneke, benno, sunniva, pell, abel };
