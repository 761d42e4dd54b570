import { describe, expect, it } from 'vitest';
import { graphCommand } from '../../src/tools/dialogue/graph.ts';
import { layOut, NODE } from '../../src/tools/dialogue/graph/layout.ts';
import type { Graph } from '../../src/tools/dialogue/graph/model.ts';
import { folderOf, runTool } from '../support/dialogue-project.ts';

const FILES = {
  'coves/1.yarn': `title: Start
---
<<declare $where = "Market">>
-> "Tram" & <b>
    <<set $where = "Tram">>
-> on
<<jump {$where}>>
===
title: Market
---
<<detour Gossip>>
<<jump Start>>
===
title: Tram
---
<<jump {"Pla" + "za"}>>
===
title: Attic
---
Nobody comes here.
<<jump Nowhere>>
===
`,
  'coves/2.yarn': `title: Gossip
subtitle: first
when: once
---
Pst.
===
title: Gossip
when: always
---
Pst pst.
===
`,
};

async function graph(...args: string[]): Promise<Graph> {
  const { root } = folderOf(FILES);
  return JSON.parse((await runTool(graphCommand, root, '--json', ...args)).out) as Graph;
}

describe('npm run dialogue -- graph', () => {
  it('finds jumps, detours, groups, what an expression may lead to, and what nobody reaches', async () => {
    const { vertices, edges } = await graph();
    expect(edges.map(({ from, to, way, isComputed }) => `${from} ${way}${isComputed ? '?' : ''} ${to}`).sort()).toEqual(
      [
        'Attic jump Nowhere',
        'Market detour Gossip',
        'Market jump Start',
        'Start jump? Market',
        'Start jump? Tram',
        'Tram jump? {"Pla" + "za"}',
      ],
    );
    const by = new Map(vertices.map((one) => [one.id, one]));
    expect(vertices.filter(({ isReached }) => !isReached).map(({ id }) => id)).toEqual(['Attic', 'Nowhere']);
    expect(by.get('Start')).toMatchObject({ is: 'node', isStart: true, line: 1, texts: 2 });
    expect(by.get('Gossip')).toMatchObject({ is: 'group', members: ['first', 'line 7'], texts: 2 });
    expect(by.get('Nowhere')?.is).toBe('missing');
    expect(by.get('{"Pla" + "za"}')?.is).toBe('open');
  });

  it('draws of one file its nodes and their neighbours, reached or not as in the whole', async () => {
    const { root } = folderOf({
      'a.yarnproject': '{ "projectFileVersion": 4, "sourceFiles": ["*.yarn"] }',
      'a.yarn': 'title: Start\n---\n<<jump B>>\n===\ntitle: Lonely\n---\nHm.\n===\n',
      'b.yarn': 'title: B\n---\n<<jump C>>\n===\n',
      'c.yarn': 'title: C\n---\n<<jump D>>\n===\ntitle: D\n---\nEnd.\n===\n',
    });
    const part = JSON.parse((await runTool(graphCommand, `${root}/b.yarn`, '--json')).out) as Graph;
    expect(part.vertices.map(({ id, isReached }) => [id, isReached])).toEqual([
      ['Start', true],
      ['B', true],
      ['C', true],
    ]);
    expect(part.edges.map(({ from, to }) => `${from}-${to}`)).toEqual(['Start-B', 'B-C']);
  });

  it('begins where it is told', async () => {
    const { vertices } = await graph('--from', 'Attic,Tram');
    expect(vertices.filter(({ isReached }) => !isReached).map(({ id }) => id)).toEqual(['Start', 'Market', 'Gossip']);
    const { root } = folderOf(FILES);
    expect(await runTool(graphCommand, root, '--from', 'Atic')).toMatchObject({ code: 2 });
  });

  it('takes nodes that begin a plan for starts', async () => {
    const { root } = folderOf({ ...FILES, 'b.yarn': 'title: Epilogue\nplan: end\n---\n<<jump Attic>>\n===\n' });
    const { vertices } = JSON.parse((await runTool(graphCommand, root, '--json')).out) as Graph;
    expect(
      vertices
        .filter(({ isStart }) => isStart)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['Epilogue', 'Start']);
    expect(vertices.every(({ isReached }) => isReached)).toBe(true);
  });

  it('writes Mermaid and DOT with quotation marks escaped', async () => {
    const { root } = folderOf(FILES);
    const { out: mermaid } = await runTool(graphCommand, root);
    expect(mermaid).toMatch(/^flowchart TD\n/);
    expect(mermaid).toContain('{{"Gossip (one of 2)"}}');
    expect(mermaid).toContain('-.->|"detour"|');
    expect(mermaid).toContain('"Attic (unreachable)"]:::unreached');
    expect(mermaid).toContain('(["{#quot;Pla#quot; + #quot;za#quot;}"])');
    const { out: dot } = await runTool(graphCommand, root, '--format', 'dot');
    expect(dot).toContain('"Market" -> "Gossip" [style=dashed, label="detour"];');
    expect(dot).toContain('"Attic" [label="Attic (unreachable)", shape=box, color="#c62828"');
    expect(dot).toContain(String.raw`"{\"Pla\" + \"za\"}"`);
    expect(await runTool(graphCommand, root, '--format', 'png')).toMatchObject({ code: 2 });
  });

  it('makes a page that asks for nothing from elsewhere, with a list beside the drawing', async () => {
    const { root, read } = folderOf(FILES);
    const { out } = await runTool(graphCommand, root, '--out', `${root}/graph.html`);
    expect(out).toMatch(/graph\.html: 5 nodes, 6 ways, 1 unreachable, 1 named but not there/);
    const page = read('graph.html');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\/|@import|url\(h|fetch\(/);
    for (const id of ['Start', 'Market', 'Gossip', 'Attic']) {
      expect(page).toContain(`<li data-id="${id}"><button>${id}`);
      expect(page).toContain(
        `class="node ${id === 'Gossip' ? 'group' : 'node'}${id === 'Start' ? ' start' : ''}${id === 'Attic' ? ' bad' : ''}" data-id="${id}"`,
      );
    }
    expect(page).toContain('{&quot;Pla&quot; + &quot;za&quot;}');
  });
});

function drawn(nodes: number, ways: readonly (readonly [number, number])[]): Graph {
  return {
    name: 'x',
    vertices: Array.from({ length: nodes }, (_, k) => ({
      id: `n${k}`,
      is: 'node' as const,
      file: `f${k % 3}.yarn`,
      line: 1,
      texts: 1,
      members: [],
      isStart: k === 0,
      isReached: true,
    })),
    edges: ways.map(([a, b]) => ({ from: `n${a}`, to: `n${b}`, way: 'jump' as const, isComputed: false })),
  };
}

describe('the drawing', () => {
  const many = Array.from({ length: 150 }, (_, k) => [(k * 7) % 60, (k * 13 + 5) % 60] as const);

  it.each([
    ['nothing', 0, []],
    ['one', 1, [[0, 0]]],
    [
      'circles',
      6,
      [
        [0, 3],
        [3, 0],
        [1, 4],
        [4, 1],
        [2, 5],
        [5, 2],
      ],
    ],
    ['a crowd', 60, many],
  ] as const)('lays no node over another, and every node into its box: %s', (_, nodes, ways) => {
    const { spots, boxes, routes, width, height } = layOut(drawn(nodes, ways));
    expect(spots).toHaveLength(nodes);
    expect(routes).toHaveLength(ways.length);
    for (const [k, a] of spots.entries()) {
      const box = boxes[a.box];
      expect(a.x - NODE.width / 2).toBeGreaterThanOrEqual(box.x);
      expect(a.x + NODE.width / 2).toBeLessThanOrEqual(box.x + box.width);
      expect(a.y + NODE.height / 2).toBeLessThanOrEqual(box.y + box.height);
      for (const b of spots.slice(k + 1)) {
        expect(Math.abs(a.x - b.x) >= NODE.width || Math.abs(a.y - b.y) >= NODE.height).toBe(true);
      }
    }
    for (const box of boxes) {
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
  });

  it('takes a chain of thousands', () => {
    const chain = Array.from({ length: 2999 }, (_, k) => [k, k + 1] as const);
    expect(layOut(drawn(3000, chain)).spots).toHaveLength(3000);
  });
});
