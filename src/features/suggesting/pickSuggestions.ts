import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, type Uri, window } from 'vscode';
import type { SuggestedSlogan } from '../../core/summary/suggestSlogans';
import type { PlaceRange } from '../../core/text/lineMap';
import type { RecurringTopic } from '../../core/topics/recurringTopics';
import { toRange } from '../../host/ranges';
import { textColumn } from '../../host/textColumn';
import type { ShownTranscript } from '../../host/transcripts';
import { countTranscripts, fileName } from '../../host/wording';

export interface Suggestions {
  readonly transcripts: readonly ShownTranscript[];
  readonly slogans: readonly SuggestedSlogan[];
  readonly topics: readonly RecurringTopic[];
}

interface Item extends QuickPickItem {
  readonly slogan?: SuggestedSlogan;
  readonly tag?: string;
  /** Where it can be read. */
  readonly place?: { readonly uri: Uri; readonly at: PlaceRange };
}

/** Offers what was found; nothing is ticked beforehand. Undefined where the person went away. */
export async function pickSuggestions(
  found: Suggestions,
): Promise<{ slogans: SuggestedSlogan[]; tags: string[] } | undefined> {
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t('Slogans and Tags That Recur');
  pick.placeholder = l10n.t('Tick: slogans go into annotation files, tags into the codebook');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = itemsOf(found);
  try {
    return await new Promise((resolve) => {
      pick.onDidTriggerItemButton(({ item }) => show(item));
      pick.onDidAccept(() =>
        resolve({
          slogans: pick.selectedItems.flatMap(({ slogan }) => slogan ?? []),
          tags: pick.selectedItems.flatMap(({ tag }) => tag ?? []),
        }),
      );
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

function itemsOf({ transcripts, slogans, topics }: Suggestions): Item[] {
  const button = { iconPath: new ThemeIcon('go-to-file'), tooltip: l10n.t('Show in the text') };
  const heading = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
  const sloganItems = slogans.map((slogan): Item => {
    const [{ transcript, place }] = slogan.places as [SuggestedSlogan['places'][number]];
    const { uri } = transcripts[transcript]!;
    return {
      slogan,
      place: { uri, at: place.at },
      label: slogan.name,
      description: wordSpread(slogan.mentions, slogan.transcripts),
      detail: `${fileName(uri)}: ${place.context}…`,
      buttons: [button],
    };
  });
  const tagItems = topics.map(({ name, questions, transcripts: count }): Item => {
    const [{ transcript, question }] = questions as [(typeof questions)[number]];
    const { uri, summary } = transcripts[transcript]!;
    const asked = summary.questions[question]!;
    return {
      tag: name,
      place: { uri, at: asked.at },
      label: name,
      description: l10n.t('asked {0} times in {1}', questions.length, countTranscripts(count)),
      detail: `${fileName(uri)}: ${asked.words}`,
      buttons: [button],
    };
  });
  return [
    ...(sloganItems.length > 0 ? [heading(l10n.t('Slogans')), ...sloganItems] : []),
    ...(tagItems.length > 0 ? [heading(l10n.t('Tags')), ...tagItems] : []),
  ];
}

const wordSpread = (mentions: number, transcripts: number): string =>
  l10n.t('{0} times in {1}', mentions, countTranscripts(transcripts));

const show = ({ place }: Item): void => {
  if (!place) return;
  const { uri, at } = place;
  window.showTextDocument(uri, { preserveFocus: true, selection: toRange(at), viewColumn: textColumn(uri) });
};
