import { l10n, ProgressLocation, type Uri, window, workspace } from 'vscode';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import type { ImportFault, Original } from '../../importing/original';
import { wordFault } from './wordImport';

/** An original as it was read. */
export interface ReadFile {
  readonly uri: Uri;
  /** `sha256:` and the hash of its bytes. */
  readonly hash: string;
  readonly original: Original;
}

/**
 * Reads originals one after the other, with progress. What cannot be read is said in one sentence each. Resolves with
 * undefined where the person cancels.
 */
export async function readOriginals(services: Services, uris: readonly Uri[]): Promise<ReadFile[] | undefined> {
  const faults: string[] = [];
  const read = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Reading originals'), cancellable: true },
    async (progress, token) => {
      const controller = new AbortController();
      token.onCancellationRequested(() => controller.abort());
      const files: ReadFile[] = [];
      for (const uri of uris) {
        progress.report({ message: fileName(uri), increment: 100 / uris.length });
        const file = await readOriginal(services, uri, controller.signal);
        if (controller.signal.aborted) return undefined;
        if ('original' in file) files.push(file);
        else faults.push(file.fault);
      }
      return files;
    },
  );
  if (read && faults.length > 0) tellFaults(services, faults);
  return read;
}

async function readOriginal(
  { importing, log }: Services,
  uri: Uri,
  signal: AbortSignal,
): Promise<ReadFile | { readonly fault: string }> {
  const name = fileName(uri);
  let bytes: Uint8Array;
  try {
    bytes = await workspace.fs.readFile(uri);
  } catch (error) {
    log.error(`cannot read ${uri.toString()}`, error as Error);
    return { fault: l10n.t('{0} cannot be opened. Was it moved or deleted?', uri.fsPath) };
  }
  try {
    const hash = await hashOf(bytes);
    return { uri, hash, original: await importing.read(name, bytes, signal) };
  } catch (error) {
    const { fault = 'damaged', cause } = error as { fault?: ImportFault; cause?: unknown };
    log.info(`nothing was made of ${uri.toString()}: ${fault} ${cause ?? error}`);
    return { fault: wordFault(fault, name) };
  }
}

export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return `sha256:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

function tellFaults({ log }: Services, faults: readonly string[]): void {
  const [first = '', ...others] = faults;
  for (const fault of faults) log.warn(fault);
  const showLog = l10n.t('Show Log');
  const words =
    others.length === 0 ? first : l10n.t('{0} Files that could not be read besides: {1}.', first, others.length);
  window.showErrorMessage(words, ...(others.length === 0 ? [] : [showLog])).then((chosen) => {
    if (chosen === showLog) log.show();
  });
}
