import { l10n, type Uri } from 'vscode';
import type { ClaimKind } from '../../core/claims/claim';
import type { Query } from '../../core/query/query';
import type { ClaimSummary, TranscriptSummary } from '../../core/summary/transcriptSummary';
import { toRange } from '../../host/ranges';
import type { TreeNode } from '../../host/tree';
import {
  fileName,
  formatValue,
  nameAsker,
  nameSpeaker,
  nameWords,
  wordDirection,
  wordHedge,
  wordKind,
  wordModality,
  wordPeriod,
} from '../../host/wording';
import type { RefinedIndicator } from '../../segmenter/refineIndicators';

export interface PlacedClaim {
  readonly uri: Uri;
  readonly summary: TranscriptSummary;
  readonly claim: ClaimSummary;
  /** Among the claims of its transcript. */
  readonly index: number;
  /** What it measures, and what it shares with claims that measure the same in other words. */
  readonly measured: RefinedIndicator;
}

export interface ClaimOrder {
  readonly group: 'indicator' | 'kind' | 'speaker' | 'question' | 'none';
  readonly sort: 'place' | 'size';
}

/** The nodes of the view. `several`: the claims come from several transcripts, which are then named. */
export function arrangeClaims(
  claims: readonly PlacedClaim[],
  { group, sort }: ClaimOrder,
  several: boolean,
): TreeNode[] {
  const sorted = sort === 'size' ? [...claims].sort((a, b) => b.claim.value - a.claim.value) : claims;
  if (group === 'none') return sorted.map((placed) => claimNode(placed, several));
  const groups = new Map<string, { label: string; claims: PlacedClaim[] }>();
  for (const placed of sorted) {
    const { key, label } = groupOf(placed, group);
    const known = groups.get(key);
    if (known) known.claims.push(placed);
    else groups.set(key, { label, claims: [placed] });
  }
  // what could not be told comes last
  const named = [...groups].sort(([a], [b]) => Number(a === '') - Number(b === ''));
  return named.map(([key, { label, claims }]) => {
    const [only] = claims;
    // a figure alone needs no group to be opened
    if (group === 'indicator' && claims.length === 1 && key !== '') return namedClaimNode(only!, label, several);
    return {
      id: `${group}:${key}`,
      label,
      description: describeGroup(claims),
      ...(group === 'indicator' ? { tooltip: wordings(claims) } : {}),
      icon: GROUP_ICONS[group],
      ...asking(group, key, label),
      children: () => claims.map((placed) => claimNode(placed, several)),
    };
  });
}

const GROUP_ICONS = { indicator: 'graph', kind: 'symbol-number', speaker: 'person', question: 'question' };

/** All the ways in which what a group measures is worded. */
const wordings = (claims: readonly PlacedClaim[]): string =>
  [...new Set(claims.map(({ measured }) => measured.indicator))].join('\n');

/** Figures of a question, or of what is not known, nobody can ask for elsewhere. */
function asking(group: ClaimOrder['group'], key: string, label: string): Pick<TreeNode, 'context' | 'asks'> {
  const query: Omit<Query, 'find'> | undefined =
    key === ''
      ? undefined
      : group === 'indicator'
        ? { indicator: [label] }
        : group === 'speaker'
          ? { speaker: [key] }
          : group === 'kind'
            ? { claim: [key as ClaimKind] }
            : undefined;
  return query ? { context: 'claims', asks: { find: 'figures', ...query } } : {};
}

/** A single figure can be read without opening its group. */
const describeGroup = (claims: readonly PlacedClaim[]): string =>
  claims.length === 1 ? claims[0]!.claim.words : String(claims.length);

function groupOf({ uri, summary, claim, measured }: PlacedClaim, group: Exclude<ClaimOrder['group'], 'none'>) {
  switch (group) {
    case 'indicator':
      return { key: measured.key, label: measured.indicator || l10n.t('Not clear what is measured') };
    case 'kind':
      return { key: claim.kind, label: wordKind(claim.kind) };
    case 'speaker':
      return { key: claim.speaker, label: nameSpeaker(claim.speaker) || l10n.t('Outside the turns') };
    case 'question': {
      const question = claim.question === undefined ? undefined : summary.questions[claim.question];
      const label = question
        ? `${nameAsker(question.asker)} · ${nameWords(question.words)}`
        : l10n.t('Outside the questions');
      return { key: question ? `${uri}#${claim.question}` : '', label };
    }
  }
}

const ICONS: Readonly<Record<ClaimSummary['direction'], string>> = {
  increase: 'arrow-up',
  decrease: 'arrow-down',
  reach: 'symbol-number',
  none: 'symbol-number',
};

function namedClaimNode(placed: PlacedClaim, label: string, several: boolean): TreeNode {
  const node = claimNode(placed, several);
  return { ...node, label, description: [node.label, node.description].filter(Boolean).join(' · ') };
}

const bareWords = (words: string): string => words.replace(/[\s,，]/gu, '');

function claimNode({ uri, claim, measured, index }: PlacedClaim, several: boolean): TreeNode {
  const isSaid = claim.kind === 'fraction' || bareWords(formatValue(claim)) === bareWords(claim.words);
  const details = [
    claim.period.words || wordPeriod(claim.period),
    wordModality(claim.modality),
    wordHedge(claim.hedge),
    claim.basis,
    isSaid ? '' : formatValue(claim),
  ].filter(Boolean);
  const tooltip = [
    `${claim.words} = ${formatValue(claim)}`,
    measured.indicator,
    [wordHedge(claim.hedge), wordDirection(claim.direction), claim.basis].filter(Boolean).join(' · '),
    wordPeriod(claim.period),
    wordModality(claim.modality),
    [nameSpeaker(claim.speaker), claim.role].filter(Boolean).join(' · '),
  ].filter(Boolean);
  return {
    id: `${uri}#c${index}`,
    label: claim.words,
    description: [several ? fileName(uri) : '', ...details].filter(Boolean).join(' · '),
    tooltip: tooltip.join('\n'),
    // a bullseye is what is aimed at
    icon: claim.modality === 'target' ? 'target' : ICONS[claim.direction],
    context: 'claim',
    place: { uri, range: toRange(claim.at) },
    value: claim.words,
  };
}
