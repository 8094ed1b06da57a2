import { l10n } from 'vscode';
import { isAccepted } from '../../core/annotation/anchoring/anchored';
import type { Annotation } from '../../core/annotation/annotation';
import { isResolved } from '../../core/annotation/isResolved';
import type { Codebook, CodebookTag } from '../../core/codebook/codebook';
import { groupBy } from '../../core/groupBy';
import { oneLine } from '../../core/summary/oneLine';
import { innerQuotes } from '../../core/text/innerQuotes';
import { referenceToAnnotation } from '../../host/annotationReference';
import { NO_TAG_COLOR } from '../../host/annotationStyles';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import { tagIcon } from '../../host/tagIcon';
import type { ShownAnnotation } from '../../host/transcripts';
import type { TreeNode } from '../../host/tree';
import { fileName, nameWords, shorten, wordState } from '../../host/wording';

export type AnnotationOrder = 'tag' | 'place' | 'state';

/** What a node of an annotation carries: where it is, and the tag below which it is shown. */
export interface AnnotationValue {
  readonly uri: string;
  readonly id: string;
  readonly tag?: string;
}

type Test = (one: ShownAnnotation) => boolean;

/** What a person has to look at. */
interface Decisions {
  /** One of two versions after a merge. */
  readonly isVersion: Test;
  /** That, and what was not found again by itself. */
  readonly waits: Test;
}

interface Shown {
  readonly annotations: readonly ShownAnnotation[];
  /** Of these annotations. */
  readonly decisions: Decisions;
  readonly codebook: Codebook;
  /** They come from several transcripts, which are then named. */
  readonly several: boolean;
  /** What a passage measures that is a figure and nothing more; empty for others. */
  readonly measured: (one: ShownAnnotation) => string;
}

export function decisionsAmong(all: readonly ShownAnnotation[]): Decisions {
  const versions = new Set(
    all.flatMap(({ transcript, annotation: { id, conflictsWith } }) =>
      conflictsWith === undefined ? [] : [`${transcript}#${id}`, `${transcript}#${conflictsWith}`],
    ),
  );
  const isVersion: Test = ({ transcript, annotation }) => versions.has(`${transcript}#${annotation.id}`);
  return { isVersion, waits: (one) => isVersion(one) || !isResolved(one.state, one.annotation) };
}

/** The nodes of the view: first those that wait for a decision, then all in the chosen order. */
export function arrangeAnnotations(shown: Shown, order: AnnotationOrder): TreeNode[] {
  const waiting = shown.annotations.filter(shown.decisions.waits);
  const first: TreeNode[] =
    waiting.length === 0
      ? []
      : [
          {
            id: 'waiting',
            label: l10n.t('To Decide'),
            description: String(waiting.length),
            icon: 'warning',
            context: 'waiting',
            isOpen: true,
            children: () => waiting.map((one) => annotationNode(shown, one, 'waiting')),
          },
        ];
  switch (order) {
    case 'place':
      return [...first, ...byTranscript(shown)];
    case 'state':
      return [...first, ...byState(shown)];
    case 'tag':
      return [...first, ...byTag(shown)];
  }
}

function byTranscript(shown: Shown): TreeNode[] {
  const inOrder = [...shown.annotations].sort((a, b) => startOf(a) - startOf(b));
  if (!shown.several) return inOrder.map((one) => annotationNode(shown, one, 'place'));
  return [...groupBy(inOrder, ({ transcript }) => transcript.toString()).values()].map((own) => ({
    id: `file:${own[0]!.transcript}`,
    label: fileName(own[0]!.transcript),
    description: String(own.length),
    icon: 'file-text',
    children: () => own.map((one) => annotationNode(shown, one, 'place')),
  }));
}

const startOf = ({ range, proposals, annotation }: ShownAnnotation): number => {
  const place = range ?? proposals[0];
  return place ? place.start.line * 1e6 + place.start.character : annotation.target.start;
};

function byState(shown: Shown): TreeNode[] {
  const states = [...new Set(shown.annotations.map(({ state }) => state))];
  return states.map((state) => {
    const own = shown.annotations.filter((one) => one.state === state);
    return {
      id: `state:${state}`,
      label: wordState(state),
      description: String(own.length),
      icon: isAccepted(state) ? 'pass' : 'warning',
      children: () => own.map((one) => annotationNode(shown, one, state)),
    };
  });
}

