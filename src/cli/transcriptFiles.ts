import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../core/analysis';
import { EMPTY_SIDECAR, SIDECAR_SUFFIX } from '../core/annotation/annotation';
import { type ParsedSidecar, parseSidecar } from '../core/annotation/sidecar';
import { readTranscriptBytes } from '../core/corrections/readTranscriptBytes';
import { decode } from '../core/text/decode';
import { normaliseText } from '../core/text/normalise';

/** The transcripts below a folder that have a sidecar; a transcript itself, or the one that a sidecar belongs to. */
export async function* transcriptsAt(path: string): AsyncGenerator<string> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    yield transcriptOf(path);
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) yield* transcriptsAt(inside);
    } else if (entry.name.endsWith(SIDECAR_SUFFIX)) yield transcriptOf(inside);
  }
}

const transcriptOf = (path: string): string =>
  path.endsWith(SIDECAR_SUFFIX) ? path.slice(0, -SIDECAR_SUFFIX.length) : path;

/** A transcript as people have corrected it. */
export interface TranscriptFile {
  readonly text: string;
  readonly analysis: Analysis;
  /** Undefined where there is none. */
  readonly sidecar: ParsedSidecar | undefined;
}

/** Reads a transcript and its sidecar, and analyses it with what that says. Rejects with the system's error. */
export async function readTranscriptFile(path: string): Promise<TranscriptFile> {
  const bytes = await readFile(path);
  const sidecar = await readSidecarOf(path);
  return { sidecar, ...readTranscriptBytes(bytes, sidecar?.sidecar ?? EMPTY_SIDECAR) };
}

async function readSidecarOf(path: string): Promise<ParsedSidecar | undefined> {
  try {
    return parseSidecar(await readText(path + SIDECAR_SUFFIX));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const problem = { code: 'unparseable', line: 0, detail: String(error) } as const;
    return { ...parseSidecar(''), problems: [problem], writable: false };
  }
}

export const readText = async (path: string): Promise<string> => normaliseText(decode(await readFile(path)));
