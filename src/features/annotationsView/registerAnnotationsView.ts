import { commands, DataTransferItem, Disposable, l10n, type Range, type TreeDragAndDropController, Uri } from 'vscode';
import { EMPTY_CODEBOOK } from '../../core/codebook/codebook';
import { groupBy } from '../../core/groupBy';
import type { ClaimSummary } from '../../core/summary/transcriptSummary';
import { engine } from '../../host/engine';
import { COMMANDS, VIEWS } from '../../host/ids';
import { pickOrder } from '../../host/pickOrder';
import { toRange } from '../../host/ranges';
import type { Services } from '../../host/services';
import type { ShownAnnotation, ShownTranscript } from '../../host/transcripts';
import { transcriptTree } from '../../host/transcriptTree';
import { Tree, type TreeContent, type TreeNode } from '../../host/tree';
import { nameWords } from '../../host/wording';
import { type AnnotationOrder, type AnnotationValue, arrangeAnnotations, decisionsAmong } from './arrangeAnnotations';
import { faultNodes } from './faultNodes';
import { sizeNodes } from './sizeNodes';

const MIME = 'application/vnd.code.tree.policytranscripts.annotations';
const SETTLE_MS = 200;

/** All annotations, by tag, by place or by state; what waits for a decision on top. */
export function registerAnnotationsView(services: Services): Disposable {
  const { transcripts, annotations, codebooks, sidecars, index, indicators, workspaceState } = services;
  const order = () => workspaceState.get<AnnotationOrder>('annotations.order', 'tag');
  let codebook = EMPTY_CODEBOOK;
  /** How many annotations of other files wait for a decision. */
  const waitingElsewhere = (shown: readonly ShownTranscript[]) => {
    if (transcripts.scope === 'workspace') return 0;
    const here = new Set(shown.map(({ uri }) => index.knownAs(uri)));
    return index.transcripts().reduce((sum, { uri, waiting }) => sum + (here.has(uri.toString()) ? 0 : waiting), 0);
  };
  const arrange = (shown: readonly ShownTranscript[], several: boolean): TreeContent => {
    const all = shown.flatMap((transcript) => transcript.annotations);
    const decisions = decisionsAmong(all);
    const elsewhere = waitingElsewhere(shown);
    const waiting = all.filter(decisions.waits).length + elsewhere;
    const faults = faultNodes(shown);
    const first = shown[0]?.uri;
    if (first) void load(first);
    return {
      nodes: [
        ...faults,
        ...sizeNodes(shown),
        ...noteNodes(several ? [] : shown),
        ...(elsewhere > 0 ? [elsewhereNode(elsewhere)] : []),
        ...arrangeAnnotations(
          {
            annotations: all,
            decisions,
            codebook,
            several,
            measured: measuredIn(services, shown),
          },
          order(),
        ),
      ],
      description: transcripts.countShown(all.length),
      message:
        shown.length > 0 && all.length + faults.length === 0
          ? l10n.t('Nothing is tagged yet. Select words in the text and choose “Tag…” from the menu.')
          : '',
      ...(waiting > 0
        ? { badge: { value: waiting, tooltip: l10n.t('Annotations that wait for a decision: {0}', waiting) } }
        : {}),
    };
  };
  const content = (signal: AbortSignal) =>
    transcriptTree(
      transcripts,
      { lists: ['annotations', 'claims'], isAnnotated: true },
      'annotations',
      arrange,
      signal,
    );
  /** They fire once for each of many transcripts, such as when the sidecars of a workspace are read. */
  const soon = (listener: () => void) => {
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(listener, SETTLE_MS);
    };
    return Disposable.from(annotations.onDidChange(wait), sidecars.onDidChange(wait), index.onDidChange(wait), {
      dispose: () => clearTimeout(timer),
    });
  };
  const tree = new Tree(
    VIEWS.annotations,
    content,
    [transcripts.onDidChange, soon, codebooks.onDidChange, indicators.onDidChange],
    {
      canSelectMany: true,
      dragAndDropController: dragOntoTags(services),
    },
  );
  /** The codebook comes later than the first look at the view. */
  async function load(transcript: Uri): Promise<void> {
    const known = (await codebooks.load(transcript)).codebook;
    if (known === codebook) return;
    codebook = known;
    tree.refresh();
  }
  return Disposable.from(
    tree,
    commands.registerCommand(COMMANDS.arrangeAnnotations, async () => {
      const chosen = await pickAnnotationOrder(order());
      if (!chosen) return;
      await workspaceState.update('annotations.order', chosen);
      tree.refresh();
    }),
  );
}

