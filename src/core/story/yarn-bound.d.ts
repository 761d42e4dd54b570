// yarn-bound 0.5.5 comes without types. This is the part of it that is used, as its source has it.
declare module 'yarn-bound' {
  export interface ParserNode {
    readonly type: string;
  }

  export interface Result {
    readonly text?: string;
    readonly command?: string;
    readonly options?: readonly unknown[];
    readonly select?: (option: number) => void;
    readonly isDialogueEnd?: boolean;
  }

  export type Steps = Iterator<Result | undefined, Result | undefined, undefined>;

  export interface Runner {
    variables: { get: (name: string) => unknown; set: (name: string, value: unknown) => void };
    functions: Record<string, (...args: never[]) => unknown>;
    run: (node: string) => Steps;
    /** `options` are those before the first node: it adds to them. */
    evalNodes: (nodes: readonly ParserNode[], metadata: object, options?: ParserNode[]) => Steps;
    getParserNodes: (node: string) => { parserNodes: ParserNode[]; metadata: object };
  }

  export default class YarnBound {
    constructor(options: { dialogue: string | readonly { title: string; body: string }[]; startAt?: string });
    runner: Runner;
    generator: Steps;
    history: { push: (result: unknown) => number } | unknown[];
    currentResult: Result | null;
    lookahead: () => { readonly value: Result };
    advance: (option?: number) => void;
  }
}
