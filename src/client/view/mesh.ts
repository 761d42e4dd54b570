// Triangles with a colour at every corner, all in one buffer: the whole network is one draw. Phaser's Graphics takes a path
// apart and fills it anew for every dash; this writes the corners where they belong, with soft edges of its own, so that the
// picture is smooth without multisampling (which is what costs most where there is no graphics card).

import type Phaser from 'phaser';

/** Corners and triangles that the flat batch takes at a time; what is more goes into the next draw. */
const MOST_CORNERS = 49_000;
const MOST_INDICES = 49_000;
const WORDS = 3;

/** As much of Phaser's batch of flat triangles as is written to. */
interface FlatBatch {
  instanceCount: number;
  vertexCount: number;
  readonly indexBuffer: { readonly viewU16: Uint16Array };
  readonly vertexBufferLayout: { readonly buffer: { readonly viewU32: Uint32Array } };
  run(context: unknown): void;
}

interface Batches {
  getNode(name: string): unknown;
  setCurrentBatchNode(node: unknown, context: unknown): void;
}

class Chunk {
  readonly floats = new Float32Array(MOST_CORNERS * WORDS);
  readonly words = new Uint32Array(this.floats.buffer);
  readonly indices = new Uint16Array(MOST_INDICES);
  corners = 0;
  used = 0;
}

export class Mesh {
  private readonly chunks: Chunk[] = [new Chunk()];
  private at = 0;

  clear(): void {
    for (const chunk of this.chunks) chunk.corners = chunk.used = 0;
    this.at = 0;
  }

  /** Room for so much in one draw; call before the corners of a shape. Answers the number of its first corner. */
  room(corners: number, indices: number): number {
    let chunk = this.chunks[this.at];
    if (chunk.corners + corners > MOST_CORNERS || chunk.used + indices > MOST_INDICES) {
      this.at++;
      chunk = this.chunks[this.at] ??= new Chunk();
    }
    return chunk.corners;
  }

  corner(x: number, y: number, colour: number): void {
    const chunk = this.chunks[this.at];
    const word = chunk.corners++ * WORDS;
    chunk.floats[word] = x;
    chunk.floats[word + 1] = y;
    chunk.words[word + 2] = colour;
  }

  triangle(a: number, b: number, c: number): void {
    const chunk = this.chunks[this.at];
    const { indices } = chunk;
    indices[chunk.used++] = a;
    indices[chunk.used++] = b;
    indices[chunk.used++] = c;
  }

  /** On the display list of a scene, where it is drawn in its turn. */
  show(scene: Phaser.Scene): Phaser.GameObjects.Graphics {
    const carrier = scene.add.graphics();
    // The first render step runs and decides whether the object's own comes after it: here never.
    const step = (renderer: { readonly renderNodes: Batches }, _: unknown, context: unknown): void =>
      this.draw(renderer.renderNodes, context);
    carrier.addRenderStep(step, 0);
    return carrier;
  }

  private draw(batches: Batches, context: unknown): void {
    const flat = batches.getNode('BatchHandlerTriFlat') as FlatBatch;
    for (const chunk of this.chunks) {
      if (chunk.used === 0) continue;
      batches.setCurrentBatchNode(flat, context);
      if (flat.instanceCount > 0) flat.run(context);
      flat.vertexBufferLayout.buffer.viewU32.set(chunk.words.subarray(0, chunk.corners * WORDS));
      flat.indexBuffer.viewU16.set(chunk.indices.subarray(0, chunk.used));
      flat.vertexCount = chunk.corners;
      flat.instanceCount = chunk.used / 3;
      flat.run(context);
    }
  }
}
