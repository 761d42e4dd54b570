// Measures one thing in a process of its own and prints it as JSON. In one process each network would be measured with what
// the engine had learnt from those before it, and came out a quarter slower or not by the luck of the day.
//
//   alone <nodes>|everything <seconds>

import { measureEverything, measureSize } from './core.ts';
import { compileNative } from './native.ts';

const what = process.argv[2];
const seconds = Number(process.argv[3]);
const measured = what === 'everything' ? measureEverything(seconds) : measureWeb(Number(what));
process.stdout.write(JSON.stringify(measured));

function measureWeb(nodes: number) {
  const native = compileNative();
  try {
    return measureSize(nodes, seconds, native);
  } finally {
    native?.remove();
  }
}
