// Every rule of lint, in the order of the help. A new rule is a row.

import type { Opened } from '../opened.ts';
import { unknownCharacters } from './cast.ts';
import type { Finding } from './finding.ts';
import { readingGrade } from './grade.ts';
import { longTexts } from './length.ts';
import { closedOptions } from './options.ts';
import type { Said } from './said.ts';
import type { Settings } from './settings.ts';
import { spelling } from './spelling.ts';
import { doubleSpaces, ellipses, quotes, repeatedWords } from './typing.ts';
import { unreadVariables } from './variables.ts';
import { voices } from './voices.ts';

export interface Material {
  readonly opened: Opened;
  readonly said: readonly Said[];
  readonly settings: Settings;
}

/** What a rule finds; its name and severity are the table's. */
export type Found = Omit<Finding, 'rule' | 'severity'>;

export interface Rule {
  readonly name: string;
  readonly doc: string;
  readonly look: (material: Material) => readonly Found[] | Promise<readonly Found[]>;
}

export const RULES: readonly Rule[] = [
  { name: 'closed-options', doc: 'every option has a condition and nothing comes after them', look: closedOptions },
  { name: 'long-text', doc: 'a line or option is too long for its box', look: longTexts },
  { name: 'unknown-character', doc: 'who speaks is not in the cast', look: unknownCharacters },
  { name: 'unread-variable', doc: 'a variable is written and never read', look: unreadVariables },
  { name: 'spelling', doc: 'a word that neither the dictionary nor words.txt has', look: spelling },
  { name: 'reading-grade', doc: 'a scene is hard to read (Flesch-Kincaid)', look: readingGrade },
  { name: 'voice', doc: 'a word that this person never says, by voices.md', look: voices },
  { name: 'repeated-word', doc: 'the same word twice', look: repeatedWords },
  { name: 'quotes', doc: 'straight and curly quotation marks mixed', look: quotes },
  { name: 'spaces', doc: 'two spaces between words', look: doubleSpaces },
  { name: 'ellipsis', doc: '... and … mixed', look: ellipses },
];
