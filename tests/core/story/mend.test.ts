// A conversation goes on in a script that was edited meanwhile.
import { describe, expect, it } from 'vitest';
import { createHost } from '../../../src/core/story/host.ts';
import { createSequencer } from '../../../src/core/story/sequencer.ts';
import type { Restored, Snapshot, View } from '../../../src/core/story/story.ts';
import { programOf } from '../../support/yarn.ts';

function stoppedAt(body: string, steps: number): Snapshot {
  const sequencer = createSequencer(createHost(programOf(body)));
  sequencer.start('Start');
  for (let i = 0; i < steps; i++) sequencer.advance();
  return sequencer.snapshot();
}

function goOn(body: string, snapshot: Snapshot): { restored: Restored; view: View; snapshot: Snapshot } {
  const sequencer = createSequencer(createHost(programOf(body)));
  const restored = sequencer.restore(snapshot);
  return { restored, view: sequencer.view(), snapshot: sequencer.snapshot() };
}

const NODES = (inner: string): string =>
  `title: Start\n---\nA #line:a\n<<detour Inner>>\nB #line:b\n===\ntitle: Inner\n---\n${inner}\n===\n`;
const BEFORE = NODES('C #line:c\nD #line:d');

describe('an edited script', () => {
  it('goes on at the same line', () => {
    const after = NODES('New #line:new\nC again #line:c\n<<set $x = 1>>\nD #line:d');
    const { restored, view, snapshot } = goOn(after, stoppedAt(BEFORE, 2));
    expect(restored).toEqual({ at: 'same' });
    expect(view).toMatchObject({ line: 'line:d' });
    expect(snapshot.stack).toEqual([['Start', 'line:b']]);
  });

  it('goes back to the node’s start when the line is gone', () => {
    const { restored, view } = goOn(NODES('<<set $x = 1>>\nC #line:c'), stoppedAt(BEFORE, 2));
    expect(restored).toEqual({ at: 'nodeStart', node: 'Inner', missing: 'line:d' });
    expect(view).toMatchObject({ line: 'line:c' });
  });

  it('goes back to where the detour came from when the node is gone', () => {
    const { restored, view, snapshot } = goOn('A #line:a\nB #line:b', stoppedAt(BEFORE, 1));
    expect(restored).toEqual({ at: 'earlierNode', node: 'Start', missing: 'line:c' });
    expect(view).toMatchObject({ line: 'line:b' });
    expect(snapshot.stack).toEqual([]);
  });

  it('begins anew when nothing else is left', () => {
    const moved = 'title: Start\n---\n<<jump Next>>\n===\ntitle: Next\n---\nA #line:a\n===\n';
    const { restored, view } = goOn('Z #line:z', stoppedAt(moved, 0));
    expect(restored).toEqual({ at: 'start', node: 'Start', missing: 'line:a' });
    expect(view).toMatchObject({ line: 'line:z' });
  });

  it('is over when even that is gone', () => {
    const { restored, view } = goOn('title: Other\n---\nZ #line:z\n===\n', stoppedAt('A #line:a', 0));
    expect(restored).toEqual({ at: 'end', node: 'Start', missing: 'line:a' });
    expect(view).toEqual({ kind: 'end' });
  });

  it('follows a line that moved to another node', () => {
    const after = 'title: Start\n---\nX\n===\ntitle: Else\n---\nA #line:a\n===\n';
    const { restored, snapshot } = goOn(after, stoppedAt('A #line:a', 0));
    expect(restored).toEqual({ at: 'same' });
    expect(snapshot.node).toBe('Else');
  });

  it('keeps variables, but for those that became another type', () => {
    const before = '<<declare $a = 1>>\n<<declare $b = "x">>\n<<set $a = 2>>\n<<set $b = "y">>\nA #line:a';
    const after = '<<declare $a = 1>>\n<<declare $b = true>>\nA {$a} {$b} #line:a';
    expect(goOn(after, stoppedAt(before, 0)).view).toMatchObject({ values: ['2', 'True'] });
  });
});
