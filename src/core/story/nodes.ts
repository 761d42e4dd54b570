// Blocks as the nodes that yarn-bound's runner takes, made without its parser.

import YarnBound, { type ParserNode } from 'yarn-bound';
import type { Block, Next } from '../yarn/program.ts';

/** What the runner calls while it runs a block: registered by the sequencer. */
export interface Calls {
  /** Does the arm hold? */
  readonly holds: (arm: number) => boolean;
  /** May the option be chosen? */
  readonly opens: (option: number) => boolean;
  /** Where the chosen option leads. */
  readonly choose: (option: number) => Next;
}

/** The runner keeps its classes to itself and asks for them: their prototypes are taken from a sample that never runs. */
const [TEXT, CONDITIONAL, ASSIGNMENT, OPTION] = new YarnBound({
  dialogue: [
    { title: 'Start', body: 'A' },
    { title: 'Sample', body: 'A\n<<if true>>\nA\n<<endif>>\n<<set $a = 1>>\n-> A' },
  ],
}).runner
  .getParserNodes('Sample')
  .parserNodes.map((one): object => Object.getPrototypeOf(one) as object);

function node(prototype: object, fields: ParserNode): ParserNode {
  return Object.assign(Object.create(prototype) as ParserNode, fields);
}

function call(functionName: keyof Calls, ...args: number[]) {
  return { type: 'FunctionCallNode', functionName, args };
}

/** What a variable is set to when a block names no successor: the runner would look into a null. */
export const NOWHERE = '';

/** The runner's own way of naming what comes: it sets a variable, and the sequencer holds the variables. */
function goOn(expression: ParserNode | string): ParserNode[] {
  return [node(ASSIGNMENT, { type: 'SetVariableEqualToNode', variableName: 'next', expression } as ParserNode)];
}

/** A bare text is its own worth: the runner reads no node for it. */
function leadTo(next: Next): ParserNode[] {
  return goOn(next ?? NOWHERE);
}

/** yarn-bound reads markup into every text it shows, and ids are not to be read. */
function label(id: string): string {
  return id.replace(/[^\w:.+-]/g, '_');
}

/** What the runner has a say in; all else is the host's. */
export type Sequenced = Extract<Block, { readonly kind: 'line' | 'options' | 'command' | 'if' }>;

export function isSequenced(block: Block): block is Sequenced {
  return block.kind === 'line' || block.kind === 'options' || block.kind === 'command' || block.kind === 'if';
}

/** A line or a command is all there is of its run: its block says what comes after it. */
export function nodesOf(block: Sequenced): ParserNode[] {
  if (block.kind === 'line') {
    return [node(TEXT, { type: 'TextNode', text: label(block.line) } as ParserNode)];
  }
  if (block.kind === 'command') {
    return [{ type: 'GenericCommandNode', command: block.text } as ParserNode];
  }
  if (block.kind === 'options') {
    return [
      ...block.options.map(({ line }, index) => option(label(line), index, goOn(call('choose', index)))),
      // where it goes on when none of them is open; nobody sees it
      option('none', block.options.length, leadTo(block.none)),
    ];
  }
  let otherwise: ParserNode = { type: 'ElseNode', statement: leadTo(block.none) } as ParserNode;
  for (let index = block.arms.length - 1; index >= 0; index--) {
    const statement = leadTo(block.arms[index].next);
    const fields = { type: 'IfElseNode', expression: call('holds', index), statement, elseStatement: otherwise };
    otherwise = fields;
  }
  return [node(CONDITIONAL, otherwise)];
}

function option(text: string, index: number, content: ParserNode[]): ParserNode {
  const fields = { type: 'DialogShortcutNode', text, content, conditionalExpression: call('opens', index) };
  return node(OPTION, fields);
}
