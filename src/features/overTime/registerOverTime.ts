import {
  commands,
  Disposable,
  Hover,
  l10n,
  languages,
  MarkdownString,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Claim } from '../../core/claims/claim';
import type { ItemChanges } from '../../core/history/itemChanges';
import type { SloganHistory } from '../../core/history/overTime';
import type { LedgerFigure } from '../../core/ledger/figure';
import type { AnalysedDocument } from '../../host/analyses';
import type { Chronicle } from '../../host/chronicle';
import { findingsAt } from '../../host/findings';
import { COMMANDS, INTERNAL_COMMANDS, LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { signalOf } from '../../host/signalOf';

/** So many figures before and after are shown. */
const SHOWN = 3;

/**
 * What other transcripts of the workspace say of the figure or slogan under the pointer, and the commands that go to the
 * previous and the next figure of the same indicator, by the days on which they were said.
 */
export function registerOverTime(services: Services): Disposable {
  const { analyses, chronicle, log } = services;
  return Disposable.from(
    languages.registerHoverProvider(
      { language: LANGUAGE },
      {
        async provideHover(document, position, token) {
          const analysed = await analyses.settled(document, token);
          if (!analysed) return undefined;
          const { claim, slogan } = findingsAt(analysed, analysed.source.offset(position));
          const signal = signalOf(token);
          try {
            const words = claim
              ? await figureWords(chronicle, analysed, claim, signal)
              : slogan
                ? sloganWords(await chronicle.slogan(slogan.name, document.uri, signal))
                : undefined;
            const span = claim ?? slogan;
            return words && span && new Hover(words, analysed.source.range(span));
          } catch (error) {
            if (!signal.aborted) log.error('the workspace could not be asked', error as Error);
            return undefined;
          }
        },
      },
    ),
    ...([1, -1] as const).map((step) =>
      commands.registerCommand(step > 0 ? COMMANDS.nextFigureOfIndicator : COMMANDS.previousFigureOfIndicator, () =>
        go(services, chronicle, step),
      ),
    ),
  );
}

/** What a figure measures, as the analysis has it; empty where it is not known. */
const indicatorOf = ({ source }: AnalysedDocument, { measures, indicator }: Claim): string =>
  measures ?? (indicator ? source.text.slice(indicator.start, indicator.end) : '');

const isSame = (figure: LedgerFigure, { uri }: TextDocument, claim: Claim): boolean =>
  figure.path === uri.toString() && figure.start === claim.start;

/** Figures that stand beside the one of `claim` in a series: of one area, and of one kind. */
function series(figures: readonly LedgerFigure[], document: TextDocument, claim: Claim): readonly LedgerFigure[] {
  const own = figures.find((figure) => isSame(figure, document, claim));
  if (!own) return figures;
  return figures.filter(
    ({ area, sort, dimension }) => area === own.area && sort === own.sort && dimension === own.dimension,
  );
}

async function figureWords(
  chronicle: Chronicle,
  analysed: AnalysedDocument,
  claim: Claim,
  signal: AbortSignal,
): Promise<MarkdownString | undefined> {
  const { document } = analysed;
  const indicator = indicatorOf(analysed, claim);
  if (indicator === '') return undefined;
  const all = series(await chronicle.figures(indicator, document.uri, signal), document, claim);
  const at = all.findIndex((figure) => isSame(figure, document, claim));
  const others = all.filter(({ path }) => path !== document.uri.toString());
  const before = others.filter((figure) => at < 0 || all.indexOf(figure) < at).slice(-SHOWN);
  const after = at < 0 ? [] : others.filter((figure) => all.indexOf(figure) > at).slice(0, SHOWN);
  if (before.length + after.length === 0) return undefined;
  const words = new MarkdownString();
  const list = (heading: string, figures: readonly LedgerFigure[]) => {
    if (figures.length === 0) return;
    words.appendText(heading).appendMarkdown('\n\n');
    for (const figure of figures) appendFigure(words, figure);
    words.appendMarkdown('\n');
  };
  list(at < 0 ? l10n.t('In other transcripts:') : l10n.t('Before, in other transcripts:'), before);
  list(l10n.t('Later, in other transcripts:'), after);
  return words;
}

function appendFigure(
  words: MarkdownString,
  { path, line, column, words: figure, from, to, date, speaker }: LedgerFigure,
) {
  const uri = Uri.parse(path);
  const period = from === '' ? '' : from === to ? from : `${from} – ${to}`;
  const said = [period, [speaker, date].filter(Boolean).join(' '), workspace.asRelativePath(uri)]
    .filter(Boolean)
    .join(' · ');
  const address = uri.with({ fragment: `L${line},${column}` }).toString();
  words.appendMarkdown('- [').appendText(figure).appendMarkdown(`](${address}) `).appendText(said).appendMarkdown('\n');
}

function sloganWords({
  history,
  documents,
}: {
  readonly history: SloganHistory | undefined;
  readonly documents: number;
}): MarkdownString | undefined {
  if (!history || documents < 2) return undefined;
  const words = new MarkdownString();
  const first = history.uses.find((use) => use.first);
  const by = first?.speakers[0] ?? '';
  if (first && by !== '') words.appendText(l10n.t('First here on {0}, by {1}', first.date, by));
  else if (first) words.appendText(l10n.t('First here on {0}', first.date));
  words
    .appendMarkdown('  \n')
    .appendText(l10n.t('In {0} of {1} transcripts of this workspace', history.uses.length, documents));
  const last = history.uses.findLast(({ changed }) => changed !== null);
  if (last?.changed) {
    words
      .appendMarkdown('\n\n')
      .appendText(l10n.t('What it stands for changed on {0}:', last.date))
      .appendMarkdown('\n\n');
    for (const line of changeLines(last.changed)) words.appendMarkdown('- ').appendText(line).appendMarkdown('\n');
  }
  return words;
}

const changeLines = ({ added, dropped, reworded, moved }: ItemChanges): string[] => [
  ...added.map((item) => `+ ${item}`),
  ...dropped.map((item) => `− ${item}`),
  ...reworded.map(({ from, to }) => `${from} → ${to}`),
  ...moved.map((item) => `↕ ${item}`),
];

/** Goes from the figure at the caret to the one before or after it. */
async function go({ analyses }: Services, chronicle: Chronicle, step: 1 | -1): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== LANGUAGE) return;
  const analysed = analyses.get(editor.document);
  const { claim } = findingsAt(analysed, analysed.source.offset(editor.selection.active));
  const indicator = claim ? indicatorOf(analysed, claim) : '';
  if (!claim || indicator === '') {
    window.showInformationMessage(l10n.t('Put the caret into a figure whose indicator is known.'));
    return;
  }
  const figures = await chronicle.figures(indicator, editor.document.uri, new AbortController().signal);
  const all = series(figures, editor.document, claim);
  const next = all[all.findIndex((figure) => isSame(figure, editor.document, claim)) + step];
  if (!next) {
    window.setStatusBarMessage(step > 0 ? l10n.t('This was the last one.') : l10n.t('This was the first one.'), 3000);
    return;
  }
  const [line, column] = [next.line - 1, next.column - 1];
  const range = new Range(line, column, line, column + next.words.length);
  await commands.executeCommand(INTERNAL_COMMANDS.reveal, Uri.parse(next.path), range, false);
}
