import { parentPort } from 'node:worker_threads';
import type { ImportReply, ImportRequest } from './nodeImporting';
import type * as Reader from './readOriginal';

const port = parentPort!;

port.on('message', ({ run, name, bytes }: ImportRequest) => {
  // the libraries are one file for all hosts
  const { readOriginal }: typeof Reader = require('./readOriginal.js');
  readOriginal(name, bytes).then(
    (original) => port.postMessage({ run, original } satisfies ImportReply),
    (error) =>
      port.postMessage({ run, fault: error.fault ?? 'damaged', reason: String(error.cause) } satisfies ImportReply),
  );
});
