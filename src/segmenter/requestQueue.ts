/** Does one thing after the other, in the order in which they were asked for. */
export class RequestQueue {
  private last: Promise<unknown> = Promise.resolve();

  /** An abort ends the wait at once; work that is under way must see to it itself, and the next waits for it. */
  run<Result>(work: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    const result = this.last.then(() => {
      signal?.throwIfAborted();
      return work();
    });
    this.last = result.catch(() => {});
    if (!signal) return result;
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(signal.reason);
      if (signal.aborted) onAbort();
      signal.addEventListener('abort', onAbort, { once: true });
      result.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
  }
}
