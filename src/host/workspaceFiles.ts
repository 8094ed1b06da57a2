import { workspace } from 'vscode';

/** Files that can be transcripts. */
export const TRANSCRIPT_FILES = '**/*.{txt,transcript,md}';

/** What the user hides from the explorer and from searches; `findFiles` by itself knows only the first. */
export function excluded(): string | undefined {
  const patterns = ['files', 'search'].flatMap((section) => {
    const entries = workspace.getConfiguration(section).get<Record<string, unknown>>('exclude', {});
    return Object.entries(entries).flatMap(([pattern, value]) => (value === true ? [pattern] : []));
  });
  return patterns.length === 0 ? undefined : `{${[...new Set(patterns)].join(',')}}`;
}
