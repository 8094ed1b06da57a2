import { l10n, type Uri } from 'vscode';
import type { AnchorState } from '../core/annotation/anchoring/anchored';
import { oneLine } from '../core/summary/oneLine';
import type { ClaimSummary } from '../core/summary/transcriptSummary';
import { innerQuotes } from '../core/text/innerQuotes';
import { sliceOf } from '../core/text/span';
import { namesNobody } from '../core/transcript/findSpeakers';
import type { Question } from '../core/transcript/transcript';
import type { AnalysedDocument } from './analyses';

/** A line in a tree or outline holds about this many Chinese characters before it is cut. */
const NAME_LENGTH = 40;

/** A short readable name of a question: its first asking sentence, else its first words. */
export function nameQuestion({ source }: AnalysedDocument, question: Question): string {
  return nameWords(sliceOf(source.text, question.asks[0] ?? question));
}

/** Words of the document as a name: on one line, and not too long for it. */
export const nameWords = (words: string): string => shorten(oneLine(words)) || l10n.t('(no words)');

/** Words of the document as a name that a message puts in quotation marks. */
export const quoteWords = (words: string): string => innerQuotes(nameWords(words));

export function shorten(words: string, length = NAME_LENGTH): string {
  const characters = [...words];
  return characters.length <= length ? words : `${characters.slice(0, length - 1).join('')}…`;
}

/** `农村供水 · 今年农村供水怎么保障？`; a topic that the question begins with is not said twice. */
export const nameTopic = (topic: string, words: string): string =>
  topic === '' || oneLine(words).startsWith(topic) ? nameWords(words) : `${topic} · ${nameWords(words)}`;

/** Nothing says that somebody without a name is a reporter. */
export const nameAsker = (asker: string): string => asker || l10n.t('Asker');

/** 答 is no name. */
export const nameSpeaker = (speaker: string): string => (namesNobody(speaker) ? l10n.t('Not named') : speaker);

/** Empty where there is none. */
export const countFigures = (count: number): string =>
  count === 0 ? '' : count === 1 ? l10n.t('1 figure') : l10n.t('{0} figures', count);

/** A number with its noun, as part of a longer phrase. */
export const countTranscripts = (count: number): string =>
  count === 1 ? l10n.t('1 transcript') : l10n.t('{0} transcripts', count);

export const countPlaces = (count: number): string => (count === 1 ? l10n.t('1 place') : l10n.t('{0} places', count));

export const fileName = (uri: Uri): string => decodeURIComponent(uri.path.split('/').at(-1) ?? '');

/** A third is near enough as 0.3333. */
const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** `1,193,000,000 吨`, `72.1%`, `8–10 家`: the value in plain units. */
export function formatValue({ value, upper, unit }: Pick<ClaimSummary, 'value' | 'upper' | 'unit'>): string {
  const number = [value, ...(upper === undefined ? [] : [upper])].map((bound) => NUMBERS.format(bound)).join('–');
  return /^[%％‰]?$/u.test(unit) ? `${number}${unit}` : `${number} ${unit}`;
}

export function wordKind(kind: ClaimSummary['kind']): string {
  switch (kind) {
    case 'quantity':
      return l10n.t('Quantity');
    case 'money':
      return l10n.t('Money');
    case 'percent':
      return l10n.t('Percentage');
    case 'fraction':
      return l10n.t('Fraction');
    case 'multiple':
      return l10n.t('Multiple');
    case 'rank':
      return l10n.t('Rank');
  }
}

/** Empty for an exact figure. */
export function wordHedge(hedge: ClaimSummary['hedge']): string {
  switch (hedge) {
    case 'exact':
      return '';
    case 'about':
      return l10n.t('about');
    case 'atLeast':
      return l10n.t('or more');
    case 'atMost':
      return l10n.t('or less');
  }
}

/** Empty where the figure points nowhere. */
export function wordDirection(direction: ClaimSummary['direction']): string {
  switch (direction) {
    case 'increase':
      return l10n.t('increase');
    case 'decrease':
      return l10n.t('decrease');
    case 'reach':
      return l10n.t('level reached');
    case 'none':
      return '';
  }
}

/** Empty for what is stated as a fact. */
export function wordModality(modality: ClaimSummary['modality']): string {
  switch (modality) {
    case 'actual':
      return '';
    case 'target':
      return l10n.t('target');
    case 'forecast':
      return l10n.t('forecast');
    case 'asked':
      return l10n.t('in a question');
  }
}

/** `上半年 (2022-01-01 – 2022-06-30)`, or the words alone where the days are not known. */
export function wordPeriod({ words, from, to }: ClaimSummary['period']): string {
  if (!from || !to) return words;
  const days = from === to ? from : `${from} – ${to}`;
  return words === '' ? days : l10n.t('{0} ({1})', words, days);
}

/** What has become of an annotated passage. */
export function wordState(state: AnchorState): string {
  switch (state) {
    case 'anchored':
      return l10n.t('in place');
    case 'moved':
      return l10n.t('moved');
    case 'normalised':
      return l10n.t('spacing or punctuation differs');
    case 'revised':
      return l10n.t('a figure has changed');
    case 'changed':
      return l10n.t('the words have changed');
    case 'ambiguous':
      return l10n.t('several places fit');
    case 'orphaned':
      return l10n.t('no longer in the text');
  }
}
