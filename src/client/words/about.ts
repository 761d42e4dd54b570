// Who made what, and what this is. The licences stand in full in assets/CREDITS.md.

export const ABOUT = {
  what: [
    'Syntony: two circuits tuned to one frequency; of people, being in tune with where they are.',
    'You are the fifth apprentice of the Living Trust Sphere. You read the Record of five cities that run on measured feeling, by stepping into its engineers at the hours that mattered. When their networks fall out of tune, you bring them together. You may force them. It works at once.',
  ],
  made: 'Story, code, pictures and music are our own, made for this game, under the MIT licence.',
  others: [
    ['Phaser', 'MIT', 'the picture'],
    ['Preact', 'MIT', 'words and buttons'],
    ['howler.js', 'MIT', 'sound'],
    ['idb', 'ISC', 'saves'],
    ['yarn-bound and bondage.js', 'MIT', 'running the dialogue'],
    ['Lucide', 'ISC', 'icons'],
    ['Atkinson Hyperlegible Next, Space Grotesk, Literata, OpenDyslexic', 'OFL', 'letters'],
  ],
  private:
    'Nothing you do here leaves this browser. Saves are kept by it and by nobody else, until you take them with you.',
} as const;
