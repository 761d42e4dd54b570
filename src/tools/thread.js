// Where a worker thread of ours begins: Node 20 does not hand the TypeScript loader on to threads, so each thread asks for
// it and then runs the file it was given. Plain JavaScript, because nothing else can be read yet.

import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.file);
