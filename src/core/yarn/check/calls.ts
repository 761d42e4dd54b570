// Calls: the number and the types of arguments, against the library or, for what it does not list, against the other
// calls of the same function.

import type { FunctionSignature } from '../library.ts';
import type { Expression } from '../tree.ts';
import { someOf } from './commands.ts';
import { infer } from './expressions.ts';
import type { Place } from './project.ts';
import { mustFit } from './scope.ts';
import type { Called, Scope } from './scope.ts';
import { BASIC, BROKEN, nameOfType } from './types.ts';
import type { Type } from './types.ts';

type CallExpression = Extract<Expression, { kind: 'call' }>;

export function inferCall(call: CallExpression, place: Place, scope: Scope): Type {
  const called = functionOf(call, place, scope);
  const given = call.args.map((argument) => infer(argument, place, scope));
  checkCount(call, called, place);
  noteVisits(call, scope);
  call.args.forEach((argument, index) => {
    const asked = called.parameters[index] ?? called.rest;
    if (asked === null) return;
    checkListed(call, index, place, scope);
    mustFit(given[index], asked, scope, () => {
      const what = `${place.textOf(argument.range)} (${nameOfType(given[index])})`;
      place.report('YS0050', argument.range, `${what} is not convertible to ${nameOfType(asked)}`);
    });
  });
  return called.returns ?? scope.solver.open();
}

/** A text that is written out where the library has a list. */
function checkListed({ name, args }: CallExpression, index: number, place: Place, scope: Scope): void {
  const argument = args[index];
  const signature = scope.known.get(name.text);
  const list = signature?.oneOf?.[index];
  if (!list || argument.kind !== 'string' || list.includes(argument.value)) return;
  const what = signature?.parameterNames?.[index] ?? `argument ${index + 1}`;
  const suggestion = scope.project.suggestions.of(`${name.text} ${index}`, argument.value, new Set(list));
  place.report(
    'SY1002',
    argument.range,
    `\`${what}\` of ${name.text} takes one of ${someOf(list)}, not ${argument.value}`,
    suggestion,
  );
}

/** Whose visits are asked about by name: those are counted. */
function noteVisits({ name: { text: name }, args: [node] }: CallExpression, scope: Scope): void {
  if ((name === 'visited' || name === 'visited_count') && node?.kind === 'string') scope.askedAbout.add(node.value);
}

function functionOf(call: CallExpression, place: Place, scope: Scope): Called {
  const name = call.name.text;
  const isUnknown = !scope.known.has(name);
  if (isUnknown && scope.project.library.unknownFunctions === 'report') {
    const suggestion = scope.project.suggestions.of('function', name, scope.known);
    place.report('YS0013', call.name.range, `Unknown function ${name}`, suggestion);
    return { name, parameters: [], rest: BROKEN, returns: BROKEN, isInferred: false };
  }
  const before = scope.functions.get(name);
  if (before) return before;
  const signature = scope.known.get(name);
  const called = signature ? fromLibrary(signature) : inferred(call, scope);
  scope.functions.set(name, called);
  return called;
}

function fromLibrary({ name, parameters, rest, returns }: FunctionSignature): Called {
  return {
    name,
    parameters: parameters.map((type) => BASIC[type]),
    rest: rest === undefined ? null : BASIC[rest],
    returns: returns === 'Any' ? null : BASIC[returns],
    isInferred: false,
  };
}

function inferred(call: CallExpression, { solver }: Scope): Called {
  const parameters = call.args.map(() => solver.open());
  return { name: call.name.text, parameters, rest: null, returns: solver.open(), isInferred: true };
}

function checkCount(call: CallExpression, called: Called, place: Place): void {
  const given = call.args.length;
  const asked = called.parameters.length;
  if (given === asked || (given > asked && called.rest !== null)) return;
  const { name } = called;
  let reason = `${name} expects ${called.rest ? 'at least ' : ''}${counted(asked)}, not ${given}`;
  if (called.isInferred) {
    reason = `${name} was called elsewhere with ${counted(asked)}, but is called with ${counted(given)} here`;
  }
  place.report('YS0014', call.name.range, `Invalid function call: ${reason}`);
}

function counted(count: number): string {
  return count === 1 ? '1 parameter' : `${count} parameters`;
}

/** `(Number) -> Bool`, for tools that list what a script expects of the game. */
export function signatureText({ parameters: types, returns }: Called): string {
  return `(${types.map(nameOfType).join(', ')}) -> ${nameOfType(returns ?? BROKEN)}`;
}
