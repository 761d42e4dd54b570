// The codex, an entry a system: what the Record has of it, and what it does in play. Opened when it is first met.

import type { SYSTEMS } from '../../core/run/systems.ts';

export interface Entry {
  /** As Jin Kwan entered it. */
  readonly record: string;
  readonly inPlay: string;
}

export const CODEX: Partial<Record<keyof typeof SYSTEMS, Entry>> = {
  'sphere.hub': {
    record:
      'The building in which this is read. Five regions, one lit at a time. The ceiling is glass. It leaks over Neoterra, which is entered.',
    inPlay: 'From here a reader goes into a city. What was done there stays to be seen on it.',
  },
  'cove.room': {
    record:
      'Zara Elwood built twenty. In nineteen of them two strangers spoke inside four minutes. In the twentieth it took one, and the second thing said was: where is the door.',
    inPlay:
      'People in one room pull each other harder than anybody outside. Between rooms there are doors, which may be opened and shut.',
  },
  'cove.score': {
    record:
      'A bead of lit glass at the collar, nought to ninety-nine. It was called kind, for nobody had ever been shown a nought. Forty rides the tram.',
    inPlay:
      'The number says how loudly somebody is heard. Who stands with the room hums up, who stands apart goes down, and both are seen by all.',
  },
  'cove.drift': {
    record:
      'On the third of March one table told the truth for an hour and lost sixty-one points. The other table listened, and gained sixty-one. Both sheets are kept, in one folder.',
    inPlay:
      'Whoever is touched at one table costs that table its voice and gives it to the other. A whisper says beforehand whom it is about.',
  },
  'cove.mirror': {
    record:
      'Kaden Voss hung nine, each a second late. Visitors waved first and understood afterwards. One came daily, at four, and did not wave.',
    inPlay:
      'A mirror gives back what reaches it, late. One kind makes it louder, one gives it back slowly and lets people mend, one keeps the shape of whoever was last beside it.',
  },
  'cove.workshop': {
    record:
      'Nia Cortez kept the list. Chairs, seven. Rules, four. Those who stayed past the first break are entered by name. It is a short page, and she was proud of it.',
    inPlay:
      'Gathers somebody and those around them for some seconds. Their numbers even out, and so do the bonds among them.',
  },
  'cove.palette': {
    record:
      'Jesse Lau’s lens. It showed what a person was and, two seconds ahead, what they were about to be. He showed his mother first. She said: I know what I am about to be. I am about to be late.',
    inPlay:
      'Held over somebody, it lets them be heard in full, whatever their number, and shows where they and those beside them will be in two seconds.',
  },
  'cove.steer': {
    record:
      'Bonds to nobody in the room. Lumen Mutual had them down as maintenance. They were paid by the nudge, and the nudges were entered, each with a time. That is how they are known.',
    inPlay:
      'Somebody who keeps slipping after you tuned them, or whose number climbs for nothing, is held from off the map. Reveal shows by what. Mend cuts it, for good.',
  },
  'cove.dialogue': {
    record:
      'Fourteen evenings with the boards dark. There being no number, attendance is entered by chairs moved. Three hundred and twelve chairs.',
    inPlay:
      'Numbers are neither shown nor heeded. Bonds grow from agreement alone, and slowly; and nobody may be touched often.',
  },
  'cove.metric': {
    record:
      'It remembered everything. The first version did so at once, and eleven people had to sit down. Jesse Lau apologised to them one by one, and then to it.',
    inPlay:
      'How loudly somebody is heard follows what they have done over time and not what they do now. Set too quick, it swings. Set slow, it is fair and late.',
  },
  'cove.assembly': {
    record:
      'The drained baths, a Sunday. Four hundred and six present, three of them behind a door. I have not been able to establish that those were less present.',
    inPlay:
      'The room has to hold while those who asked for it stay behind a closed door. Only the others are measured.',
  },
};
