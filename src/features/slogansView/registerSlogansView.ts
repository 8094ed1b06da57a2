import { commands, Disposable, l10n, type Uri } from 'vscode';
import { groupBy } from '../../core/groupBy';
import type { SloganSummary } from '../../core/summary/transcriptSummary';
import { engine } from '../../host/engine';
import { COMMANDS, VIEWS } from '../../host/ids';
import { pickOrder } from '../../host/pickOrder';
import { toRange } from '../../host/ranges';
import type { Services } from '../../host/services';
import type { ShownTranscript } from '../../host/transcripts';
import { transcriptTree } from '../../host/transcriptTree';
import { Tree, type TreeContent, type TreeNode } from '../../host/tree';
import { fileName, nameWords } from '../../host/wording';
import { NewSlogans } from './newSlogans';

type Order = 'place' | 'frequency' | 'kind';

/** A slogan in one transcript. */
interface Place {
  readonly uri: Uri;
  readonly own: SloganSummary;
  /** The day of the transcript (`YYYY-MM-DD`), where it was noted. */
  readonly date: string | undefined;
}

interface Slogan {
  readonly name: string;
  readonly kind: SloganSummary['kind'];
  readonly places: readonly Place[];
}

/** The slogans with what each stands for and where it is said. */
export function registerSlogansView(services: Services): Disposable {
  const { transcripts, workspaceState } = services;
  const news = new NewSlogans(services);
  const order = () => workspaceState.get<Order>('slogans.order', 'place');
  const arrangeShown = (shown: readonly ShownTranscript[]): TreeContent => {
    const slogans = collect(
      shown.flatMap(({ uri, summary }) => summary.slogans.map((own) => ({ uri, own, date: summary.facts.date }))),
    );
    const isNew = (slogan: Slogan) => slogan.places.some(({ uri }) => news.has(slogan.name, uri));
    const misfits = slogans.filter(hasMisfit).length;
    return {
      nodes: arrange(slogans, order(), shown.length > 1, isNew),
      description: transcripts.countShown(slogans.length),
      message:
        shown.length > 0 && slogans.length === 0
          ? l10n.t('No slogans were found. If one was missed, select it and choose “Declare Selection a Slogan”.')
          : '',
      ...(misfits > 0
        ? { badge: { value: misfits, tooltip: l10n.t('Slogans with a wrong number of items: {0}', misfits) } }
        : {}),
    };
  };
  const content = (signal: AbortSignal) =>
    transcriptTree(transcripts, { lists: ['slogans'] }, 'slogans', arrangeShown, signal);
  const tree = new Tree(VIEWS.slogans, content, [transcripts.onDidChange, news.onDidChange]);
  return Disposable.from(
    tree,
    news,
    commands.registerCommand(COMMANDS.arrangeSlogans, async () => {
      const chosen = await pickSloganOrder(order());
      if (!chosen) return;
      await workspaceState.update('slogans.order', chosen);
      tree.refresh();
    }),
  );
}

const pickSloganOrder = (current: Order) =>
  pickOrder(l10n.t('Sort Slogans'), current, [
    ['place', l10n.t('In order of first use')],
    ['frequency', l10n.t('Most frequent first')],
    ['kind', l10n.t('Grouped by kind: numeral or phrase')],
  ]);

function collect(all: readonly Place[]): Slogan[] {
  // 两个一百年 and 两个一百年奋斗目标 are one slogan, and so are its names in both scripts
  const groups = groupBy(all, ({ own }) => engine().lexiconEntry(own.name)?.name ?? own.name);
  return [...groups.values()].map((places) => {
    const { name, kind } = places[0]!.own;
    return { name, kind, places };
  });
}

const hasMisfit = ({ places }: Slogan): boolean => places.some(({ own }) => own.misfit);
const countOf = ({ places }: Slogan): number => places.reduce((sum, { own }) => sum + own.mentions.length, 0);

