import { FileSystemError, Uri, workspace } from 'vscode';
import type { ParsedSidecar } from '../core/annotation/sidecar';
import type { IndexedTranscript } from '../core/summary/indexTranscript';
import { type Indexer, SIZE_LIMIT } from '../store/indexer';
import { engine } from './engine';
import { sidecarOf } from './sidecars';

/**
 * `Indexer` of files by their URIs: local ones by the machine's own indexer where there is one, others through the editor,
 * one after the other, in this thread.
 */
export function editorIndexer(local: Indexer | undefined): Indexer {
  /** The stamp under which each file that the editor reads was told last. */
  const told = new Map<string, string>();
  let isDisposed = false;

  const others: Indexer = {
    async index(uris, onEntry, onProgress, signal) {
      const asked = new Set(uris);
      for (const uri of [...told.keys()]) {
        if (!asked.has(uri)) {
          told.delete(uri);
          onEntry({ path: uri, transcript: undefined });
        }
      }
      for (const [done, uri] of uris.entries()) {
        if (signal.aborted || isDisposed) return;
        const stamp = await stampOf(uri);
        if (told.get(uri) !== stamp) {
          told.set(uri, stamp);
          onEntry({ path: uri, transcript: await read(uri) });
        }
        onProgress({ done: done + 1, total: uris.length });
      }
    },
    dispose() {
      isDisposed = true;
    },
  };

  return {
    async index(uris, onEntry, onProgress, signal) {
      const byPath = new Map<string, string>();
      const rest: string[] = [];
      for (const uri of uris) {
        const { scheme, fsPath } = Uri.parse(uri);
        if (local && scheme === 'file') byPath.set(fsPath, uri);
        else rest.push(uri);
      }
      const onLocal: typeof onEntry = ({ path, transcript }) =>
        onEntry({ path: byPath.get(path) ?? Uri.file(path).toString(), transcript });
      await local?.index([...byPath.keys()], onLocal, onProgress, signal);
      await others.index(rest, onEntry, onProgress, signal);
    },
    dispose() {
      local?.dispose();
      others.dispose();
    },
  };
}

async function stampOf(uri: string): Promise<string> {
  const transcript = Uri.parse(uri);
  const stamps = await Promise.all(
    [transcript, sidecarOf(transcript)].map((file) =>
      Promise.resolve(workspace.fs.stat(file)).then(
        ({ mtime, size }) => `${mtime}:${size}`,
        () => '',
      ),
    ),
  );
  return stamps.join('|');
}

/** A file that cannot be read shows itself when it is opened. */
async function read(uri: string): Promise<IndexedTranscript | undefined> {
  const transcript = Uri.parse(uri);
  try {
    if ((await workspace.fs.stat(transcript)).size > SIZE_LIMIT) return undefined;
    const bytes = await workspace.fs.readFile(transcript);
    return engine().indexTranscript(bytes, await readSidecar(sidecarOf(transcript)));
  } catch {
    return undefined;
  }
}

async function readSidecar(uri: Uri): Promise<ParsedSidecar | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await workspace.fs.readFile(uri);
  } catch (error) {
    // most transcripts have none
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
    return engine().unreadableSidecar({ code: 'unreadable', line: 0, detail: String(error) });
  }
  return engine().readSidecarBytes(bytes);
}
