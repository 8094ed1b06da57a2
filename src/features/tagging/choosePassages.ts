import { l10n, type Selection, type TextEditor, ThemeIcon } from 'vscode';
import type { Span } from '../../core/text/span';
import type { AnalysedDocument } from '../../host/analyses';
import type { Services } from '../../host/services';
import { quoteWords } from '../../host/wording';
import { withoutBlanks } from '../../host/words';
import { PassageMark } from './passageMark';
import { pickPassage } from './pickPassage';
import type { TagQuestion } from './pickTags';

/** What is to be tagged: as it was selected, and brought to whole words. */
export interface Passages {
  readonly selected: readonly Span[];
  readonly whole: readonly Span[];
}

export interface PassageQuestion {
  readonly selections: readonly Selection[];
  /** The tags that the passages will get, where they are known already. */
  readonly tags: readonly string[] | undefined;
  /** Whether a span is an annotated passage as it is. */
  readonly isKnown: (span: Span) => boolean;
}

/**
 * The selected passages without blanks at their ends; where nothing is selected, the one that the person chooses. What
 * is a passage already stays as it is. Undefined where the person went away.
 */
export async function choosePassages(
  { words }: Services,
  analysed: AnalysedDocument,
  editor: TextEditor,
  { selections, tags, isKnown }: PassageQuestion,
): Promise<Passages | undefined> {
  const { source } = analysed;
  const selected = selections.map((selection) => withoutBlanks(source.text, source.span(selection)));
  const passages = selected.filter(({ start, end }) => start < end);
  if (passages.length === 0) {
    const near = await words.near(analysed, [selected[0]!.start]);
    const picked = await pickPassage(analysed, near, editor, selections[0]!, tags);
    return picked && { selected: [picked], whole: [picked] };
  }
  return { selected: passages, whole: await words.selected(analysed, passages, isKnown) };
}

/** Whether whole words are others than those that were selected. */
export const isSnapped = ({ selected, whole }: Passages): boolean =>
  whole.some(({ start, end }, index) => start !== selected[index]!.start || end !== selected[index]!.end);

/**
 * Asks for tags while the text shows what gets them: whole words first, and as selected after a button is pressed, which
 * leads back as well. Undefined where the person went away.
 */
export async function askTags(
  editor: TextEditor,
  { source }: AnalysedDocument,
  { selected, whole }: Passages,
  ask: (spans: readonly Span[], options: Pick<TagQuestion, 'button'>) => Promise<string[] | 'button' | undefined>,
): Promise<{ spans: readonly Span[]; chosen: readonly string[] } | undefined> {
  const differ = isSnapped({ selected, whole });
  const exact = { iconPath: new ThemeIcon('list-selection'), tooltip: l10n.t('Tag exactly what is selected') };
  const snapped = { iconPath: new ThemeIcon('whole-word'), tooltip: l10n.t('Tag whole words') };
  const mark = new PassageMark(editor);
  try {
    for (let spans = whole; ; spans = spans === whole ? selected : whole) {
      if (differ) mark.show(spans.map((span) => source.range(span)));
      const chosen = await ask(spans, differ ? { button: spans === whole ? exact : snapped } : {});
      if (chosen !== 'button') return chosen && { spans, chosen };
    }
  } finally {
    mark.dispose();
  }
}

/** Names the passage, so that nobody tags what they do not see. */
export function titleOf({ source }: AnalysedDocument, spans: readonly Span[]): string {
  const [{ start, end }] = spans as [Span];
  return spans.length === 1
    ? l10n.t('Tag “{0}”', quoteWords(source.text.slice(start, end)))
    : l10n.t('Tag {0} Passages', spans.length);
}
