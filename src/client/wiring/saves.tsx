// The saves' screen, put to what keeps them.

import type { VNode } from 'preact';
import type { SlotId } from '../kept.ts';
import { persist, room, type Persistence } from '../save/disk.ts';
import { toText, type Preview } from '../save/bundle.ts';
import { SavesScreen } from '../ui/panels/saves.tsx';
import type { Parts } from './desk.tsx';
import type { Kept } from './kept.ts';

/** Asked for once; the answer comes when it comes. */
let persistence: Persistence = 'unknown';
let space: { readonly used: number; readonly of: number } | null = null;
let isAsked = false;
/** What was read of a text last: taking it is by that. */
let read: Preview | null = null;

export function savesPanel(parts: Parts, kept: Kept): VNode {
  const { play, settings, changed } = parts;
  const { slots, profile, writer } = kept;
  if (!isAsked) {
    isAsked = true;
    void ask(changed);
  }
  const travels = () => ({ settings: settings.export(), profile: profile.export() });
  const load = (id: SlotId): void => void kept.load(id).then(changed);
  return (
    <SavesScreen
      rows={kept.rows}
      trouble={slots.trouble}
      canSave={play.isUnderWay}
      canUndo={slots.canUndo}
      now={Date.now()}
      locale={play.tale.locale}
      persistence={persistence}
      room={space}
      onSave={(id) => kept.save(id)}
      onLoad={load}
      onRemove={(id) => slots.remove(id)}
      onRename={(id, name) => slots.rename(id, name)}
      onUndo={() => slots.undo()}
      onExportFile={(id) => void slots.export(id, travels()).then(offer)}
      onExportText={async () => toText(await slots.export('all', travels()))}
      onPreview={async (text) => {
        read = await slots.preview(text);
        if (read.state === 'refused') return read;
        const { rows, intoByDefault, bundle } = read;
        const [hasSettings, hasProfile] = [isThere(bundle.settings), isThere(bundle.profile)];
        return { state: 'readable', rows, intoByDefault, hasSettings, hasProfile };
      }}
      onImport={async (taken) => {
        if (read === null || read.state === 'refused') return 'failed';
        const { bundle } = read;
        const how = await slots.import({ bundle }, { saves: taken.saves });
        if (how !== 'saved') return how;
        if (taken.settings && isThere(bundle.settings)) settings.import(bundle.settings);
        if (taken.profile && isThere(bundle.profile)) profile.merge(bundle.profile);
        return how;
      }}
      onTakeOver={() => void writer.takeOver()}
      onBack={() => play.command({ do: 'back' })}
    />
  );
}

async function ask(changed: () => void): Promise<void> {
  [persistence, space] = await Promise.all([persist(), room()]);
  changed();
}

/** An export without them says null. */
function isThere(one: unknown): boolean {
  return one !== undefined && one !== null;
}

/** Given to the browser to be stored where the player says. */
function offer(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  link.download = `syntony-${new Date().toISOString().slice(0, 10)}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
