import { type Disposable, Hover, l10n, languages, MarkdownString } from 'vscode';
import type { Claim, Period } from '../../core/claims/claim';
import type { Slogan } from '../../core/slogans/slogan';
import { oneLine } from '../../core/summary/oneLine';
import { type Span, sliceOf } from '../../core/text/span';
import { askerOf } from '../../core/transcript/findSpeakers';
import { type Turn, turnsOf } from '../../core/transcript/transcript';
import type { AnalysedDocument } from '../../host/analyses';
import { engine } from '../../host/engine';
import { type FindingKind, type FindingReference, referenceTo } from '../../host/findingReference';
import { findingsAt } from '../../host/findings';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import { periodsOf, referenceDate } from '../../host/periods';
import type { Services } from '../../host/services';
import {
  formatValue,
  nameAsker,
  nameSpeaker,
  nameWords,
  wordDirection,
  wordHedge,
  wordModality,
  wordPeriod,
} from '../../host/wording';

/** A hover lists so many of the same and says how many more there are. */
const LIST_LENGTH = 6;
/** Other figures are so many: with more, the links below them would be out of sight. */
const OTHER_FIGURES = 3;
/** So many characters of a list are one line: a hover is no higher than ten lines, what lies below is out of sight. */
const ONE_LINE = 60;
/** Shows which time expressions a date would tell. */
const ANY_DAY = '2000-06-15';

/** What the analysis knows of the claim, slogan or speaker under the pointer. */
export function registerHover(services: Services): Disposable {
  const { analyses } = services;
  return languages.registerHoverProvider(
    { language: LANGUAGE },
    {
      async provideHover(document, position, token) {
        const analysed = await analyses.settled(document, token);
        if (!analysed) return undefined;
        const { claim, slogan, labelled } = findingsAt(analysed, analysed.source.offset(position));
        // what can be done stands above what is known, however much that is
        const hover = (kind: FindingKind, span: Span, { heading, markdown }: Text) => {
          const range = analysed.source.range(span);
          return new Hover([heading, correctionLinks(referenceTo(kind, document.uri, range)), markdown], range);
        };
        if (claim) return hover('claim', claim, claimHover(services, analysed, claim));
        if (slogan) return hover('slogan', slogan, sloganHover(analysed, slogan));
        if (labelled) return hover('speaker', labelled.labelSpan, speakerHover(analysed, labelled));
        const period = findPeriodAt(analysed, analysed.source.offset(position));
        if (!period) return undefined;
        const { heading, markdown } = periodHover(analysed, period);
        const links = lacksDate(analysed, period) ? [setDateLink()] : [];
        return new Hover([heading, ...links, markdown], analysed.source.range(period));
      },
    },
  );
}

/** The ways to correct what the hover shows, and to ask for it elsewhere. Holds no words of the document: only these commands are trusted. */
function correctionLinks(reference: FindingReference): MarkdownString {
  const links = new MarkdownString('', true);
  links.isTrusted = { enabledCommands: [COMMANDS.correctFinding, COMMANDS.rejectFinding, COMMANDS.explore] };
  const link = (icon: string, words: string, command: string) =>
    `[$(${icon}) ${words}](command:${command}?${encodeURIComponent(JSON.stringify([reference]))})`;
  const reject = {
    claim: l10n.t('Not a figure'),
    slogan: l10n.t('Not a slogan'),
    speaker: l10n.t('Not a speaker'),
  }[reference.kind];
  const all = [
    link('edit', l10n.t('Correct…'), COMMANDS.correctFinding),
    link('circle-slash', reject, COMMANDS.rejectFinding),
    link('search', l10n.t('Explore…'), COMMANDS.explore),
  ];
  return links.appendMarkdown(all.join(' &nbsp; '));
}

/** The way to what tells 今年 and 上半年. */
function setDateLink(): MarkdownString {
  const link = new MarkdownString('', true);
  link.isTrusted = { enabledCommands: [COMMANDS.setDocumentFacts] };
  return link.appendMarkdown(
    `[$(calendar) ${l10n.t('Set Title, Date and Source…')}](command:${COMMANDS.setDocumentFacts})`,
  );
}

/** A heading, and paragraphs and lists of plain words: what comes from the document is always escaped. */
class Text {
  readonly heading = new MarkdownString();
  readonly markdown = new MarkdownString();

  constructor(title: string) {
    this.heading.appendMarkdown('**').appendText(title).appendMarkdown('**');
  }

  facts(...facts: readonly (readonly [string, string])[]): this {
    for (const [name, words] of facts) {
      if (words !== '') this.markdown.appendText(l10n.t('{0}: {1}', name, words)).appendMarkdown('  \n');
    }
    this.markdown.appendMarkdown('\n');
    return this;
  }

  list(heading: string, entries: readonly string[], length = LIST_LENGTH): this {
    if (entries.length === 0) return this;
    const line = entries.join(l10n.t(', '));
    if (entries.length <= length && line.length <= ONE_LINE) {
      this.markdown.appendText(l10n.t('{0} {1}', heading, line)).appendMarkdown('\n\n');
      return this;
    }
    this.markdown.appendText(heading).appendMarkdown('\n\n');
    for (const entry of entries.slice(0, length))
      this.markdown.appendMarkdown('- ').appendText(entry).appendMarkdown('\n');
    if (entries.length > length)
      this.markdown.appendMarkdown('- ').appendText(l10n.t('{0} more', entries.length - length));
    this.markdown.appendMarkdown('\n\n');
    return this;
  }
}

