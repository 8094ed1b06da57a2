import { FileSystemError, Uri, workspace } from 'vscode';
import type { ParsedSidecar } from '../core/annotation/sidecar';
import type { AnswerPage } from '../core/explore/answerPages';
import type { ContextRow, ExploreAnswer } from '../core/explore/explore';
import type { DocumentSlogans } from '../core/history/sloganUse';
import type { DocumentFields } from '../core/query/documentFields';
import type { QueryDocument } from '../core/query/queryDocument';
import type { IndexedTranscript, ReadText, ReadTranscript, Recognition } from '../core/summary/indexText';
import { type FoundPart, type Indexer, SIZE_LIMIT } from '../store/indexer';
import { slices } from '../store/inSlices';
import { engine } from './engine';
import { pathOf } from './pathOf';
import { sidecarOf } from './sidecars';

/**
 * `Indexer` of files by their URIs: local ones by the machine's own indexer where there is one, others through the editor,
 * one after the other, in this thread.
 */
export function editorIndexer(local: Indexer | undefined): Indexer {
  /** The stamp under which each file that the editor reads was told last, and what is known of it. */
  const told = new Map<string, string>();
  const documents = new Map<string, QueryDocument>();
  const summaries = new Map<string, IndexedTranscript>();
  /** Of texts that are no transcripts not all is kept: there are many, and few ask them. */
  const texts = new Map<string, { readonly fields: DocumentFields; readonly slogans: DocumentSlogans }>();
  const forget = (uri: string) => {
    for (const kept of [documents, summaries, texts]) kept.delete(uri);
  };
  const known = new KnownPaths();
  let isDisposed = false;

  const others: Pick<Indexer, 'index' | 'parts' | 'ask'> = {
    async index(files, onEntries, onProgress, signal) {
      for (const uri of [...told.keys()]) {
        if (!files.has(uri)) {
          told.delete(uri);
          forget(uri);
          onEntries([{ path: uri, head: undefined }]);
        }
      }
      for (const [done, [uri, recognition]] of [...files].entries()) {
        if (signal.aborted || isDisposed) return;
        const stamp = `${recognition}|${await stampOf(uri)}`;
        if (told.get(uri) !== stamp) {
          told.set(uri, stamp);
          forget(uri);
          const found = await read(uri, recognition);
          if (found?.summary) {
            const { document, ...summary } = found;
            documents.set(uri, document);
            summaries.set(uri, summary);
          } else if (found) {
            const { documentFields, documentSlogans } = engine();
            texts.set(uri, { fields: documentFields(found.document), slogans: documentSlogans(found.document) });
          }
          const whole = summaries.get(uri);
          onEntries([
            { path: uri, head: whole && engine().transcriptHead(whole), ...(texts.has(uri) ? { isText: true } : {}) },
          ]);
        }
        onProgress({ done: done + 1, total: files.size });
      }
    },
    async parts(uris, part, onParts, signal) {
      for (const uri of uris) {
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
        const whole = summaries.get(uri);
        const own = whole && engine().partOf(whole, part);
        if (!own) continue;
        const document = part.lists.includes('suspects') ? documents.get(uri) : undefined;
        const suspects = document && engine().suspectsOf(document.text, document.analysis.slogans);
        onParts([{ ...own, path: uri, summary: { ...own.summary, ...(suspects ? { suspects } : {}) } }]);
      }
    },
    async ask(uris, request, onRows, onProgress, signal, open) {
      const exploration = engine().exploration(request);
      for (const [done, uri] of uris.entries()) {
        // lets the editor draw in between
        await new Promise((resolve) => setTimeout(resolve));
        signal.throwIfAborted();
        onProgress({ done, total: uris.length });
        const text = open.has(uri) ? undefined : texts.get(uri);
        const needed = text ? exploration.take(text.fields) : 'document';
        if (needed === 'slogans') exploration.addSlogans(text!.fields, text!.slogans);
        if (needed !== 'document') continue;
        const document = open.get(uri) ?? documents.get(uri) ?? (await read(uri, 'accepted'))?.document;
        const rows = document ? exploration.add(document) : [];
        if (rows.length > 0) onRows(rows);
      }
      return exploration.end();
    },
  };

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
      if (onDisk.length > 0) await local?.parts(onDisk, part, (found) => onParts(named(found)), signal);
      await others.parts(
        uris.filter((uri) => !isLocal(uri)),
        part,
        onParts,
        signal,
      );
    },
    async ask(uris, request, onRows, onProgress, signal, open) {
      const isLocal = local !== undefined && uris.every((uri) => uri.startsWith('file:') || open.has(uri));
      const byPath = new Map(uris.map((uri) => [known.path(uri), uri]));
      const named = <T extends { readonly path: string }>(found: T): T => ({
        ...found,
        path: byPath.get(found.path) ?? found.path,
      });
      const onNamed = (rows: readonly ContextRow[]) => onRows(rows.map(named));
      const answer = isLocal
        ? await local.ask([...byPath.keys()], request, onNamed, onProgress, signal, byPathOf(open))
        : await others.ask(uris, request, onNamed, onProgress, signal, open);
      return withPaths(answer, named);
    },
    dispose() {
      local?.dispose();
      isDisposed = true;
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
async function read(uri: string, recognition: Recognition): Promise<ReadTranscript | ReadText | undefined> {
  const transcript = Uri.parse(uri);
  try {
    if ((await workspace.fs.stat(transcript)).size > SIZE_LIMIT) return undefined;
    const bytes = await workspace.fs.readFile(transcript);
    const sidecar = await readSidecar(sidecarOf(transcript));
    return engine().indexText(pathOf(transcript), bytes, sidecar, recognition);
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