/** The tree of the codebook with what is tagged; tags that it does not know come last. */
function byTag(shown: Shown): TreeNode[] {
  const { codebook } = shown;
  const { resolveTag, findTag, colorOf } = engine();
  const byPath = new Map<string, ShownAnnotation[]>();
  const untagged: ShownAnnotation[] = [];
  for (const one of shown.annotations) {
    if (one.annotation.tags.length === 0) untagged.push(one);
    for (const written of one.annotation.tags) {
      const path = resolveTag(codebook, written) ?? written;
      const known = byPath.get(path);
      if (known) known.push(one);
      else byPath.set(path, [one]);
    }
  }
  const paths = [...byPath.keys()];
  const below = (parent: string) => {
    const depth = parent === '' ? 0 : parent.split('/').length;
    const inside = paths.filter((path) => parent === '' || path.startsWith(`${parent}/`));
    return [
      ...new Set(
        inside.map((path) =>
          path
            .split('/')
            .slice(0, depth + 1)
            .join('/'),
        ),
      ),
    ].filter((path) => path !== parent);
  };
  /** A passage with two tags below one is one passage. */
  const countOf = (path: string) =>
    new Set(paths.filter((one) => one === path || one.startsWith(`${path}/`)).flatMap((one) => byPath.get(one)!)).size;
  const node = (path: string): TreeNode => {
    const isKnown = resolveTag(codebook, path) !== undefined;
    const { description, note } = findTag(codebook, path) ?? {};
    return {
      id: `tag:${path}`,
      label: path.split('/').at(-1)!,
      description: isKnown ? String(countOf(path)) : `${countOf(path)} · ${l10n.t('not in the codebook')}`,
      tooltip: [path, description, note].filter(Boolean).join('\n'),
      iconUri: tagIcon(colorOf(codebook, path)),
      context: isKnown ? 'tag' : 'unknownTag',
      value: path,
      children: () => [
        ...below(path).map(node),
        ...(byPath.get(path) ?? []).map((one) => annotationNode(shown, one, path, path)),
      ],
    };
  };
  const rest: TreeNode[] =
    untagged.length === 0
      ? []
      : [
          {
            id: 'untagged',
            label: l10n.t('no tags'),
            description: String(untagged.length),
            children: () => untagged.map((one) => annotationNode(shown, one, 'untagged')),
          },
        ];
  return [...below('').map(node), ...rest, ...otherTags(codebook, (path) => countOf(path) > 0)];
}

/** The tags of the codebook that no passage has: they can be renamed, and annotations dropped on them, all the same. */
function otherTags(codebook: Codebook, isUsed: (path: string) => boolean): TreeNode[] {
  const node = (tag: CodebookTag, label = tag.name): TreeNode => ({
    id: `other:${tag.path}`,
    label,
    ...(tag.description ? { description: shorten(oneLine(tag.description)) } : {}),
    tooltip: [tag.path, tag.description, tag.note].filter(Boolean).join('\n'),
    iconUri: tagIcon(engine().colorOf(codebook, tag.path)),
    context: 'tag',
    value: tag.path,
    ...(tag.children.length > 0 ? { children: () => tag.children.map((child) => node(child)) } : {}),
  });
  /** A tag below one that is used is told by its path. */
  const unused = (tags: readonly CodebookTag[]): TreeNode[] =>
    tags.flatMap((tag) => (isUsed(tag.path) ? unused(tag.children) : [node(tag, tag.path)]));
  const others = unused(codebook.tags);
  if (others.length === 0) return [];
  const label = l10n.t('Other tags of the codebook');
  return [{ id: 'otherTags', label, description: String(others.length), children: () => others }];
}

const tagColor = (codebook: Codebook, tag: string | undefined): string =>
  tag === undefined ? NO_TAG_COLOR : engine().colorOf(codebook, tag);

/** Characters of the words of a version in one row. */
const QUOTE_LENGTH = 18;

/** Two versions have their words in common: what may tell them apart comes first. */
const versionName = ({ note, tags }: Annotation): string =>
  note ? l10n.t('Note: {0}', nameWords(note)) : l10n.t('Tags: {0}', tags.join(', ') || '—');

/** `…全年94.6% → 96.4%，…`, with what changed marked. */
function changeLabel({ target }: Annotation, proposed: string): Pick<TreeNode, 'label' | 'marked'> {
  const change = engine().describeChange(target, proposed);
  if (!change) return { label: nameWords(target.exact) };
  const { before, old, now, after } = change;
  const changed = `${old} → ${now}`;
  return { label: before + changed + after, marked: [before.length, before.length + changed.length] };
}

function annotationNode(
  { decisions, codebook, several, measured }: Shown,
  one: ShownAnnotation,
  group: string,
  tag?: string,
): TreeNode {
  const { transcript, annotation, state, range, proposals } = one;
  const place = range ?? proposals[0];
  const value: AnnotationValue = { ...referenceToAnnotation(transcript, annotation.id), ...(tag ? { tag } : {}) };
  const isVersion = decisions.isVersion(one);
  const waits = decisions.waits(one);
  const quote = annotation.target.exact;
  const isKept = !range && annotation.resolution === 'orphan';
  const remark = isVersion
    ? l10n.t('two versions after a merge')
    : isKept
      ? l10n.t('kept without a passage')
      : isAccepted(state)
        ? ''
        : wordState(state);
  const details = [
    measured(one),
    isVersion ? l10n.t('one of two versions') : waits || isKept ? remark : '',
    isVersion ? `“${innerQuotes(shorten(oneLine(quote), QUOTE_LENGTH))}”` : '',
    tag ? '' : annotation.tags.join(', '),
    several ? fileName(transcript) : '',
    isVersion ? '' : (annotation.note ?? ''),
  ];
  return {
    id: `${group}#${transcript}#${annotation.id}`,
    ...(!isVersion && waits && one.proposed !== ''
      ? changeLabel(annotation, one.proposed)
      : { label: isVersion ? versionName(annotation) : nameWords(quote) }),
    description: shorten(oneLine(details.filter(Boolean).join(' · '))),
    tooltip: [
      quote,
      one.proposed && l10n.t('Now: {0}', one.proposed),
      annotation.tags.join(', '),
      annotation.note,
      remark,
      annotation.creator,
    ]
      .filter(Boolean)
      .join('\n'),
    ...(waits
      ? { icon: 'warning' }
      : isKept
        ? { icon: 'archive' }
        : { iconUri: tagIcon(tagColor(codebook, tag ?? annotation.tags[0])) }),
    context: waits ? `annotation-${isVersion ? 'conflict' : state}` : 'annotation',
    ...(place ? { place: { uri: transcript, range: place } } : { command: COMMANDS.compareWording }),
    value,
  };
}
