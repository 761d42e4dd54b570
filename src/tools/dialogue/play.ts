// npm run dialogue -- play: a conversation in the terminal, or from a pipe.

import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Result } from '../../core/run/game.ts';
import type { Program, Value } from '../../core/yarn/program.ts';
import { BadInput, EXIT, print, whole, type Command, type Given } from '../cli.ts';
import { lookOf, paint, type Look } from './frame.ts';
import { languageOf } from './language.ts';
import { knownNode, listed, playable, settings, startsAsked } from './playable.ts';
import { loadProject } from './project.ts';
import { HOW_IT_ENDED, readResult, Session, type Shown } from './session.ts';
import { answerPlainly, tellingOf } from './telling.ts';
import { ENDINGS } from './ways.ts';
import { wordingOf } from './wording.ts';

export const playCommand: Command = {
  usage:
    'dialogue -- play [NODE|FILE] [--project PATH] [--seed N] [--set $v=X] [--locale L] [--network won,80,70] [--json]',
  doc: 'Plays in the terminal, with back, save and load (type ? while playing), or from a pipe.',
  words: [0, 1],
  options: {
    project: { type: 'string' },
    seed: { type: 'string' },
    set: { type: 'string', multiple: true },
    locale: { type: 'string' },
    network: { type: 'string' },
    answer: { type: 'string', multiple: true },
    flow: { type: 'boolean' },
  },
  help: {
    project: 'a folder or a file (dialogue); begins in it, unless a node is named',
    seed: 'of the dice (1)',
    set: '$variable=value at the beginning; may be given several times',
    locale: 'another language than it was written in',
    network: 'how every network ends, instead of asking: won, flat, hard, lost, skipped, or won,80,70',
    answer: 'function=value for a function that only another game has; may be given several times',
    flow: 'stop only where something is to be decided, not at every line',
  },
  run: play,
};

async function play(given: Given): Promise<number> {
  const { words, flags, json } = given;
  const [word] = words;
  // whoever names a file wants it played
  const isPath = word !== undefined && flags['project'] === undefined && (word.endsWith('.yarn') || existsSync(word));
  const path = isPath ? word : flags['project'];
  const project = loadProject(path === undefined ? [] : [String(path)]);
  const played = playable(project);
  if (played === null) return EXIT.no;
  const { program, compiled } = played;
  const node = word !== undefined && !isPath ? knownNode(program, word) : startsAsked(played).at(0);
  if (node === undefined) throw new BadInput('there is no node to begin with');
  const answers = answersFrom(listed(flags['answer']));
  const telling = tellingOf(program, project.library, compiled.inferredFunctions, {
    answer: (name, args, type) => answers.get(name) ?? answerPlainly(name, args, type),
  });
  const said = flags['locale'];
  const translated = said === undefined ? null : languageOf(project, compiled, String(said));
  const session = new Session({
    played,
    telling,
    wording: wordingOf(compiled, project.baseLanguage, translated),
    network: networkFrom(program, flags['network']),
    flow: flags['flow'] === true,
    show: json ? (shown) => print(JSON.stringify(shown)) : printerFor(lookOf(process.stdout)),
  });
  const variables = settings(played, listed(flags['set']));
  const seed = whole(given, 'seed', 1, -0x8000_0000, 0x7fff_ffff);
  session.begin(() => telling.begin(node, { seed, variables }));
  if (!session.isPlaying) return EXIT.no;
  await talk(session);
  return EXIT.ok;
}

async function talk(session: Session): Promise<void> {
  const isTyped = process.stdin.isTTY;
  const lines = createInterface({ input: process.stdin, output: isTyped ? process.stdout : undefined, prompt: '› ' });
  if (isTyped) lines.prompt();
  for await (const line of lines) {
    if (!session.hear(line)) break;
    if (isTyped) lines.prompt();
  }
  lines.close();
}

function printerFor(look: Look): (shown: Shown) => void {
  const by = (name: string | null): string => (name === null ? '' : `${paint(look, 'bold', name)}: `);
  return (shown) => {
    switch (shown.kind) {
      case 'line':
        return print(by(shown.character) + shown.text);
      case 'options':
        return shown.options.forEach(({ character, text, open }, k) => {
          const row = `${k + 1}. ${character === null ? '' : `${character}: `}${text}`;
          print(open ? `  ${row}` : paint(look, 'dim', `  ${row} (closed)`));
        });
      case 'command':
        return print(paint(look, 'dim', `<<${shown.text}>>`));
      case 'network':
        return print(
          paint(look, 'cyan', `network ${shown.level}: how does it end? (${ENDINGS.join(', ')}; Enter: won)`),
        );
      case 'end':
        return print(paint(look, 'dim', 'the end'));
      case 'note':
        return print(paint(look, 'blue', shown.text));
      case 'problem':
        return print(paint(look, 'red', shown.text));
    }
  };
}

function networkFrom(program: Program, said: Given['flags'][string]): Result | null {
  if (said === undefined) return null;
  const result = readResult(program, String(said));
  if (result === null) {
    throw new BadInput(`--network should be ${HOW_IT_ENDED}, not “${String(said)}”`);
  }
  return result;
}

function answersFrom(said: readonly string[]): Map<string, Value> {
  return new Map(
    said.map((one) => {
      const [, name, text] = /^\s*(\w+)\s*=\s*(.*)$/s.exec(one) ?? [];
      if (name === undefined) throw new BadInput(`--answer should be function=value, not “${one}”`);
      const value = /^(true|false)$/i.test(text)
        ? /^true$/i.test(text)
        : text.trim() !== '' && !Number.isNaN(Number(text))
          ? Number(text)
          : text;
      return [name, value];
    }),
  );
}
