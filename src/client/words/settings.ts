// What the settings are called, and what each does. By id, so that a setting without words does not compile.

import type { Bindable, BindRefusal } from '../bound.ts';
import type { Group, SettingId } from '../settings.ts';

interface RowWords {
  readonly name: string;
  readonly does: string;
  /** For choices: by option. */
  readonly options?: Readonly<Record<string, string>>;
}

export interface SettingsWords {
  readonly title: string;
  readonly groups: Readonly<Record<Group, { readonly name: string; readonly about: string }>>;
  readonly rows: Readonly<Record<SettingId, RowWords>>;
  readonly acts: Readonly<Record<Bindable, string>>;
  readonly keys: Readonly<Record<string, string>>;
  readonly bindRefusals: Readonly<Record<BindRefusal, string>>;
  readonly on: string;
  readonly off: string;
  readonly asInTheCity: string;
  readonly hue: string;
  readonly asTheBrowser: string;
  readonly reset: string;
  readonly resetOf: (name: string) => string;
  readonly resetGroup: string;
  readonly undo: string;
  readonly changed: string;
  readonly testSound: string;
  readonly preview: string;
  readonly previewLines: readonly (readonly [who: string, says: string])[];
  readonly assisted: string;
  readonly unbound: string;
  readonly press: (act: string) => string;
  readonly pressPad: (act: string) => string;
  readonly change: (act: string) => string;
  readonly cancel: string;
  readonly bound: (act: string, key: string) => string;
  readonly takenFrom: (act: string) => string;
  readonly conflict: (key: string, acts: string) => string;
  readonly nothingShared: string;
}

const SPEEDS = { slow: 'Slow', middle: 'Middle', fast: 'Fast' } as const;

