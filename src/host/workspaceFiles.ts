import { workspace } from 'vscode';
import type { Recognition } from '../core/summary/indexText';
import { slices } from '../store/inSlices';
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

/** The files that can count as transcripts, or as texts that a person has said to be none, by their URIs, with that by which they do. */
export async function findTranscriptFiles(decisions: Decisions): Promise<Map<string, Recognition>> {
  const files = await workspace.findFiles(TRANSCRIPT_FILES, excluded());
  const found = new Map<string, Recognition>();
  // settings are asked for each file: thousands would hold the editor up
  const pause = slices();
  for (const uri of files) {
    const isNone = decisions.get(uri.toString()) === 'plain';
    const recognition = isNone ? 'text' : recognitionOf(uri, decisions);
    if (recognition) found.set(uri.toString(), recognition);
    await pause();
  }
  return found;
}
