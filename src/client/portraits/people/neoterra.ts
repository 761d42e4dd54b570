// A queue on a plaza in Neoterra, 12 March 2143, before six: the prologue.
import type { Face } from '../../../core/run/cast.ts';
import { bust, disc, ear, inner, line, neck, outer, rod, years, type Part } from '../parts.ts';
import type { Person, Thing } from '../person.ts';
import { HAIR, SKIN, cloth, mixed } from '../tones.ts';

/** The tap has a line where others have a face: what it reads of its queue. */
const READINGS: Readonly<Record<Face, { line: string; light: string; drops: number }>> = {
  calm: { line: 'M70,62H130', light: '#f4e04d', drops: 0 },
  glad: { line: 'M70,72Q84,70 92,58T130,50', light: '#7cf0a8', drops: 3 },
  wry: { line: 'M70,62H100Q114,62 116,52T130,48', light: '#f4e04d', drops: 1 },
  worried: { line: 'M70,62q5,-10 10,0t10,0t10,0t10,0t10,0t10,0', light: '#ffb45c', drops: 0 },
  angry: { line: 'M70,62l8,-14l8,26l9,-28l9,30l9,-26l8,20l9,-8', light: '#ff6a8a', drops: 0 },
  sad: { line: 'M70,52Q88,52 98,64T130,74', light: '#8fb8ff', drops: 1 },
  startled: { line: 'M70,68H92l6,-26l7,34l4,-8H130', light: '#ffffff', drops: 2 },
};

const steel = cloth('#8b97a8');
const tap: Thing = {
  kind: 'thing',
  parts: (face): readonly Part[] => {
    const { line: reading, light, drops } = READINGS[face];
    return [
      outer('M62,202L70,96H132L138,202Z', steel.base),
      inner('M62,202L70,96H86L82,202Z', steel.shade),
      inner('M124,96H132L138,202H130Z', steel.light),
      outer('M50,28Q50,18 60,18H140Q150,18 150,28V92Q150,102 140,102H60Q50,102 50,92Z', steel.base),
      inner('M50,28Q50,18 60,18H70V102H60Q50,102 50,92Z', steel.shade),
      inner('M60,32H142V88H60Z', mixed('#12131a', light, face === 'calm' ? 0 : 0.24)),
      line('M64,78h74M64,62h2M134,62h4', '#3b4152', 2),
      line(reading, light, 5),
      outer('M132,122H158Q174,122 174,138V152H160V140Q160,136 154,136H132Z', '#c79a45'),
      inner('M132,122H158Q174,122 174,138V142Q170,128 156,128H132Z', '#f0d28a'),
      outer(rod(100, 102, 100, 116, 12) + rod(78, 118, 122, 118, 10), '#c0453f'),
      ...(drops > 0 ? [inner('M167,158q8,12 0,15q-8,-3 0,-15Z', '#7fd6f5')] : []),
      ...(drops > 1 ? [inner('M166,176q8,11 0,14q-8,-3 0,-14Z', '#7fd6f5')] : []),
      ...(drops > 2 ? [inner('M154,196h26q-4,6 -13,6t-13,-6Z', '#7fd6f5')] : []),
      inner(disc(100, 156, 14), '#12131a'),
      line('M92,156h16M100,148v16', light, 3),
    ];
  },
};

