// The English dictionary, British spelling, from a package for tools: nothing is asked of the network, and the game does
// not carry it.

export interface Speller {
  readonly correct: (word: string) => boolean;
  /** Best first. */
  readonly suggest: (word: string) => readonly string[];
}

export const NO_DICTIONARY =
  'spelling was left out: the packages nspell and dictionary-en-gb are not installed (npm install)';

/** The search for what was meant takes long where nothing is near; such words are long. */
const LONGEST_GUESS = 16;

let loaded: Promise<Speller | null> | null = null;

/** Null where the packages are not there, as after an install without what only development needs. */
export function loadSpeller(): Promise<Speller | null> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Speller | null> {
  try {
    const [{ default: nspell }, { default: dictionary }] = await Promise.all([
      import('nspell'),
      import('dictionary-en-gb'),
    ]);
    const speller = nspell(dictionary);
    return {
      correct: (word) => speller.correct(word),
      suggest: (word) => (word.length > LONGEST_GUESS || word.includes('-') ? [] : speller.suggest(word)),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}
