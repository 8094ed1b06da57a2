import { type Uri, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { engine } from '../../host/engine';
import type { Services } from '../../host/services';
import { sidecarOf, transcriptOf } from '../../host/sidecars';
import { excluded, TRANSCRIPT_FILES } from '../../host/workspaceFiles';

/** So many files are read; the rest is offered unread. */
const MAX_READ = 48;
/** A list that comes late is worse than one that does not know all transcripts. */
const PATIENCE_MS = 2000;

/** A file that the annotations of a sidecar may belong to. */
export interface Candidate {
  readonly uri: Uri;
  /** How many of the annotated passages are in it; undefined where it was not read. */
  readonly quotes: number | undefined;
}

/** The files of the workspace that have no annotations yet, those first in which the most annotated passages are. */
export async function findCandidates({ index, sidecars }: Services, sidecar: Uri): Promise<Candidate[]> {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const [files, taken, known] = await Promise.all([
    workspace.findFiles(TRANSCRIPT_FILES, excluded()),
    workspace.findFiles(`**/*${SIDECAR_SUFFIX}`, excluded()),
    sidecars.load(transcriptOf(sidecar)),
    Promise.race([index.ready(), late]),
  ]);
  const { annotations } = known.sidecar;
  const own = new Set(taken.map(String));
  const transcripts = new Set(index.transcripts().map(({ uri }) => uri.toString()));
  const isOther = (uri: Uri) => (transcripts.has(uri.toString()) ? 0 : 1);
  const free = files
    .filter((uri) => !own.has(sidecarOf(uri).toString()))
    .sort((a, b) => isOther(a) - isOther(b) || (a.path < b.path ? -1 : 1));
  const read = await Promise.all(
    free.slice(0, MAX_READ).map(async (uri): Promise<Candidate> => {
      const bytes = await Promise.resolve(workspace.fs.readFile(uri)).catch(() => undefined);
      return { uri, quotes: bytes && engine().countQuotes(bytes, annotations) };
    }),
  );
  read.sort((a, b) => (b.quotes ?? 0) - (a.quotes ?? 0));
  return [...read, ...free.slice(MAX_READ).map((uri) => ({ uri, quotes: undefined }))];
}
