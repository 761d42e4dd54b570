// What can be done with a key or a button, and by which. Acts are named here, and `input` makes commands of them.

export const BINDABLE = [
  'use',
  'back',
  'pause',
  'again',
  'fresh',
  'left',
  'right',
  'up',
  'down',
  'finely',
  'tool1',
  'tool2',
  'tool3',
  'tool4',
  'tool5',
  'tool6',
  'tool7',
  'tool8',
  'tool9',
  'next',
  'previous',
  'transcript',
  'codex',
  'networks',
  'settings',
  'saves',
  'help',
] as const;
export type Bindable = (typeof BINDABLE)[number];

/** A key as KeyboardEvent.key has it, letters small; or a button of a gamepad, `b0` to `b16`, or an axis, `a0-`, `a0+`. */
export type Bindings = Readonly<Record<Bindable, readonly string[]>>;

const TOOLS_AT_FIRST = {
  tool1: ['1'],
  tool2: ['2'],
  tool3: ['3'],
  tool4: ['4'],
  tool5: ['5'],
  tool6: ['6'],
  tool7: ['7'],
  tool8: ['8'],
  tool9: ['9'],
} as const;

export const KEYS_AT_FIRST: Bindings = {
  use: ['Enter', ' '],
  back: ['Escape'],
  pause: ['p'],
  again: ['r'],
  fresh: ['n'],
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  finely: ['Shift'],
  ...TOOLS_AT_FIRST,
  next: ['e'],
  previous: ['q'],
  transcript: ['t'],
  codex: ['c'],
  networks: ['l'],
  settings: ['o'],
  saves: ['s'],
  help: ['?'],
};

const NO_TOOLS = { tool1: [], tool2: [], tool3: [], tool4: [], tool5: [], tool6: [], tool7: [], tool8: [], tool9: [] };

/** By the standard layout: b0 is the lowest of the four, b12 to b15 the cross. Tools are leafed through with the shoulders. */
export const PAD_AT_FIRST: Bindings = {
  use: ['b0'],
  back: ['b1'],
  pause: ['b9'],
  again: ['b3'],
  fresh: [],
  left: ['b14', 'a0-'],
  right: ['b15', 'a0+'],
  up: ['b12', 'a1-'],
  down: ['b13', 'a1+'],
  finely: ['b6'],
  ...NO_TOOLS,
  next: ['b5'],
  previous: ['b4'],
  transcript: ['b2'],
  codex: [],
  networks: [],
  settings: [],
  saves: [],
  help: ['b8'],
};

/** Without these one could not get anywhere any more, nor back to the settings. */
export const NEEDED: readonly Bindable[] = ['use', 'back', 'left', 'right', 'up', 'down'];
/** What the browser or the page needs for itself. */
const TAKEN: readonly string[] = [
  'Tab',
  'Control',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'F5',
  'F11',
  'F12',
  'Dead',
  'Process',
  'Unidentified',
];

const BIND_REFUSALS = ['keyOfTheBrowser', 'wouldLeaveNone', 'alreadySo'] as const;
export type BindRefusal = (typeof BIND_REFUSALS)[number];

export type Bound =
  | { readonly kind: 'bound'; readonly bindings: Bindings; readonly takenFrom: Bindable | null }
  | { readonly kind: BindRefusal; readonly of: Bindable | null };

export function keyOf(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key;
}

/** The act gets this key and no other; whoever had it loses it, and may not be left without where they need one. */
export function bind(bindings: Bindings, act: Bindable, key: string): Bound {
  const wanted = keyOf(key);
  if (TAKEN.includes(wanted)) return { kind: 'keyOfTheBrowser', of: null };
  if (bindings[act].length === 1 && bindings[act][0] === wanted) return { kind: 'alreadySo', of: act };
  const takenFrom = BINDABLE.find((one) => one !== act && bindings[one].includes(wanted)) ?? null;
  if (takenFrom === null) return { kind: 'bound', bindings: { ...bindings, [act]: [wanted] }, takenFrom };
  const left = bindings[takenFrom].filter((one) => one !== wanted);
  if (left.length === 0 && NEEDED.includes(takenFrom)) return { kind: 'wouldLeaveNone', of: takenFrom };
  return { kind: 'bound', bindings: { ...bindings, [act]: [wanted], [takenFrom]: left }, takenFrom };
}

export interface Conflict {
  readonly key: string;
  readonly acts: readonly Bindable[];
}

/** One key for two acts; what was brought in from elsewhere may have them. */
export function conflictsOf(bindings: Bindings): readonly Conflict[] {
  const by = new Map<string, Bindable[]>();
  for (const act of BINDABLE) for (const key of new Set(bindings[act])) by.set(key, [...(by.get(key) ?? []), act]);
  return [...by].filter(([, acts]) => acts.length > 1).map(([key, acts]) => ({ key, acts }));
}

/** What a key does; the first act in the list where there are two. */
export function actOf(bindings: Bindings, key: string): Bindable | null {
  const wanted = keyOf(key);
  return BINDABLE.find((act) => bindings[act].includes(wanted)) ?? null;
}
