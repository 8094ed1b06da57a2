import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Analysis } from '../core/analysis';
import { EMPTY_SIDECAR, SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { ParsedSidecar } from '../core/annotation/sidecar';
import { readTranscriptBytes } from '../core/corrections/readTranscriptBytes';
import { decode } from '../core/text/decode';
import { normaliseText } from '../core/text/normalise';
import { readSidecarOf } from '../store/readSidecarOf';
import { type SidecarCopy, sidecarCopies } from '../store/sidecarCopies';
import { tellProblems } from './tellProblems';
import { type Tell, walk } from './walk';

/** Which files of a folder are meant where the folder is named. */
export type Wanted = 'annotated' | 'all';

const TRANSCRIPT = /\.(?:txt|transcript|md)$/u;

/**
 * Finds the transcripts that arguments of the command line mean, each once: transcripts themselves, those that sidecars
 * belong to, and what lies below folders. Second versions of sidecars, which nothing reads, are told of.
 */
export class TranscriptFinder {
  private readonly given = new Set<string>();
  private readonly walked = new Set<string>();
  private readonly copies = new Map<string, Promise<readonly SidecarCopy[]>>();

  constructor(
    private readonly wanted: Wanted,
    private readonly tell: Tell,
  ) {}

  async *at(path: string): AsyncGenerator<string> {
    const isFolder = await stat(path).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      const transcript = transcriptOf(path);
      const found = await this.copiesIn(dirname(path));
      const isCopy = found.find(({ name }) => name === basename(path));
      const own = found.filter((copy) => copy === isCopy || copy.transcript === basename(transcript));
      for (const copy of own) this.tellCopy(dirname(path), copy);
      if (!isCopy) yield* this.once(transcript);
      return;
    }
    const isCopy = new Set<string>();
    const enter = (folder: string, names: readonly string[]) => {
      const found = sidecarCopies(names);
      this.copies.set(folder, Promise.resolve(found));
      for (const copy of found) {
        isCopy.add(join(folder, copy.name));
        this.tellCopy(folder, copy);
      }
    };
    for await (const file of walk(path, { tell: this.tell, enter }, this.walked)) {
      const isMeant =
        this.wanted === 'annotated' ? file.endsWith(SIDECAR_SUFFIX) && !isCopy.has(file) : TRANSCRIPT.test(file);
      if (isMeant) yield* this.once(transcriptOf(file));
    }
  }

  private *once(transcript: string): Generator<string> {
    if (this.given.has(transcript)) return;
    this.given.add(transcript);
    yield transcript;
  }

  private copiesIn(folder: string): Promise<readonly SidecarCopy[]> {
    const known = this.copies.get(folder) ?? readdir(folder).then(sidecarCopies, () => []);
    this.copies.set(folder, known);
    return known;
  }

  private tellCopy(folder: string, { name, transcript }: SidecarCopy): void {
    const path = join(folder, name);
    if (this.given.has(path)) return;
    this.given.add(path);
    const sidecar = transcript + SIDECAR_SUFFIX;
    this.tell(path, `not read: a second version of ${sidecar}; merge it (merge - ${sidecar} COPY) and delete it`, true);
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

/**
 * Reads a transcript and its sidecar, and analyses it with what that says; `tell` hears of what of the sidecar is left
 * out. Rejects with the system's error.
 */
export async function readTranscriptFile(path: string, tell: Tell): Promise<TranscriptFile> {
  const bytes = await readFile(path);
  const sidecar = await readSidecarOf(path);
  tellProblems(path, sidecar?.problems ?? [], tell);
  return { sidecar, ...readTranscriptBytes(path, bytes, sidecar?.sidecar ?? EMPTY_SIDECAR) };
}

export const readText = async (path: string): Promise<string> => normaliseText(decode(await readFile(path)));
