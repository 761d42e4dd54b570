// Measures one thing in a process of its own and prints it as JSON. In one process each network would be measured with what
// the engine had learnt from those before it, and came out a quarter slower or not by the luck of the day.
//
//   alone <nodes>|everything <seconds>
//   alone dialogue <lines>

import { measureEverything, measureSize } from './core.ts';
import { measureDialogue } from './dialogue.ts';
import { compileNative } from './native.ts';

const what = process.argv[2];
const amount = Number(process.argv[3]);
process.stdout.write(JSON.stringify(measure()));

function measure() {
  if (what === 'dialogue') return measureDialogue(amount);
  return what === 'everything' ? measureEverything(amount) : measureWeb(Number(what), amount);
}

function measureWeb(nodes: number, seconds: number) {
  const native = compileNative();
  try {
    return measureSize(nodes, seconds, native);
  } finally {
    native?.remove();
  }
}
