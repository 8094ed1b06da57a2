import { l10n } from 'vscode';
import { groupBy } from '../core/groupBy';
import type { CountedList, SummaryPart } from '../core/summary/transcriptHead';
import type { ShownTranscript, Transcripts } from './transcripts';
import type { TreeContent, TreeNode } from './tree';
import { countTranscripts, fileName } from './wording';
import type { KnownTranscript } from './workspaceIndex';

/** Of more than so many things nobody reads one list, and the editor holds up until it has them. */
const MOST = 20_000;
/** More transcripts stand below their years. */
const MOST_TRANSCRIPTS = 500;

/**
 * What a view shows of the `part` of the transcripts that it is to show: all together, as `arrange` makes it of them, or,
 * where there are too many of what it lists (`counted`), each transcript by itself, read when it is opened. `several`: what
 * is arranged comes from several transcripts, which are then named.
 */
export async function transcriptTree(
  transcripts: Transcripts,
  part: SummaryPart,
  counted: CountedList,
  arrange: (shown: readonly ShownTranscript[], several: boolean) => TreeContent,
  signal: AbortSignal,
): Promise<TreeContent> {
  if (transcripts.scope === 'document') return arrange(transcripts.activeOnly(), false);
  const heads = transcripts.heads();
  const count = heads.reduce((sum, { counts }) => sum + counts[counted], 0);
  const read = (among: readonly KnownTranscript[], until?: AbortSignal) =>
    transcripts.parts(
      part,
      until,
      among.map(({ uri }) => uri),
    );
  if (count <= MOST) return arrange(await read(heads, signal), true);
  const node = (head: KnownTranscript): TreeNode => ({
    id: `transcript:${head.uri}`,
    label: head.facts.title ?? fileName(head.uri),
    description: [dayOf(head), String(head.counts[counted])].filter(Boolean).join(' · '),
    tooltip: head.uri.fsPath,
    icon: 'file-text',
    context: 'transcript',
    laterChildren: async () => arrange(await read([head]), false).nodes,
  });
  const holding = heads.filter(({ counts }) => counts[counted] > 0);
  return {
    nodes: holding.length > MOST_TRANSCRIPTS ? byYear(holding, node) : holding.map(node),
    description: transcripts.countShown(count),
    message: l10n.t('Too many for one list: shown by transcript. “Explore Transcripts…” asks all of them.'),
  };
}

const dayOf = ({ facts }: KnownTranscript): string => facts.date ?? '';

/** The latest first, those without a day last. */
function byYear(heads: readonly KnownTranscript[], node: (head: KnownTranscript) => TreeNode): TreeNode[] {
  const years = [...groupBy(heads, (head) => dayOf(head).slice(0, 4))].sort(([a], [b]) => (a < b ? 1 : -1));
  return years.map(([year, own]) => ({
    id: `year:${year}`,
    label: year || l10n.t('Without a day'),
    description: countTranscripts(own.length),
    icon: 'calendar',
    children: () => own.map(node),
  }));
}
