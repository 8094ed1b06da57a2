import type { CancellationToken } from 'vscode';

/** The signal that work without the editor takes, aborted where the editor or the person cancels. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort(new Error('cancelled')));
  return controller.signal;
}
