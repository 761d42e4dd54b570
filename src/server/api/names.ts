// What players may be called. Two names that a person would take for one another are one name.

const LEAST = 2;
const MOST = 24;
/** Letters, marks, digits, and what stands between them. */
const ALLOWED = /^[\p{L}\p{M}\p{N} ._'’-]+$/u;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u,
  /\p{Script=Hangul}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Thai}/u,
];
/** Signs that are drawn like a Latin letter. */
const ALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  з: '3',
  и: 'u',
  і: 'i',
  ї: 'i',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  ɡ: 'g',
  ӏ: 'l',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'b',
  æ: 'ae',
  œ: 'oe',
  þ: 'p',
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  i: 'l',
  '|': 'l',
  '!': 'l',
  $: 's',
  '@': 'a',
};
const OURS = [
  'admin',
  'administrator',
  'moderator',
  'mod',
  'syntony',
  'system',
  'server',
  'official',
  'support',
  'staff',
];
/** Not a list of everything: the worst, so that nobody has to see them before somebody reports the rest. */
const FOUL = [
  'fuck',
  'cunt',
  'nigger',
  'nigga',
  'faggot',
  'kike',
  'rapist',
  'hitler',
  'nazi',
  'whore',
  'slut',
  'retard',
  'pedo',
  'porn',
];

export type Named =
  | { readonly name: string; readonly skeleton: string }
  | { readonly why: 'length' | 'signs' | 'scripts' | 'ours' | 'foul' };

export function readName(said: string): Named {
  const name = said.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const { length } = Array.from(name);
  if (length < LEAST || length > MOST) return { why: 'length' };
  if (!ALLOWED.test(name) || !/[\p{L}\p{N}]/u.test(name)) return { why: 'signs' };
  if (SCRIPTS.filter((one) => one.test(name)).length > 1) return { why: 'scripts' };
  const skeleton = skeletonOf(name);
  if (skeleton === '') return { why: 'signs' };
  if (OURS.some((one) => skeletonOf(one) === skeleton)) return { why: 'ours' };
  if (FOUL.some((one) => lettersOf(name).includes(lettersOf(one)))) return { why: 'foul' };
  return { name, skeleton };
}

/** What is left when case, marks, gaps and look-alikes are gone, pairs of letters that are drawn like one among them. */
function skeletonOf(name: string): string {
  return lettersOf(name).replaceAll('rn', 'm').replaceAll('vv', 'w');
}

function lettersOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M} ._'’-]/gu, '');
  return Array.from(plain, (sign) => ALIKE[sign] ?? sign).join('');
}

export const NAME_PROBLEMS: Readonly<Record<Extract<Named, { why: string }>['why'], string>> = {
  length: `A name has ${LEAST} to ${MOST} signs.`,
  signs: "A name is made of letters, digits, gaps and . _ ' -.",
  scripts: 'A name is written in one script: letters of several are used to look like somebody else.',
  ours: 'That name is kept for whoever runs these boards.',
  foul: 'That name would be reported at once. Choose another.',
};