const moss = cloth('#5a6b48');
const bas: Person = {
  kind: 'person',
  skin: SKIN.rose,
  iris: '#3d5f7d',
  brow: HAIR.straw.shade,
  browWidth: 6.4,
  lip: '#b5574e',
  corners: -2.4,
  open: 1.1,
  at: [90, 98],
  size: 0.9,
  shape: { w: 43, chin: 54, point: 13, jaw: 0.96 },
  nose: { tip: 28, y: 15, wing: 13 },
  body: [
    ...neck(94, 132, 158, 24, SKIN.rose),
    ...bust({ x: 92, y: 158, w: 78, fall: 14, neck: 30 }, moss),
    outer('M56,150Q94,174 132,150L138,168Q94,192 52,170Z', '#e9b53c'),
    inner('M56,150Q70,160 88,164L84,182Q64,178 52,170Z', '#b07f22'),
    line('M70,160l-4,16M108,166l3,16M124,158l5,15', '#b07f22', 3),
  ],
  skinMarks: [
    inner(disc(-24, 18, 8, 6) + disc(38, 18, 4, 6), '#dd8874'),
    line('M-10,52Q6,60 26,51M-20,44l2,1M34,44l1,0', SKIN.rose.shade, 2),
  ],
  hair: [
    outer('M-36,-40C-66,-34 -88,-6 -82,22C-66,30 -50,14 -40,-8Z', '#7a5638'),
    inner('M-40,-36C-66,-30 -88,-6 -82,22C-76,0 -60,-14 -40,-16Z', '#a37a52'),
    outer('M38,-40C66,-38 84,-14 80,10C66,16 50,2 43,-12Z', '#5a3c26'),
    outer('M-48,-28C-54,-66 -24,-78 2,-78C34,-78 54,-62 48,-28Z', moss.base),
    inner('M-48,-28C-54,-66 -24,-78 2,-78C-20,-68 -30,-50 -28,-28Z', moss.shade),
    outer('M-52,-26C-56,-38 -52,-52 -44,-54Q0,-66 44,-54C54,-50 54,-36 50,-26Q0,-38 -52,-26Z', '#7a5638'),
    inner('M-20,-58Q20,-62 44,-54C54,-50 54,-36 50,-26Q44,-46 -20,-58Z', '#a37a52'),
  ],
  front: [
    outer('M150,202L146,160L178,158L188,202Z', moss.base),
    outer(
      'M144,130C142,116 156,112 160,116C164,110 174,112 175,118C184,116 188,124 186,134C188,148 182,160 166,162C150,162 144,148 144,130Z',
      SKIN.rose.base,
    ),
    inner('M144,130C142,116 156,112 160,116C154,128 152,150 166,162C150,162 144,148 144,130Z', SKIN.rose.shade),
    line('M160,118v16M174,120v14M150,140q10,-6 22,0', SKIN.rose.deep, 2.4),
  ],
};

const maroon = cloth('#8f2d3f');
const ode: Person = {
  kind: 'person',
  skin: SKIN.cocoa,
  iris: '#2a1710',
  brow: HAIR.silver.base,
  browWidth: 4,
  lip: '#b8615c',
  corners: -1.6,
  open: 0.74,
  lashes: true,
  at: [104, 80],
  size: 0.84,
  shape: { w: 33, chin: 58, point: 6, jaw: 0.58 },
  nose: { tip: 25, y: 19, wing: 11 },
  backHair: [outer('M-24,-40C-58,-46 -70,-18 -58,0C-66,18 -50,34 -34,28L-20,0Z', HAIR.silver.shade)],
  body: [
    ...neck(107, 112, 152, 10, SKIN.cocoa),
    ...bust({ x: 107, y: 146, w: 54, fall: 0, neck: 15 }, maroon),
    inner('M92,138Q107,150 123,138L125,152Q107,164 90,152Z', maroon.deep),
    inner('M56,152L84,148L86,156L56,164ZM128,148L156,150L158,162L128,156Z', '#e9bf58'),
    inner(disc(98, 174, 4) + disc(98, 190, 4) + disc(122, 174, 4) + disc(122, 190, 4), '#e9bf58'),
  ],
  ears: ear(-32, 8, SKIN.cocoa),
  skinMarks: years(SKIN.cocoa, 2, 33),
  hair: [
    outer(
      'M34,-18C24,-34 -6,-36 -18,-24C-26,-14 -28,-4 -28,4L-40,2C-54,-20 -44,-48 -18,-54L32,-54C44,-44 42,-28 34,-18Z',
      HAIR.silver.base,
    ),
    inner('M-40,-8C-46,-26 -34,-44 -16,-48C-28,-36 -34,-24 -32,-6Z', HAIR.snow.base),
    outer('M-22,-48L-30,-84Q4,-96 36,-82L34,-46Q6,-56 -22,-48Z', maroon.base),
    inner('M-22,-48L-30,-84Q-18,-88 -8,-89L-6,-52Q-14,-51 -22,-48Z', maroon.shade),
    inner('M-23,-56Q6,-66 34.5,-55L34,-46Q6,-56 -22,-48Z', '#e9bf58'),
    line('M-24,-48C-30,-10 -18,36 8,56', '#2c1a18', 2.6),
  ],
  front: [
    line('M22,168C24,128 76,128 80,168', '#3b4350', 5),
    outer('M14,166H88L80,202H24Z', '#5f8fae'),
    inner('M14,166H38L42,202H24Z', '#3f6685'),
    outer('M12,164Q51,158 90,164V172Q51,178 12,172Z', '#a9cfe4'),
    outer('M40,146Q36,130 52,130Q68,132 64,148Q52,152 40,146Z', SKIN.cocoa.base),
    line('M48,134v12M56,134v13', SKIN.cocoa.deep, 2),
    outer('M60,146L86,166L96,190L78,202L66,164L54,150Z', maroon.shade),
  ],
};

