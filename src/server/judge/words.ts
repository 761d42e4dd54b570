// What is said between the pool and its threads.

import type { Binding } from '../../core/board/submission.ts';

/** The whole content of a build as plain data, see content.json of the build. */
export interface ContentFile {
  readonly levels: Readonly<Record<string, unknown>>;
  readonly program: unknown;
  readonly cities: unknown;
}

export interface Hello {
  /** What the thread runs. */
  readonly file: string;
  readonly content: ContentFile;
  /** Kept judges of earlier builds and contents: by `build content`, the file. */
  readonly archive: Readonly<Record<string, string>>;
}

export interface Case {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly binding: Binding;
  /** Where the player said what they had done so far. */
  readonly checkpoints: readonly { readonly tick: number; readonly chain: string }[];
}

export interface Finding {
  readonly id: number;
  readonly verdict: string;
  readonly ticks: number;
  readonly inputs: string;
  readonly paused: boolean;
  readonly assists: readonly string[];
  /** The ticks of checkpoints that are borne out, and whether any is not. */
  readonly borneOut: readonly number[];
  readonly contradicted: boolean;
}
