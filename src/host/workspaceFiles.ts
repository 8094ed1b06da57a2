import { workspace } from 'vscode';
import type { Recognition } from '../core/summary/indexTranscript';
import type { Decisions } from './decisions';
import { recognitionOf } from './recognition';

/** Files that can be transcripts. */
export const TRANSCRIPT_FILES = '**/*.{txt,transcript,md}';

/** What macOS writes beside files on disks of other systems, see `isShadow`. */
export const SHADOWS = '**/._*';

/** `SHADOWS`, and what the user hides from the explorer and from searches; `findFiles` by itself knows only the first. */
export function excluded(): string {
  const patterns = ['files', 'search'].flatMap((section) => {
    const entries = workspace.getConfiguration(section).get<Record<string, unknown>>('exclude', {});
    return Object.entries(entries).flatMap(([pattern, value]) => (value === true ? [pattern] : []));
  });
  return `{${[SHADOWS, ...new Set(patterns)].join(',')}}`;
}

/** The files that can count as transcripts, by their URIs, with that by which they do. */
export async function findTranscriptFiles(decisions: Decisions): Promise<Map<string, Recognition>> {
  const files = await workspace.findFiles(TRANSCRIPT_FILES, excluded());
  return new Map(
    files.flatMap((uri) => {
      const recognition = recognitionOf(uri, decisions);
      return recognition ? [[uri.toString(), recognition]] : [];
    }),
  );
}
