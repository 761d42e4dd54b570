// What is kept, wired to what is played: autosaves, chapters, the profile; and the way back from a save into a sitting.

import type { NamedSlot, SlotId, SlotRow, Where, Written } from '../kept.ts';
import type { Play } from '../play.ts';
import { Autosave } from '../save/autosave.ts';
import { openSlots } from '../save/open.ts';
import { openProfile, type Profile } from '../save/profile.ts';
import { resume, resumeTail, returned } from '../save/resume.ts';
import { makeSaved, type Sat } from '../save/saved.ts';
import type { Loaded, Slots } from '../save/slots.ts';
import { claimWriting, type Writer } from '../save/writer.ts';
import { resumedWords } from '../tongue.ts';
import { LOAD_WORDS as W } from '../words/load.ts';

export class Kept {
  readonly slots: Slots;
  readonly profile: Profile;
  readonly writer: Writer;
  private readonly play: Play;
  private readonly auto: Autosave;
  /** Milliseconds at the present sitting, and when it was begun: that names it. */
  private played = 0;
  private began = Date.now();
  private frameAt = 0;
  private act = '';
  private lastLine = '';
  private wasHeld = false;
  rows: readonly SlotRow[] = [];
  notice = '';

  constructor(play: Play, slots: Slots, profile: Profile, changed: () => void) {
    this.play = play;
    this.slots = slots;
    this.profile = profile;
    const { session } = play;
    this.auto = new Autosave({
      slots,
      content: () => session.content,
      sat: () => this.satWorthKeeping(),
      now: () => Date.now(),
    });
    this.writer = claimWriting();
    this.writer.yielding(() => this.auto.settled());
    this.writer.watch(() => {
      const { wasHeld } = this;
      this.hold();
      if (this.writer.state === 'writing') {
        // what the other tab played further is kept, and stands before what this page shows until it is gone on with
        if (wasHeld) this.notice = W.otherTab;
        else this.auto.line();
      }
      changed();
    });
    this.hold();
    slots.watch(() => void this.refresh().then(changed));
    session.hear((heard) => {
      if (heard.kind === 'opened') {
        if (heard.anew) this.renew();
        this.auto.line();
      } else if (heard.kind === 'taken' && heard.action.act !== 'tool') {
        if (session.isWatching) return;
        if (heard.action.act === 'choose') profile.choose(play.tale.line ?? '');
        this.auto.line();
      }
    });
    addEventListener('pagehide', () => this.leave());
    document.addEventListener('visibilitychange', () => document.hidden && this.leave());
    void this.refresh().then(changed);
  }

  /** Once a frame. */
  frame(now: number): void {
    const { play } = this;
    const { session } = play;
    const elapsed = Math.min(250, Math.max(0, now - this.frameAt));
    this.frameAt = now;
    if (session.isRunning && play.screen !== 'title') this.played += elapsed;
    this.auto.frame(now, session.tick, session.mode === 'network');
    this.note();
  }

  get last(): { readonly where: Where | null } | null {
    const row = this.rows.find((one) => one.id === 'auto' && one.state !== 'broken');
    return row === undefined ? null : { where: row.where };
  }

  /** From the last autosave; what stands in the way of that is told, and nothing is lost. */
  async goOn(): Promise<void> {
    await this.load('auto');
  }

  /**
   * The address of a reading that is kept was opened, or gone back to: it goes on, and does not begin again over itself. Whether
   * it is there.
   */
  async takeUp(plan: string, seed: number): Promise<boolean> {
    for (const id of ['auto', 'other', 'before'] as const) {
      const loaded = await this.slots.load(id);
      const from = loaded.state === 'whole' ? loaded.saved : loaded.state === 'empty' ? loaded.tail : null;
      if (from === null || from.plan !== plan || from.seed !== seed) continue;
      this.goOnFrom(id, loaded);
      return true;
    }
    return false;
  }

  /** It was read. */
  dismiss(): void {
    this.notice = '';
  }

  async load(id: SlotId): Promise<void> {
    this.goOnFrom(id, await this.slots.load(id));
  }