const flour = cloth('#f0e8da');
const imre: Person = {
  kind: 'person',
  skin: SKIN.olive,
  iris: '#3a2616',
  brow: HAIR.soot.base,
  browWidth: 5.6,
  lip: '#a85c4b',
  corners: 0,
  at: [100, 106],
  size: 0.86,
  lean: 2,
  shape: { w: 44, chin: 50, point: 15, jaw: 0.98 },
  nose: { tip: 27, y: 17, wing: 12, hook: 1.5 },
  behind: [
    outer(rod(34, 202, 34, 110, 9), '#b98a58'),
    outer('M8,112C2,80 8,34 34,32C60,34 66,80 60,112Q34,124 8,112Z', '#d2a673'),
    inner('M8,112C2,80 8,34 34,32C20,50 18,90 24,117Q14,115 8,112Z', '#a87c4d'),
  ],
  body: [
    ...neck(103, 136, 162, 24, SKIN.olive),
    ...bust({ x: 104, y: 160, w: 76, fall: 18, neck: 28 }, flour),
    inner('M76,161Q104,186 133,161L140,176Q104,200 70,176Z', '#c4493c'),
    inner(disc(96, 196, 3) + disc(116, 196, 3), '#a79a86'),
  ],
  ears: ear(-43, 8, SKIN.olive),
  skinMarks: [
    inner(disc(-22, 18, 8, 5), '#f7efe3'),
    outer('M13,22C0,20 -14,26 -24,20C-20,36 -2,38 13,31C28,38 42,34 46,20C36,26 24,20 13,22Z', HAIR.soot.base),
  ],
  hair: [
    outer('M-42,-22C-46,-10 -44,6 -43,10L-32,10L-31,-20Z', HAIR.soot.base),
    outer(
      'M-46,-30C-78,-44 -68,-82 -40,-80C-34,-100 4,-104 18,-90C42,-100 70,-80 58,-60C66,-46 58,-34 46,-30Z',
      flour.base,
    ),
    inner('M-46,-30C-78,-44 -68,-82 -40,-80C-54,-66 -48,-44 -30,-30Z', flour.shade),
    line('M-16,-86q-8,18 2,34M20,-88q10,16 0,34', flour.shade, 3.4),
    outer('M-46,-34Q0,-46 47,-35L45,-20Q0,-32 -44,-18Z', flour.light),
  ],
};

