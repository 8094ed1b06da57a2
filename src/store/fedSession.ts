import { readSidecarBytes, unreadableSidecar } from '../core/annotation/readSidecarBytes';
import { indexText, type Recognition } from '../core/summary/indexText';
import type { FileContent, Given, IndexReply, IndexRequest, Wanted } from './indexMessages';
import { type FoundText, IndexSession, type IndexTools } from './indexSession';
import { memoryShelves } from './indexStorage';
import { slices } from './inSlices';

/** Files that are asked for before they are read, so that no time is spent on waiting for the next. */
const AHEAD = 4;

/**
 * An index that is given the files it wants, and keeps all in memory: `turn` and `slice` are those of its tools. The result
 * takes what it is told.
 */
export function fedSession(
  tell: (reply: IndexReply | Wanted) => void,
  { turn, slice }: Pick<IndexTools, 'turn' | 'slice'>,
): (message: IndexRequest | Given) => void {
  const waiting = new Map<string, ((content: FileContent | undefined) => void)[]>();
  const contentOf = (path: string) =>
    new Promise<FileContent | undefined>((resolve) => {
      const others = waiting.get(path);
      waiting.set(path, [...(others ?? []), resolve]);
      if (!others) tell({ wanted: path });
    });
  const session = new IndexSession({
    ...{ tell, turn, slice, shelves: memoryShelves(), keepsTexts: false },
    read: async (path, recognition) => read(await contentOf(path), recognition),
    async readAll(files, take, isStopped) {
      const pause = slices(slice, turn);
      const coming = files.slice(0, AHEAD).map(([path]) => contentOf(path));
      for (const [at, [path, recognition]] of files.entries()) {
        const content = await coming.shift();
        if (isStopped()) return;
        const next = files[at + AHEAD];
        if (next) coming.push(contentOf(next[0]));
        take(path, read(content, recognition));
        await pause();
      }
    },
  });
  return (message) => {
    if (!('given' in message)) return void session.take(message);
    const { given, content } = message;
    const resolvers = waiting.get(given) ?? [];
    waiting.delete(given);
    for (const resolve of resolvers) resolve(content);
  };
}

function read(content: FileContent | undefined, recognition: Recognition): FoundText {
  if (!content) return undefined;
  const { name, bytes, sidecar } = content;
  const parsed =
    typeof sidecar === 'string'
      ? unreadableSidecar({ code: 'unreadable', line: 0, detail: sidecar })
      : sidecar && readSidecarBytes(sidecar);
  return indexText(name, bytes, parsed, recognition);
}
