import { type Uri, workspace } from 'vscode';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { Decisions } from './decisions';
import { settings } from './settings';

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

/** The files that count as transcripts where their content is one: a Markdown file only after somebody has said so. */
export async function findTranscriptFiles(decisions: Decisions): Promise<Uri[]> {
  const [files, sidecars] = await Promise.all([
    workspace.findFiles(TRANSCRIPT_FILES, excluded()),
    workspace.findFiles(`**/*.md${SIDECAR_SUFFIX}`, excluded()),
  ]);
  const annotated = new Set(sidecars.map((uri) => uri.toString()));
  return files.filter((uri) => {
    const decision = decisions.get(uri.toString());
    if (decision === 'plain') return false;
    const isAccepted = decision !== undefined || annotated.has(uri.toString() + SIDECAR_SUFFIX);
    return !uri.path.endsWith('.md') || isAccepted || settings.recogniseMarkdownFiles(uri);
  });
}