const rind = cloth('#7b5236');
const tub = cloth('#9fb1bd');
const dov: Person = {
  kind: 'person',
  skin: SKIN.milk,
  iris: '#4d6070',
  brow: HAIR.ash.base,
  browWidth: 6.8,
  lip: '#b0665c',
  corners: -2,
  open: 0.8,
  at: [82, 90],
  size: 0.94,
  shape: { w: 39, chin: 54, point: 12, jaw: 0.88 },
  nose: { tip: 31, y: 20, wing: 14, hook: 2 },
  body: [
    ...neck(86, 124, 156, 19, SKIN.milk),
    ...bust({ x: 82, y: 150, w: 72, fall: 22, neck: 24 }, rind),
    inner('M58,151L84,196L106,151L112,158L88,202H78L50,160Z', rind.light),
  ],
  ears: ear(-38, 8, SKIN.milk),
  skinMarks: [
    outer(
      'M-38,10C-40,40 -40,74 -18,96C-4,108 20,108 32,90C44,66 40,36 38,16C32,26 28,27 26,28Q12,22 -2,28C-16,28 -30,24 -38,10Z',
      HAIR.ash.base,
    ),
    inner('M-38,10C-40,40 -40,74 -18,96C-12,101 -4,103 4,103C-20,86 -28,50 -38,10Z', HAIR.ash.shade),
    line('M-10,60q2,20 12,30M10,62q2,16 8,26M24,56q2,16 -2,26', HAIR.ash.light, 3),
    inner('M0,31Q13,26 27,31Q29,45 13,48Q-3,46 0,31Z', SKIN.milk.shade),
  ],
  hair: [
    outer('M-34,-26C-44,-14 -42,4 -40,14L-30,14L-28,-20Z', HAIR.ash.base),
    line('M-8,-42q16,-10 32,-2', '#fff3e6', 4),
  ],
  front: [
    outer('M108,166C108,152 200,150 202,152V202H120Z', tub.base),
    inner('M108,166C130,156 202,156 202,156V150C170,150 108,152 108,166Z', tub.light),
    inner('M112,180L202,176V184L114,188Z', tub.shade),
    line('M112,172C92,166 96,188 116,186', tub.deep, 7),
    outer('M84,202C84,182 92,172 104,170Q114,172 112,182Q112,190 104,196L98,202Z', SKIN.milk.base),
    line('M98,180l12,2M98,187l10,2', SKIN.milk.deep, 2.2),
  ],
};

const wool = cloth('#a03f5c');
const dara: Person = {
  kind: 'person',
  skin: SKIN.olive,
  iris: '#473119',
  brow: HAIR.silver.shade,
  browWidth: 4.4,
  lip: '#a95450',
  corners: -1.6,
  open: 0.9,
  lashes: true,
  at: [116, 96],
  size: 0.92,
  shape: { w: 38, chin: 52, point: 9, jaw: 0.76 },
  nose: { tip: 25, y: 17, wing: 9 },
  backHair: [outer('M-20,-46C-52,-30 -48,20 -40,28L-24,24L30,20L40,-20Z', HAIR.silver.shade)],
  body: [
    ...neck(119, 128, 158, 14, SKIN.olive),
    outer('M50,202C52,172 78,158 100,150Q120,166 138,150C162,158 184,172 186,202Z', wool.base),
    inner('M50,202C52,172 78,158 100,150Q104,154 108,156C86,168 76,184 76,202Z', wool.shade),
    line('M100,150L118,190L138,150M118,190V202', wool.light, 5),
    line('M62,190q6,6 10,0t10,0M150,176q6,6 10,0t10,0M152,192q6,6 10,0t10,0', wool.light, 2.4),
  ],
  ears: [...ear(-37, 8, SKIN.olive), inner(disc(-38, 22, 4.5), '#5fb3c4')],
  skinMarks: years(SKIN.olive, 2, 38),
  hair: [
    outer(
      'M37,-14C34,-30 16,-38 4,-40C-14,-36 -26,-22 -28,4L-38,2C-52,-26 -40,-62 2,-64C40,-64 46,-38 37,-14Z',
      HAIR.silver.base,
    ),
    inner('M-36,-8C-44,-34 -24,-54 4,-56C-14,-44 -28,-28 -30,-4Z', HAIR.snow.base),
    outer(
      'M38,-34C62,-50 74,-24 62,-6C74,8 66,22 58,26C70,40 62,54 56,58C64,72 54,90 46,92C36,80 40,64 46,58C34,48 40,34 48,28C36,18 42,2 50,-4C44,-10 40,-20 38,-34Z',
      HAIR.silver.base,
    ),
    line('M44,-22q12,-4 18,14M48,6q12,-2 14,16M46,38q12,0 12,16M44,70q8,2 8,12', HAIR.silver.deep, 3),
    inner('M40,84h14v10h-14Z', '#5fb3c4'),
  ],
  front: [
    outer('M92,166C92,152 0,150 -2,152V202H80Z', tub.base),
    inner('M92,166C70,156 -2,156 -2,156V150C30,150 92,152 92,166Z', tub.light),
    inner('M88,180L-2,176V184L86,188Z', tub.shade),
    line('M88,172C108,166 104,188 84,186', tub.deep, 7),
    outer('M116,202C116,182 108,172 96,170Q86,172 88,182Q88,190 96,196L102,202Z', SKIN.olive.base),
    line('M102,180l-12,2M102,187l-10,2', SKIN.olive.deep, 2.2),
  ],
};