function claimHover({ analyses, indicators }: Services, analysed: AnalysedDocument, claim: Claim): Text {
  const { claims, turns, source } = analysed;
  const words = (span: { start: number; end: number }) => oneLine(sliceOf(source.text, span));
  const summary = analyses.summary(analysed.document);
  const measured = summary.claims.map((one) => indicators.of(analysed.document.uri, one));
  const { indicator, key } = measured[claims.indexOf(claim)]!;
  const turn = claim.turn === undefined ? undefined : turns[claim.turn];
  const from = claim.changedFrom === undefined ? undefined : claims[claim.changedFrom];
  const to = claim.changedTo === undefined ? undefined : claims[claim.changedTo];
  const { period } = claim;
  const same = claims.filter((other, index) => other !== claim && key !== '' && measured[index]!.key === key);
  return new Text(formatValue(claim))
    .facts(
      [l10n.t('Measures'), indicator],
      [l10n.t('Precision'), wordHedge(claim.hedge)],
      [l10n.t('Direction'), [wordDirection(claim.direction), claim.basis ?? ''].filter(Boolean).join(' · ')],
      [l10n.t('Changed from'), from ? words(from) : ''],
      [l10n.t('Changed to'), to ? words(to) : ''],
      [l10n.t('Period'), period ? wordPeriod({ words: words(period), from: period.from, to: period.to }) : ''],
      [l10n.t('Status'), wordModality(claim.modality)],
      [l10n.t('Said by'), turn ? [nameSpeaker(turn.speaker || turn.label), turn.role].filter(Boolean).join(' · ') : ''],
    )
    .list(
      l10n.t('Also about this:'),
      same.map((other) => {
        const when = other.period && (words(other.period) || wordPeriod({ ...other.period, words: '' }));
        return when ? l10n.t('{0} ({1})', words(other), when) : words(other);
      }),
      OTHER_FIGURES,
    );
}

const findPeriodAt = (analysed: AnalysedDocument, offset: number): Period | undefined =>
  periodsOf(analysed).find(({ start, end }) => start <= offset && offset <= end);

/** Whether a time expression means no days only because nothing says of which day the text is. */
function lacksDate(analysed: AnalysedDocument, period: Period): boolean {
  if (period.from || referenceDate(analysed)) return false;
  const words = sliceOf(analysed.source.text, period);
  return engine()
    .findPeriods(words, ANY_DAY)
    .some(({ from }) => from !== undefined);
}

/** What a time expression means, and by which day. */
function periodHover(analysed: AnalysedDocument, period: Period): Text {
  const { from, to } = period;
  const day = referenceDate(analysed);
  const days = wordPeriod({ words: '', from, to });
  const isSet = analysed.facts.date !== undefined;
  const source = isSet
    ? l10n.t('{0} (set)', day ?? '')
    : l10n.t('{0} (found in the text or the file’s name)', day ?? '');
  return new Text(oneLine(sliceOf(analysed.source.text, period))).facts(
    [
      l10n.t('Means'),
      days || (lacksDate(analysed, period) ? l10n.t('not known without a date') : l10n.t('no certain days')),
    ],
    // a date that tells no days is of no use to say
    [l10n.t('By the date'), days && day ? source : ''],
  );
}

function sloganHover(analysed: AnalysedDocument, slogan: Slogan): Text {
  const { slogans, source } = analysed;
  const mentions = slogans.filter(({ name }) => name === slogan.name);
  const explained = slogan.items.length > 0 ? slogan : mentions.find(({ items }) => items.length > 0);
  const items = explained?.items.map((item) => oneLine(sliceOf(source.text, item))) ?? [];
  const known = items.length === 0 ? engine().lexiconEntry(slogan.name, referenceDate(analysed)) : undefined;
  const text = new Text(slogan.name);
  if (explained)
    text.list(
      explained === slogan
        ? l10n.t('Stands for:')
        : l10n.t('Stands for (line {0}):', source.range(explained).start.line + 1),
      items,
    );
  if (known) text.list(l10n.t('Known from {0}:', known.source), known.items);
  return text.facts([l10n.t('Mentions'), String(mentions.length)]);
}

function speakerHover(analysed: AnalysedDocument, turn: Turn): Text {
  const { turns, speakers, questions, claims, source } = analysed;
  const index = turns.indexOf(turn);
  const speaker = speakers.find((one) => one.turns.includes(index));
  const own = speaker?.turns ?? [index];
  const figures = claims.filter((claim) => claim.turn !== undefined && own.includes(claim.turn)).length;
  const asked = questions.filter((question) => turnsOf(question).some((one) => own.includes(one)));
  return new Text(speaker?.name ?? nameSpeaker(turn.label))
    .facts(
      [l10n.t('Office'), speaker?.roles.join(' · ') ?? ''],
      [l10n.t('Turns'), String(own.length)],
      [l10n.t('Figures'), figures > 0 ? String(figures) : ''],
    )
    .list(
      turn.kind === 'question' ? l10n.t('Asks:') : l10n.t('Answers:'),
      asked.map((question) => {
        const words = nameWords(sliceOf(source.text, question.asks[0] ?? question));
        return turn.kind === 'question' ? words : `${nameAsker(askerOf(question, turns))}: ${words}`;
      }),
    );
}