  private goOnFrom(id: SlotId, loaded: Loaded): void {
    const { play } = this;
    const { content } = play.session;
    if (loaded.state === 'empty') {
      const sat = loaded.tail === null ? null : resumeTail(content, loaded.tail);
      this.notice = sat === null ? W.empty : '';
      if (sat !== null) this.take(sat);
      return;
    }
    if (loaded.state !== 'whole') {
      this.notice = loaded.state === 'newer' ? W.newer : W.broken;
      return;
    }
    const resumed = resume(content, loaded.saved, loaded.tail);
    if (resumed.as === 'planGone' || resumed.as === 'unplayable') {
      this.notice = resumed.as === 'planGone' ? W.planGone : W.unplayable(resumed.error.message);
      return;
    }
    if (loaded.from === 'auto' && resumed.as !== 'mended') this.auto.from(loaded.saved, loaded.check);
    this.take(id === 'auto' ? resumed.sat : returned(resumed.sat, Date.now()));
    this.notice = loaded.from === id ? '' : W.earlier;
    if (resumed.as !== 'mended') return;
    const said = [resumedWords(resumed.restored), resumed.reopened ? W.reopened : ''];
    play.tale.notice = said.filter((one) => one !== '').join(' ');
  }

  async save(id: NamedSlot, name?: string): Promise<Written> {
    const saved = makeSaved(this.play.session.content, this.sat(), Date.now());
    return this.slots.save(id, saved, name);
  }

  async refresh(): Promise<void> {
    this.rows = await this.slots.list();
  }

  leave(): void {
    this.auto.leave();
    this.profile.flush();
  }

  private take(sat: Sat): void {
    const { play } = this;
    play.take(sat.sitting);
    play.tale.recall(sat.transcript);
    this.played = sat.played * 1000;
    this.began = sat.began;
    this.act = this.actNow;
    play.settleResumed();
  }

  private sat(): Sat {
    const { session, tale } = this.play;
    return {
      sitting: session.sitting(),
      transcript: tale.transcript,
      where: this.where,
      played: Math.round(this.played / 1000),
      began: this.began,
    };
  }

  private get where(): Where {
    const { session, tale } = this.play;
    const of = session.step?.of;
    return {
      city: of?.city ?? '',
      act: of?.act ?? 0,
      place: session.mode === 'network' ? session.content.levels[session.level].level.title : session.game.stage,
      line: tale.line ?? '',
    };
  }

  /** A title that nobody has left yet, and a network by itself, are nothing to keep. */
  private satWorthKeeping(): Sat | null {
    const { session } = this.play;
    if (!session.isStory || session.tick === 0 || session.isWatching) return null;
    const sat = this.sat();
    // where somebody only stands, to be looked at, nothing was played that could be kept
    return sat.sitting.practice && sat.sitting.log.length === 0 ? null : sat;
  }

  private get actNow(): string {
    const { session } = this.play;
    const of = session.step?.of;
    return of === undefined ? '' : `${session.planned} ${of.city} ${of.act}`;
  }

  private note(): void {
    const { session, tale } = this.play;
    if (session.isWatching) return;
    const { actNow } = this;
    if (actNow !== this.act && session.isStory && session.step?.kind === 'scene') {
      this.act = actNow;
      this.auto.chapter();
    }
    const line = tale.line ?? '';
    if (line === this.lastLine) return;
    // a line is seen when it is left
    if (this.lastLine !== '') this.profile.see(this.lastLine);
    for (const { what, kind } of session.splits) this.profile.see(`${kind === 'scene' ? 'scene' : 'level'}:${what}`);
    this.lastLine = line;
    this.profile.meet(session.game.codex);
    for (const [city, ending] of Object.entries(session.game.endings)) this.profile.reach(city, ending);
    this.profile.earn(session.game.results);
    this.auto.line();
  }

  private renew(): void {
    this.played = 0;
    this.began = Date.now();
    this.act = '';
    this.lastLine = '';
  }

  private hold(): void {
    const { state } = this.writer;
    this.wasHeld = state === 'waiting';
    // who does not know yet whether another tab writes must not write over what that one keeps
    this.auto.hold(state !== 'writing');
    this.slots.readOnly(state === 'waiting');
  }
}

export async function openKept(play: Play, storage: Storage | null, changed: () => void): Promise<Kept> {
  const slots = await openSlots();
  return new Kept(play, slots, await openProfile(slots, storage, () => Date.now()), changed);
}
