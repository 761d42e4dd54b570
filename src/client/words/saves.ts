// What the screen of saves says.

import type { Broken, SlotKind, Trouble, Written } from '../kept.ts';

type Refused = 'notABundle' | 'damaged' | 'newer' | 'tooLong';

export interface SavesWords {
  readonly title: string;
  readonly about: string;
  readonly kinds: Readonly<Record<SlotKind, string>>;
  readonly slot: (nth: string) => string;
  readonly empty: string;
  readonly newer: string;
  readonly broken: Readonly<Record<Broken, string>>;
  readonly brokenSays: string;
  readonly troubles: Readonly<Record<Trouble, string>>;
  readonly written: Readonly<Record<Written, string>>;
  readonly refused: Readonly<Record<Refused, string>>;
  readonly load: string;
  readonly save: string;
  readonly saveOver: string;
  readonly sureOver: string;
  readonly sureLoad: string;
  readonly leaveIt: string;
  readonly remove: string;
  readonly rename: string;
  readonly nameOf: string;
  readonly keepName: string;
  readonly export: string;
  readonly undo: string;
  readonly removed: (what: string) => string;
  readonly saved: (what: string) => string;
  readonly renamed: string;
  readonly imported: (count: number) => string;
  readonly undone: string;
  readonly takeOver: string;
  readonly outAndIn: string;
  readonly exportAll: string;
  readonly asText: string;
  readonly textLabel: string;
  readonly copy: string;
  readonly copied: string;
  readonly fromFile: string;
  readonly fromText: string;
  readonly pasteLabel: string;
  readonly look: string;
  readonly previewTitle: string;
  readonly goesTo: string;
  readonly notTaken: string;
  readonly withSettings: string;
  readonly withProfile: string;
  readonly take: string;
  readonly replaces: string;
  readonly nothingInIt: string;
  readonly played: (minutes: number) => string;
  readonly unknownPlace: string;
  readonly today: (time: string) => string;
  readonly persistence: Readonly<Record<'kept' | 'mayBeCleared' | 'unknown', string>>;
  readonly room: (used: string, of: string) => string;
}

export const SAVES_WORDS: SavesWords = {
  title: 'Saves',
  about: 'The game saves by itself after every line. These eight are yours, for places to come back to.',
  kinds: {
    auto: 'Where you are',
    before: 'A little before',
    other: 'The reading before this one',
    named: 'Your saves',
    chapter: 'Beginnings of acts',
    aside: 'Set aside',
  },
  slot: (nth) => `Save ${nth}`,
  empty: 'Empty',
  newer: 'Made by a later version of the game. It stays as it is until the game is new enough.',
  broken: {
    notASave: 'This is no save, or its beginning is gone.',
    damaged: 'Something in it was changed since it was written.',
    incomplete: 'A part of it is missing.',
    badRun: 'What it says and what was played are not the same.',
  },
  brokenSays: 'Nothing was written over it. You can export it as it is, and keep it.',
  troubles: {
    refused:
      'This browser keeps nothing (a private window does so). You can play; export before you close the page, or it is gone.',
    full: 'There is no room left. What is new is held in this page: export it, or make room, before you close the page.',
    lost: 'The browser’s storage does not answer. What is new is held in this page: export it before you close the page.',
    readOnly: 'Another tab is playing, and it keeps the saves. Here you may look and export.',
  },
  written: {
    saved: 'Saved.',
    full: 'There is no room left: it is held in this page alone.',
    readOnly: 'Another tab keeps the saves: nothing was changed.',
    failed: 'It could not be stored: it is held in this page alone.',
  },
  refused: {
    notABundle: 'These are no saves of this game.',
    damaged: 'Something in it was changed or cut off on the way. Nothing was taken from it.',
    newer: 'It was made by a later version of the game. Nothing was taken from it.',
    tooLong: 'It is too long to be saves of this game.',
  },
  load: 'Go on from here',
  save: 'Save here',
  saveOver: 'Save over this',
  sureOver: 'Save over it',
  sureLoad: 'Leave the present place for it',
  leaveIt: 'Leave it',
  remove: 'Delete',
  rename: 'Name',
  nameOf: 'Name of this save',
  keepName: 'Keep',
  export: 'Export',
  undo: 'Undo',
  removed: (what) => `${what} is deleted.`,
  saved: (what) => `Saved as ${what}.`,
  renamed: 'It has another name.',
  imported: (count) => (count === 1 ? 'One save was taken in.' : `${count} saves were taken in.`),
  undone: 'It is as it was before.',
  takeOver: 'Play here instead',
  outAndIn: 'Out and in',
  exportAll: 'Everything as a file',
  asText: 'Everything as text',
  textLabel: 'Copy all of this text, to where it is safe',
  copy: 'Copy',
  copied: 'Copied.',
  fromFile: 'From a file…',
  fromText: 'From text…',
  pasteLabel: 'Paste the text here',
  look: 'Look what is in it',
  previewTitle: 'This is in it',
  goesTo: 'goes to',
  notTaken: 'not taken',
  withSettings: 'Its settings too',
  withProfile: 'What was read and reached, too (yours stays)',
  take: 'Take it in',
  replaces: 'replaces what is there; can be undone',
  nothingInIt: 'There are no saves in it.',
  played: (minutes) => (minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`),
  unknownPlace: 'Somewhere in the story',
  today: (time) => `today, ${time}`,
  persistence: {
    kept: 'The browser has promised to keep this.',
    mayBeCleared: 'The browser may clear this when room is short, or after weeks unused. An export is safe.',
    unknown: 'The browser does not say how long it keeps this. An export is safe.',
  },
  room: (used, of) => `${used} of ${of} used`,
};
