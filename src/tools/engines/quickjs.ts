// QuickJS, an interpreter inside WebAssembly: `node --import tsx quickjs.ts script.js` runs a plain script in it.

import { readFileSync } from 'node:fs';
import { getQuickJS } from 'quickjs-emscripten';

const MEBIBYTE = 0x10_0000;
const STACK = 2 * MEBIBYTE;

const quickjs = await getQuickJS();
const runtime = quickjs.newRuntime();
runtime.setMemoryLimit(1024 * MEBIBYTE);
runtime.setMaxStackSize(STACK);
const context = runtime.newContext();
const print = context.newFunction('print', (text) => {
  process.stdout.write(`${context.getString(text)}\n`);
});
context.setProp(context.global, 'print', print);
print.dispose();

const result = context.evalCode(readFileSync(process.argv[2], 'utf8'), 'corpus.js');
if (result.error !== undefined) {
  process.stderr.write(`${JSON.stringify(context.dump(result.error))}\n`);
  process.exitCode = 1;
} else {
  result.value.dispose();
}
