import { FileSystemError, Uri, workspace } from 'vscode';
import type { AnswerPage } from '../core/explore/answerPages';
import type { ContextRow, ExploreAnswer } from '../core/explore/explore';
import type { QueryDocument } from '../core/query/queryDocument';
import type { Recognition } from '../core/summary/indexText';
import { type FoundPart, type Indexer, SIZE_LIMIT } from '../store/indexer';
import type { FileSource } from '../store/indexMessages';
import { slices } from '../store/inSlices';
import { engine } from './engine';
import { pathOf } from './pathOf';
import { sidecarOf } from './sidecars';

/** `Indexer` of files by their URIs: local ones by the machine's own indexer where there is one, the others by `others`. */
export function editorIndexer(local: Indexer | undefined, others: Indexer): Indexer {
  const known = new KnownPaths();
  return {
    async index(files, onEntries, onProgress, signal) {
      const byPath = new Map<string, string>();
      const onDisk = new Map<string, Recognition>();
      const rest = new Map<string, Recognition>();
      const pause = slices();
      for (const [uri, recognition] of files) {
        await pause();
        if (local && uri.startsWith('file:')) {
          const path = known.path(uri);
          byPath.set(path, uri);
          onDisk.set(path, recognition);
        } else rest.set(uri, recognition);
      }
      const onLocal: typeof onEntries = (entries) =>
        onEntries(
          entries.map((entry) => ({ ...entry, path: byPath.get(entry.path) ?? Uri.file(entry.path).toString() })),
        );
      await local?.index(onDisk, onLocal, onProgress, signal);
      await others.index(rest, onEntries, onProgress, signal);
    },
    async parts(uris, part, onParts, signal) {
      const byPath = new Map(uris.map((uri) => [known.path(uri), uri]));
      const isLocal = (uri: string) => local !== undefined && uri.startsWith('file:');
      const onDisk = [...byPath].flatMap(([path, uri]) => (isLocal(uri) ? [path] : []));
      const named = (found: readonly FoundPart[]) => found.map((one) => ({ ...one, path: byPath.get(one.path)! }));
      await local?.parts(onDisk, part, (found) => onParts(named(found)), signal);
      await others.parts(
        uris.filter((uri) => !isLocal(uri)),
        part,
        onParts,
        signal,
      );
    },
    async ask(uris, request, onRows, onProgress, signal, open) {
      const isLocal = local !== undefined && uris.every((uri) => uri.startsWith('file:') || open.has(uri));
      // as the headless command has them: in a URI 煤炭.txt comes before 2024.txt
      const byPath = new Map(uris.map((uri) => [known.path(uri), uri] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
      const named = <T extends { readonly path: string }>(found: T): T => ({
        ...found,
        path: byPath.get(found.path) ?? found.path,
      });
      const onNamed = (rows: readonly ContextRow[]) => onRows(rows.map(named));
      const answer = isLocal
        ? await local.ask([...byPath.keys()], request, onNamed, onProgress, signal, byPathOf(open))
        : await others.ask([...byPath.values()], request, onNamed, onProgress, signal, open);
      return withPaths(answer, named);
    },
    dispose() {
      local?.dispose();
      others.dispose();
    },
  };
}

/** The paths of files by their URIs: reading ten thousand URIs takes longer than the editor may be held up. */
class KnownPaths {
  private readonly paths = new Map<string, string>();

  path(uri: string): string {
    const known = this.paths.get(uri) ?? pathOf(Uri.parse(uri));
    this.paths.set(uri, known);
    return known;
  }
}

/** The answer with its documents called otherwise; what it lists is renamed without holding the editor up. */
async function withPaths(
  answer: ExploreAnswer,
  named: <T extends { readonly path: string }>(found: T) => T,
): Promise<ExploreAnswer> {
  const { answerPages, joinAnswer } = engine();
  const { rest, pages } = answerPages({ ...answer, unplaced: answer.unplaced.map(named) });
  const pause = slices();
  const renamed: AnswerPage[] = [];
  for (const { figures = [], histories = [], ...others } of pages) {
    renamed.push({
      ...others,
      figures: figures.map(named),
      histories: histories.map((history) => ({ ...history, uses: history.uses.map(named) })),
    });
    await pause();
  }
  return joinAnswer(rest, renamed);
}

const byPathOf = (open: ReadonlyMap<string, QueryDocument>): ReadonlyMap<string, QueryDocument> =>
  new Map([...open.values()].map((document) => [document.path, document]));

/** Files as the editor reads them, by their URIs. */
export const editorFiles: FileSource = {
  async stamp(uri) {
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
  },
  /** A file that cannot be read shows itself when it is opened. */
  async content(uri) {
    const transcript = Uri.parse(uri);
    try {
      if ((await workspace.fs.stat(transcript)).size > SIZE_LIMIT) return undefined;
      const bytes = await workspace.fs.readFile(transcript);
      const sidecar = await readSidecar(sidecarOf(transcript));
      return { name: pathOf(transcript), bytes: bytes.slice(), ...(sidecar === undefined ? {} : { sidecar }) };
    } catch {
      return undefined;
    }
  },
};

async function readSidecar(uri: Uri): Promise<Uint8Array | string | undefined> {
  try {
    return (await workspace.fs.readFile(uri)).slice();
  } catch (error) {
    // most transcripts have none
    return error instanceof FileSystemError && error.code === 'FileNotFound' ? undefined : String(error);
  }
}
