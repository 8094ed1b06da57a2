import { commands, InputBoxValidationSeverity, l10n, type QuickPickItem, window } from 'vscode';
import type { ClaimFacts } from '../../core/annotation/annotation';
import { CLAIM_KINDS, DIRECTIONS, MODALITIES } from '../../core/claims/claim';
import { readNumber } from '../../core/claims/readNumber';
import { sliceOf } from '../../core/text/span';
import { engine } from '../../host/engine';
import { referenceTo } from '../../host/findingReference';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { formatValue, nameSpeaker, wordDirection, wordKind, wordModality, wordPeriod } from '../../host/wording';
import type { CorrectionValue, Finding } from './finding';

interface FactItem extends QuickPickItem {
  readonly ask: (title: string) => Promise<ClaimFacts | undefined>;
}

/** Asks what is wrong with a figure, which is shown as the view shows it, and how it is right. */
export async function askForFigure(
  { analyses, indicators }: Services,
  { analysed, span }: Finding,
): Promise<CorrectionValue | undefined> {
  const index = analysed.claims.findIndex(({ start }) => start === span.start);
  const shown = analyses.summary(analysed.document).claims[index]!;
  const { indicator } = indicators.of(analysed.document.uri, shown);
  const { period } = shown;
  const title = l10n.t('Correct Figure: {0}', sliceOf(analysed.source.text, span));
  const date = analysed.facts.date ?? analysed.date;
  const fact = (label: string, description: string, ask: FactItem['ask']): FactItem => ({ label, description, ask });
  const turn = analysed.turns[analysed.claims[index]!.turn ?? -1];
  /** Who speaks is corrected where he is named, for all that he says. */
  const askForSpeaker = async (): Promise<undefined> => {
    const range = analysed.source.range(turn!.labelSpan);
    await commands.executeCommand(COMMANDS.correctSpeaker, referenceTo('speaker', analysed.document.uri, range));
  };
  const items: FactItem[] = [
    fact(l10n.t('What is measured'), indicator, (title) => type(title, indicator, (words) => ({ indicator: words }))),
    fact(l10n.t('Period'), wordPeriod(period) || l10n.t('none'), (title) =>
      type(
        title,
        period.from && period.to ? `${period.from} – ${period.to}` : '',
        (words) => {
          const read = engine().readPeriod(words, date);
          return read && { period: read };
        },
        l10n.t('A year, a day, words such as 2023年上半年, or two days as 2023-01-01 – 2023-06-30'),
        ({ period: { from, to } = {} }) => wordPeriod({ words: '', from, to }),
      ),
    ),
    fact(l10n.t('Value'), formatValue(shown), (title) =>
      type(
        title,
        String(shown.value),
        (words) => {
          const value = readTyped(words);
          return value === undefined ? undefined : { value };
        },
        l10n.t('The value without its unit, such as 11.93亿, 1193000000 or 65.7'),
        ({ value = 0 }) => formatValue({ ...shown, value }),
      ),
    ),
    fact(l10n.t('Unit'), shown.unit, (title) => type(title, shown.unit, (unit) => ({ unit }))),
    fact(l10n.t('Direction'), wordDirection(shown.direction) || l10n.t('none'), (title) =>
      choose(title, DIRECTIONS, shown.direction, (one) => wordDirection(one) || l10n.t('none'), 'direction'),
    ),
    fact(l10n.t('Status'), wordModality(shown.modality) || l10n.t('fact'), (title) =>
      choose(title, MODALITIES, shown.modality, (one) => wordModality(one) || l10n.t('fact'), 'modality'),
    ),
    fact(l10n.t('Kind of figure'), wordKind(shown.kind), (title) =>
      choose(title, CLAIM_KINDS, shown.kind, wordKind, 'kind'),
    ),
    ...(turn ? [fact(l10n.t('Said by'), nameSpeaker(turn.speaker || turn.label), askForSpeaker)] : []),
  ];
  const chosen = await window.showQuickPick(items, { title, placeHolder: l10n.t('What is wrong?') });
  const claim = await chosen?.ask(`${title} · ${chosen.label}`);
  return claim && { claim };
}

/**
 * Undefined where nothing was changed; what `read` does not understand cannot be entered, what it is understood as is
 * said by `word` before it is.
 */
async function type(
  title: string,
  value: string,
  read: (words: string) => ClaimFacts | undefined,
  prompt?: string,
  word?: (facts: ClaimFacts) => string,
): Promise<ClaimFacts | undefined> {
  const typed = await window.showInputBox({
    ...{ title, value },
    ...(prompt ? { prompt } : {}),
    validateInput: (words) => {
      const facts = read(words.trim());
      if (!facts) return l10n.t('Not understood. {0}', prompt ?? '');
      return word ? { message: l10n.t('Means: {0}', word(facts)), severity: InputBoxValidationSeverity.Info } : '';
    },
  });
  return typed === undefined || typed.trim() === value ? undefined : read(typed.trim());
}

async function choose<T extends string>(
  title: string,
  choices: readonly T[],
  now: T,
  word: (one: T) => string,
  fact: keyof ClaimFacts,
): Promise<ClaimFacts | undefined> {
  const items = choices.map((one) => ({ one, label: word(one), description: one === now ? l10n.t('now') : '' }));
  const chosen = await window.showQuickPick(items, { title });
  return chosen && chosen.one !== now ? { [fact]: chosen.one } : undefined;
}

/** One certain number, in figures or as texts write it. */
function readTyped(typed: string): number | undefined {
  const plain = typed.replace(/[,，\s]/gu, '');
  if (/^-?\d+(?:\.\d+)?$/u.test(plain)) return Number(plain);
  const written = readNumber(plain, 0);
  if (!written || written.end !== plain.length || written.atLeast) return undefined;
  return written.value;
}
