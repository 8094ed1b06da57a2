import { fedSession } from './fedSession';
import type { Given, IndexRequest, IndexThread } from './indexMessages';
import { SLICE, turn } from './inSlices';

/** An index in this very thread, which lets the others of it work now and then. */
export function ownThread(): IndexThread {
  let take: ((message: IndexRequest | Given) => void) | undefined;
  return {
    listen(onReply) {
      take = fedSession((reply) => take && onReply(reply), { turn, slice: SLICE });
    },
    post: (message) => take?.(message),
    stop() {
      take = undefined;
    },
  };
}
