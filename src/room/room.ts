// What the room shows: a script, a sitting at it, the language it is read in, and what is wrong with what was last saved.

import { variablesOf } from '../core/story/variables.ts';
import type { Dialogue, Place, Strings, VariableAbout } from '../core/story/dialogue.ts';
import type { ShownLine } from '../core/story/story.ts';
import type { LineId, Value } from '../core/yarn/program.ts';
import type { Fault, Faults } from '../tools/vite/words.ts';
import { openPlace } from './editor.ts';
import { graphOf, type Graph } from './graph.ts';
import { Sitting, type Kept } from './sitting.ts';
import { smartValue } from './teller.ts';
import { spoken, type Spoken } from './text.ts';

/** What the dev server makes up, by the names it gives them. */
const PSEUDO: Readonly<Record<string, string>> = { qps: 'pseudo, longer', 'qps-mirror': 'pseudo, from right to left' };

export class Room {
  dialogue: Dialogue;
  graph: Graph;
  readonly sitting: Sitting;
  seed = 1;
  locale: string;
  faults: readonly Fault[] = [];
  /** Of the locale, as far as it is translated. */
  private strings: Strings;
  private readonly listeners = new Set<() => void>();

  constructor(dialogue: Dialogue) {
    this.dialogue = dialogue;
    this.graph = graphOf(dialogue.program);
    this.sitting = new Sitting(dialogue);
    this.sitting.watch(() => this.tell());
    this.locale = dialogue.language;
    this.strings = dialogue.strings;
  }

  get locales(): readonly { readonly id: string; readonly name: string }[] {
    const { language, loaders } = this.dialogue;
    return [
      { id: language, name: `${language} (as written)` },
      ...Object.keys(loaders)
        .filter((id) => id !== language)
        .map((id) => ({ id, name: PSEUDO[id] ?? id })),
    ];
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  beginAt(node: string): void {
    this.sitting.begin({ node, seed: this.seed });
  }

  setSeed(seed: number): void {
    this.seed = Number.isInteger(seed) && seed >= 0 ? Math.min(seed, 0x7fff_ffff) : 1;
    const { start } = this.sitting;
    if (start === null) this.tell();
    else this.sitting.begin({ ...start, seed: this.seed });
  }

  /** What a variable is now; before anything is played, what it begins as. */
  valueOf({ name, initial, smart }: VariableAbout): Value | null {
    const { now, given } = this.sitting;
    const { program } = this.dialogue;
    if (smart) return now === null ? null : smartValue(program, now.snapshot, name, now.game);
    const kept = now === null ? {} : variablesOf(now.snapshot);
    return kept[name] ?? given[name] ?? program.variables[name] ?? initial;
  }

  async setLocale(locale: string): Promise<void> {
    const { language, loaders, strings } = this.dialogue;
    const isOther = locale !== language && Object.hasOwn(loaders, locale);
    const table = isOther ? await loaders[locale]() : strings;
    this.locale = isOther ? locale : language;
    this.strings = table;
    this.tell();
  }

  spoken(shown: ShownLine): Spoken {
    const { strings, language } = this.dialogue;
    return spoken({ locale: this.locale, strings: this.strings, base: { table: strings, locale: language } }, shown);
  }

  linePlace(line: LineId): Place | null {
    return this.dialogue.about?.lines[line] ?? null;
  }

  nodePlace(name: string): Place | null {
    const node = this.dialogue.program.nodes[name];
    return node === undefined ? null : { file: node.file, line: node.line, column: 1 };
  }

  open(place: Place): void {
    const { about } = this.dialogue;
    if (about !== null) void openPlace(about, place);
  }

  mend(dialogue: Dialogue): void {
    this.dialogue = dialogue;
    this.graph = graphOf(dialogue.program);
    this.sitting.mend(dialogue);
    void this.setLocale(this.locale);
  }

  tellFaults({ faults }: Faults): void {
    this.faults = faults;
    this.tell();
  }

  keep(): unknown {
    return { sitting: this.sitting.keep(), seed: this.seed, locale: this.locale };
  }

  restore(kept: unknown): void {
    const { sitting, seed, locale } = kept as { sitting: Kept; seed: number; locale: string };
    this.seed = seed;
    this.sitting.restore(sitting);
    void this.setLocale(locale);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
