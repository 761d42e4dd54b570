// What came of loading a save, when it is not simply there.

export const LOAD_WORDS = {
  opening: 'The saves are being opened.',
  readOnly: 'Another tab is playing, and it keeps the saves. Here you may look, or take over.',
  takeOver: 'Play here instead',
  dismiss: 'I have read it',
  reopened: 'The network was changed since, and begins anew.',
  otherTab: 'This tab keeps the saves again. What was played in the other one is under Saves.',
  empty: 'There is nothing kept in this place.',
  broken: 'This save cannot be read. It was set aside as it is and nothing was written over it; Saves can export it.',
  newer: 'This save was made by a later version of the game. It stays as it is until the game is new enough.',
  planGone: 'This save is of a story that this version does not have. It stays as it is.',
  unplayable: (why: string): string => `This save does not go on with this version: ${why}. It stays as it is.`,
  earlier: 'The last save could not be read, so this is the one before it. The other was set aside.',
} as const;
