import { fedSession } from './fedSession';
import type { Given, IndexReply, IndexRequest, Wanted } from './indexMessages';
import { turn } from './inSlices';

/* The Web Worker behind webIndexer. */
const scope = self as unknown as {
  onmessage: (event: { readonly data: IndexRequest | Given }) => void;
  postMessage(message: IndexReply | Wanted | 'ready'): void;
};

const take = fedSession((reply) => scope.postMessage(reply), { turn, slice: 30 });
scope.onmessage = ({ data }) => take(data);
// the first message says that it is there
scope.postMessage('ready');