const aqua = cloth('#2f9fb5');
const hale: Person = {
  kind: 'person',
  skin: SKIN.bronze,
  iris: '#4a2c18',
  brow: HAIR.walnut.base,
  browWidth: 4.8,
  lip: '#a04c46',
  corners: 3,
  open: 1.1,
  at: [106, 82],
  size: 0.86,
  lean: -2,
  shape: { w: 39, chin: 54, point: 12, jaw: 0.9 },
  nose: { tip: 25, y: 17, wing: 10 },
  body: [
    ...neck(110, 108, 148, 20, SKIN.bronze),
    ...bust({ x: 110, y: 140, w: 72, fall: 18, neck: 24 }, SKIN.bronze),
    inner('M70,202C72,176 78,158 78,144L92,140Q110,170 130,140L142,144C142,158 148,178 152,202Z', aqua.base),
    inner('M70,202C72,176 78,158 78,144L92,140Q96,150 100,154C92,172 92,190 92,202Z', aqua.shade),
    line('M90,142C98,168 108,182 116,186', '#fff7e0', 3.4),
    inner('M110,182h16v10h-10q-6,-2 -6,-10Z', '#f4c542'),
  ],
  ears: ear(-38, 10, SKIN.bronze),
  hair: [
    outer('M41,-18C30,-36 -24,-38 -42,-2C-56,-40 -36,-68 2,-68C40,-68 50,-42 41,-18Z', '#f0654f'),
    inner('M-42,-2C-56,-40 -36,-68 2,-68C-22,-58 -32,-34 -26,-20Z', '#b83d3c'),
    line('M-2,-66C-12,-54 -16,-42 -14,-32M18,-66C24,-54 26,-42 24,-32', '#fff2e0', 4),
  ],
  front: [
    outer('M160,202L184,150L170,92L152,96L158,146L130,190Z', SKIN.bronze.base),
    inner('M160,202L184,150L170,92H166L174,150L150,202Z', SKIN.bronze.light),
    outer(
      'M148,98C144,82 146,70 152,62Q158,60 158,70L162,58Q168,54 168,64L174,60Q180,58 178,68C182,80 178,92 172,98Z',
      SKIN.bronze.base,
    ),
    line('M158,72l-1,10M168,68l0,12', SKIN.bronze.deep, 2.4),
    line('M150,94q10,5 20,0', '#fff7e0', 4),
    outer('M52,152C64,136 78,132 86,140L72,202H44C38,182 40,164 52,152Z', '#f7f2e4'),
    inner('M52,152C64,136 78,132 86,140C66,146 60,170 60,202H44C38,182 40,164 52,152Z', '#cfc6b2'),
    line('M47,178L75,187M44,188L73,197', '#2f9fb5', 4),
  ],
};

export const NEOTERRA = { tap, bas, ode, imre, dov, dara, hale };
