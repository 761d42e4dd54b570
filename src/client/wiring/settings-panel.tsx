// The settings' screen, put to what keeps them.

import type { VNode } from 'preact';
import { tokensFor } from '../look/cities.ts';
import { SettingsScreen } from '../ui/panels/settings.tsx';
import { cityOf, type Parts } from './desk.tsx';

export function settingsPanel({ settings, tongues, play, testSound, capture }: Parts): VNode {
  return (
    <SettingsScreen
      settings={settings.all}
      isAtFirst={(id) => settings.isAtFirst(id)}
      canUndo={settings.canUndo}
      locales={tongues.locales}
      isLight={tokensFor(cityOf(play)).isLight}
      onChange={(id, value, goesOn) => void settings.change(id, value, goesOn)}
      onReset={(what) => settings.reset(what)}
      onUndo={() => void settings.undo()}
      onTestSound={testSound}
      onBack={() => play.command({ do: 'back' })}
      onCapture={capture}
    />
  );
}