function arrange(
  slogans: readonly Slogan[],
  order: Order,
  several: boolean,
  isNew: (slogan: Slogan) => boolean,
): TreeNode[] {
  const nodes = (list: readonly Slogan[]) => list.map((slogan) => sloganNode(slogan, several, isNew(slogan)));
  if (order === 'frequency') return nodes([...slogans].sort((a, b) => countOf(b) - countOf(a)));
  if (order === 'place') return nodes(slogans);
  const groups = [
    { kind: 'numeral', label: l10n.t('Numeral formulas') },
    { kind: 'phrase', label: l10n.t('Phrases') },
  ];
  return groups.flatMap(({ kind, label }) => {
    const own = slogans.filter((slogan) => slogan.kind === kind);
    if (own.length === 0) return [];
    return [{ id: `kind:${kind}`, label, description: String(own.length), isOpen: true, children: () => nodes(own) }];
  });
}

function sloganNode(slogan: Slogan, several: boolean, isNew: boolean): TreeNode {
  const { name, places } = slogan;
  const count = countOf(slogan);
  const misfit = places.find(({ own }) => own.misfit)?.own.misfit;
  const warning = misfit && l10n.t('{0} items instead of {1}', misfit.found, misfit.expected.join('/'));
  const explained = places.find(({ own }) => own.explained !== undefined);
  const spelledOut = explained?.own.items.map(({ words }) => words) ?? known(slogan)?.items ?? [];
  const first = explained ?? places[0]!;
  const at = first.own.mentions[first.own.explained ?? 0]!.at;
  const id = `slogan:${name}`;
  return {
    id,
    label: name,
    description: [
      isNew ? l10n.t('new') : '',
      warning ?? countItems(spelledOut.length),
      count > 1 ? l10n.t('{0} mentions', count) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    tooltip: [
      name,
      isNew ? l10n.t('No earlier transcript of this workspace says it.') : '',
      warning,
      ...spelledOut.map((words, index) => `${index + 1}. ${words}`),
    ]
      .filter(Boolean)
      .join('\n'),
    icon: misfit ? 'warning' : slogan.kind === 'numeral' ? 'symbol-enum' : 'quote',
    context: 'slogan',
    place: { uri: first.uri, range: toRange(at) },
    value: name,
    children: () => [...itemNodes(slogan, id), ...mentionNodes(slogan, id, several)],
  };
}

const countItems = (count: number): string =>
  count === 0 ? '' : count === 1 ? l10n.t('1 item') : l10n.t('{0} items', count);

/** The lexicon's entry, as it was on the day of the first transcript that says it: what a slogan stands for may change. */
const known = ({ places: [first] }: Pick<Slogan, 'places'>) => engine().lexiconEntry(first!.own.name, first!.date);

/** What it stands for: as the text says, else as the lexicon of national slogans knows it. */
function itemNodes({ places }: Pick<Slogan, 'places'>, id: string): TreeNode[] {
  const explained = places.find(({ own }) => own.explained !== undefined);
  if (explained) {
    return explained.own.items.map(({ words, at }, index) => ({
      id: `${id}#item${index}`,
      label: words,
      icon: 'symbol-enum-member',
      context: 'item',
      place: { uri: explained.uri, range: toRange(at) },
      value: words,
    }));
  }
  const entry = known({ places });
  return (entry?.items ?? []).map((words, index) => ({
    id: `${id}#known${index}`,
    label: words,
    description: l10n.t('lexicon'),
    tooltip: l10n.t('Not said in this text. Known from: {0}', entry!.source),
    icon: 'book',
    context: 'item',
    value: words,
  }));
}

function mentionNodes({ places }: Slogan, id: string, several: boolean): TreeNode[] {
  return places.flatMap(({ uri, own }) =>
    own.mentions.map(({ at, context }, index) => ({
      id: `${id}#${uri}${index}`,
      label: nameWords(context),
      description: [several ? fileName(uri) : '', l10n.t('line {0}', at.start.line + 1)].filter(Boolean).join(' · '),
      tooltip: context,
      icon: 'comment',
      context: 'mention',
      place: { uri, range: toRange(at) },
      value: own.name,
    })),
  );
}