export const SETTINGS_WORDS: SettingsWords = {
  title: 'Settings',
  groups: {
    reading: { name: 'Reading', about: 'How the words look, and at whose pace they come.' },
    sound: { name: 'Sound', about: 'How loud what is, and what of it is written too.' },
    picture: { name: 'Picture', about: 'Colours, movement and how much of it.' },
    help: {
      name: 'Help in networks',
      about: 'Change these at any time, in the middle of a network too. The story is the same.',
    },
    controls: { name: 'Controls', about: 'What does what. Press a row to give it another key.' },
    data: { name: 'Data', about: 'What leaves this device.' },
  },
  rows: {
    textSize: { name: 'Text size', does: 'Of everything that is written.' },
    family: {
      name: 'Letters',
      does: 'Which letters the game is set in.',
      options: {
        atkinson: 'Atkinson Hyperlegible',
        literata: 'Literata, with serifs',
        system: 'Those of this device',
        dyslexic: 'OpenDyslexic',
      },
    },
    lineSpacing: { name: 'Line spacing', does: 'From one line to the next.' },
    letterSpacing: { name: 'Letter spacing', does: 'Room between letters.' },
    textSpeed: {
      name: 'Text appears',
      does: 'At once, or as if it were written.',
      options: { instant: 'At once', ...SPEEDS },
    },
    autoAdvance: {
      name: 'Go on by itself',
      does: 'The next line comes after a time that fits its length. Choices always wait.',
      options: { off: 'No, I press', ...SPEEDS },
    },
    skipSeen: {
      name: 'Skip what I have read',
      does: 'Lines you have read in any run pass by themselves, up to a choice.',
    },
    keepLog: {
      name: 'Keep what was said in view',
      does: 'Earlier lines stay beside the present one where there is room.',
    },
    confirmChoices: { name: 'Ask before a choice is made', does: 'A second press is needed.' },
    hints: { name: 'Hints', does: 'A line of advice when nothing has happened for a while.' },
    language: { name: 'Language', does: 'Of the story. It can be changed in the middle of a line.' },
    captions: { name: 'Captions', does: 'What is heard, in words.' },
    mute: { name: 'No sound', does: 'Everything silent. The volumes stay as they are.' },
    master: { name: 'All sound', does: 'Over the four below.' },
    music: { name: 'Music', does: 'Of scenes and the title.' },
    score: { name: 'The network’s own voice', does: 'Each person sounds; in tune, they agree.' },
    effects: { name: 'Places and doings', does: 'Doors, trams, bonds that tear.' },
    interface: { name: 'Buttons', does: 'Clicks of the screens.' },
    mono: { name: 'Both ears the same', does: 'For one earpiece, or one ear.' },
    haptics: { name: 'Vibration', does: 'Where the device can.' },
    palette: {
      name: 'Colours of states',
      does: 'Shape and dash say the same in all of them.',
      options: {
        city: 'The city’s own',
        blueOrange: 'Blue and orange',
        yellowPurple: 'Yellow and purple',
        own: 'My own, below',
      },
    },
    hueFree: { name: 'Free', does: 'A solid ring.' },
    huePartial: { name: 'Partly bound', does: 'A long dash.' },
    hueFractured: { name: 'Fractured', does: 'A short dash and a jagged hand.' },
    hueInTune: { name: 'In tune', does: 'Solid and thick.' },
    highContrast: { name: 'High contrast', does: 'Plain grounds and stronger edges.' },
    reducedMotion: { name: 'Less movement', does: 'Nothing moves that need not.' },
    shake: { name: 'Shaking', does: 'The picture shakes a little when a bond tears.' },
    flash: { name: 'Bloom', does: 'Light that swells when a network comes into tune. It never flashes.' },
    quality: {
      name: 'Picture quality',
      does: 'Lower is easier on the battery.',
      options: { auto: 'As the device manages', low: 'Low', middle: 'Middle', high: 'High' },
    },
    speed: { name: 'Speed', does: 'Of time in networks.' },
    hazards: { name: 'Hazards', does: 'How often trouble comes. At 0 it does not.' },
    unlimited: { name: 'No time limit', does: 'A network waits until you have done what you want.' },
    actWhilePaused: { name: 'Act while paused', does: 'Stop time, do things, let it go on.' },
    oneHanded: {
      name: 'One hand',
      does: 'Everything within reach of one thumb, or one half of the keys.',
      options: { off: 'Two hands', left: 'Left hand', right: 'Right hand' },
    },
    scan: {
      name: 'One switch',
      does: 'What can be pressed is lit up in turn, by itself. Space, Enter, any button of a pad or a tap anywhere presses it.',
      options: { off: 'No', slow: 'Slow, 1.8 s each', middle: 'Middle, 1.2 s', fast: 'Fast, 0.8 s' },
    },
    keys: { name: 'Keys', does: 'Of the keyboard.' },
    pad: { name: 'Gamepad', does: 'Buttons and sticks.' },
    shareData: {
      name: 'What is shared',
      does: 'Nothing is sent anywhere unless you send it.',
      options: { none: 'Nothing' },
    },
  },
  acts: {
    use: 'Go on, or use',
    back: 'Back',
    pause: 'Pause',
    again: 'Again',
    fresh: 'New people',
    left: 'Left',
    right: 'Right',
    up: 'Up',
    down: 'Down',
    finely: 'Held: in small steps',
    tool1: 'First tool or answer',
    tool2: 'Second',
    tool3: 'Third',
    tool4: 'Fourth',
    tool5: 'Fifth',
    tool6: 'Sixth',
    tool7: 'Seventh',
    tool8: 'Eighth',
    tool9: 'Ninth',
    next: 'Next tool',
    previous: 'Tool before',
    transcript: 'What was said',
    codex: 'Codex',
    networks: 'Networks',
    settings: 'Settings',
    saves: 'Saves',
    help: 'Help',
  },
  keys: {
    ' ': 'Space',
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    b0: 'Lower button',
    b1: 'Right button',
    b2: 'Left button',
    b3: 'Upper button',
    b4: 'Left shoulder',
    b5: 'Right shoulder',
    b6: 'Left trigger',
    b7: 'Right trigger',
    b8: 'Select',
    b9: 'Start',
    b10: 'Left stick pressed',
    b11: 'Right stick pressed',
    b12: 'Cross up',
    b13: 'Cross down',
    b14: 'Cross left',
    b15: 'Cross right',
    b16: 'Home',
    'a0-': 'Stick left',
    'a0+': 'Stick right',
    'a1-': 'Stick up',
    'a1+': 'Stick down',
    'a2-': 'Right stick left',
    'a2+': 'Right stick right',
    'a3-': 'Right stick up',
    'a3+': 'Right stick down',
  },
  bindRefusals: {
    keyOfTheBrowser: 'The browser needs that key for itself.',
    wouldLeaveNone: 'Without that key there would be no way to do this any more:',
    alreadySo: 'It is that key already.',
  },
  on: 'On',
  off: 'Off',
  asInTheCity: 'As in the city',
  hue: 'Hue',
  asTheBrowser: 'As this browser asks for',
  reset: 'As at first',
  resetOf: (name) => `${name}: as at first`,
  resetGroup: 'All on this page as at first',
  undo: 'Undo',
  changed: 'changed',
  testSound: 'Let me hear it',
  preview: 'How it reads',
  previewLines: [
    ['Hanneke', 'Shirts tell you more than scores do. This one was ironed twice.'],
    ['You', 'By whom?'],
    ['Hanneke', 'By somebody with 0.31 points and all the time there is.'],
  ],
  assisted: 'With help, your runs stand in the lists of those who play with help.',
  unbound: 'none',
  press: (act) => `Press a key for “${act}”. Esc leaves it as it is.`,
  pressPad: (act) => `Press a button of the gamepad for “${act}”. Esc leaves it as it is.`,
  change: (act) => `${act}: change`,
  cancel: 'Leave it',
  bound: (act, key) => `${act} is ${key} now.`,
  takenFrom: (act) => `“${act}” has it no more.`,
  conflict: (key, acts) => `${key} does two things: ${acts}.`,
  nothingShared: 'Saves, settings and what you have read stay in this browser. There is nothing to switch off.',
};