/** What the analyst thinks of the document as a whole. */
const noteNodes = (shown: readonly ShownTranscript[]): TreeNode[] =>
  shown.flatMap(({ uri, summary: { facts } }) =>
    facts.note
      ? [
          {
            id: `note:${uri}`,
            label: nameWords(facts.note),
            tooltip: facts.note,
            icon: 'note',
            command: COMMANDS.documentNote,
          },
        ]
      : [],
  );

const elsewhereNode = (count: number): TreeNode => ({
  id: 'elsewhere',
  label: l10n.t('{0} in other files', count),
  description: l10n.t('to decide'),
  tooltip: l10n.t('Annotations of other files wait for a decision: click to show the whole workspace'),
  icon: 'warning',
  command: COMMANDS.showWorkspace,
});

/** What figures measure, for passages that are just one: a bare number says nothing in a list. */
function measuredIn({ indicators }: Services, shown: readonly ShownTranscript[]): (one: ShownAnnotation) => string {
  const keyOf = ({ start, end }: Range) => `${start.line}:${start.character}-${end.line}:${end.character}`;
  const byUri = new Map(shown.map(({ uri, summary }) => [uri.toString(), summary.claims]));
  /** Only for transcripts of which a row is shown. */
  const claimsByPlace = new Map<string, ReadonlyMap<string, ClaimSummary>>();
  return ({ transcript, range }) => {
    if (!range) return '';
    const key = transcript.toString();
    const claims =
      claimsByPlace.get(key) ?? new Map((byUri.get(key) ?? []).map((claim) => [keyOf(toRange(claim.at)), claim]));
    claimsByPlace.set(key, claims);
    const claim = claims.get(keyOf(range));
    return claim ? indicators.of(transcript, claim).indicator : '';
  };
}

const pickAnnotationOrder = (current: AnnotationOrder) =>
  pickOrder(l10n.t('Group Annotations'), current, [
    ['tag', l10n.t('By tag')],
    ['place', l10n.t('By place in the text')],
    ['state', l10n.t('By state')],
  ]);

/** An annotation that is dropped on a tag gets it instead of the one below which it stood. */
function dragOntoTags({ sidecars, codebooks, history }: Services): TreeDragAndDropController<TreeNode> {
  return {
    dragMimeTypes: [MIME],
    dropMimeTypes: [MIME],
    handleDrag(nodes, transfer) {
      const values = nodes.flatMap(({ value }) => (isAnnotation(value) ? [value] : []));
      if (values.length > 0) transfer.set(MIME, new DataTransferItem(values));
    },
    async handleDrop(target, transfer) {
      const values = transfer.get(MIME)?.value as AnnotationValue[] | undefined;
      const isTag = target?.context === 'tag' || target?.context === 'unknownTag';
      if (!values || !isTag) return;
      const tag = target.value as string;
      /** The same annotation may be dragged from below several of its tags. */
      const dragged = groupBy(values, ({ uri, id }) => `${uri}#${id}`);
      const steps = await Promise.all(
        [...dragged.values()].map(async (same) => {
          const { uri, id } = same[0]!;
          const transcript = Uri.parse(uri);
          const { sidecar } = await sidecars.load(transcript);
          const { codebook } = await codebooks.load(transcript);
          const from = same.map((value) => value.tag);
          const tags = sidecar.annotations.find((annotation) => annotation.id === id)?.tags ?? [];
          const kept = tags.filter((one) => !from.includes(engine().resolveTag(codebook, one) ?? one));
          const changes = { tags: [...new Set([...kept, tag])] };
          return { transcript, operations: [{ kind: 'change', id, changes, ifStill: { tags } } as const] };
        }),
      );
      await history.run(l10n.t('tag {0}', tag), steps);
    },
  };
}

const isAnnotation = (value: unknown): value is AnnotationValue =>
  typeof value === 'object' && value !== null && 'id' in value;
