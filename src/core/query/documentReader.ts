import type { Claim } from '../claims/claim';
import { citedTitle } from '../export/foundTitle';
import type { Slogan } from '../slogans/slogan';
import { oneLine } from '../summary/oneLine';
import { questionWords } from '../summary/questionWords';
import { questionsByTurn } from '../summary/summarise';
import { LineMap } from '../text/lineMap';
import { splitSentences } from '../text/sentences';
import { type Span, sliceOf } from '../text/span';
import { namesNobody } from '../transcript/findSpeakers';
import type { Question } from '../transcript/transcript';
import { turnAt } from '../transcript/turnAt';
import { attributesOf, dateOf } from './dated';
import type { Find } from './query';
import type { QueryDocument } from './queryDocument';
import type { FigureRow, Row } from './row';

/** What a row has of its own, besides what stands around its place. */
type Own = Pick<Row, 'tags'> & Partial<Pick<Row, 'id' | 'note' | 'creator' | 'created' | 'state'>>;

/** Makes rows of places in one document. What it needs for that is worked out once, and not before it is needed. */
export class DocumentReader {
  private readonly lines;
  private readonly questionOf;
  private readonly tagged;
  private readonly questions = new Map<Question, string>();
  private readonly title;
  private paragraph: (Span & { readonly sentences: readonly Span[] }) | undefined;

  constructor(
    private readonly document: QueryDocument,
    /** The present name of a tag. */
    private readonly today: (tag: string) => string = (tag) => tag,
  ) {
    const { text, analysis, facts } = document;
    this.lines = lazy(() => new LineMap(text));
    this.title = lazy(() => citedTitle(text, analysis, facts.title));
    this.questionOf = lazy(() => questionsByTurn(analysis));
    this.tagged = lazy(() =>
      document.annotations.flatMap(({ tags }, index) => {
        const { span } = document.anchored[index]!;
        return span && tags.length > 0 ? [{ ...span, tags: tags.map(this.today) }] : [];
      }),
    );
  }

  spans(find: Exclude<Find, 'passages' | 'words'>): readonly Span[] {
    const { turns, slogans, claims } = this.document.analysis;
    return find === 'turns' ? turns : find === 'slogans' ? slogans : claims;
  }

  words = (span: Span): string => sliceOf(this.document.text, span);

  /** The tags of all annotations that share a character with `span`. */
  tagsWithin = (span: Span): readonly string[] => [
    ...new Set(overlapping(this.tagged(), span).flatMap(({ tags }) => tags)),
  ];

  slogansWithin = (span: Span): readonly Slogan[] => overlapping(this.document.analysis.slogans, span);

  claimsWithin = (span: Span): readonly Claim[] => overlapping(this.document.analysis.claims, span);

  indicatorOf = ({ measures, indicator }: Claim): string =>
    measures ?? (indicator ? oneLine(this.words(indicator)) : '');

  row(span: Span, own: Own): Row {
    const { analysis } = this.document;
    const { start, end } = span;
    const turnIndex = turnAt(analysis.turns, start);
    const turn = turnIndex === undefined ? undefined : analysis.turns[turnIndex];
    const question = turnIndex === undefined ? undefined : analysis.questions[this.questionOf().get(turnIndex) ?? -1];
    const { line, character } = this.lines().place(start);
    return {
      ...this.common(own),
      ...{ start, end, text: this.words(span), line: line + 1, column: character + 1 },
      ...{ speaker: turn ? turn.speaker || (namesNobody(turn.label) ? '' : turn.label) : '', label: turn?.label ?? '' },
      ...{ role: turn?.role ?? '', kind: turn?.kind ?? '' },
      ...{ outlet: question?.asker ?? '', question: question ? this.asked(question) : '' },
      turn: turn ? turn.start : null,
      ...this.sentencesOf(span, turn && start >= turn.bodyStart ? turn.bodyStart : 0),
      ...('name' in span ? { slogan: (span as Slogan).name } : {}),
      ...('hedge' in span ? { figure: this.figure(span as Claim) } : {}),
    };
  }

  /** Of an annotation whose words are not found. */
  lostRow(text: string, own: Own): Row {
    const nowhere = { start: null, end: null, line: null, column: null, turn: null, sentence: '', sentences: [] };
    return {
      ...this.common(own),
      ...nowhere,
      text,
      speaker: '',
      label: '',
      role: '',
      kind: '',
      outlet: '',
      question: '',
    };
  }

  private common({ tags, id = '', note = '', creator = '', created = '', state = '' }: Own) {
    const { path, facts } = this.document;
    const { outlet: publisher = '', url = '' } = facts;
    const attributes = attributesOf(facts);
    return {
      path,
      date: dateOf(this.document),
      tags,
      id,
      note,
      creator,
      created,
      state,
      title: this.title(),
      publisher,
      url,
      attributes,
    };
  }

  private figure(claim: Claim): FigureRow {
    const { value, upper = null, unit, kind, hedge, direction, basis = '', modality, period } = claim;
    const { from = '', to = '' } = period ?? {};
    // the days that a person has set stand where the text has words
    const days = from === to ? from : `${from} – ${to}`;
    const words = (period && oneLine(this.words(period))) || days;
    return {
      value,
      upper,
      unit,
      kind,
      indicator: this.indicatorOf(claim),
      hedge,
      direction,
      basis,
      period: words,
      from,
      to,
      modality,
    };
  }

  /** `from`: where the speaker's own words begin. */
  private sentencesOf({ start, end }: Span, from: number): Pick<Row, 'sentence' | 'sentences'> {
    const { text } = this.document;
    const first = Math.max(from, text.lastIndexOf('\n', start - 1) + 1);
    const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
    const touched = this.split(first, lineEnd < 0 ? text.length : lineEnd).filter(
      (sentence) => sentence.start < Math.max(end, start + 1) && start < sentence.end,
    );
    const words = touched.length > 0 ? text.slice(touched[0]!.start, touched.at(-1)!.end) : '';
    return { sentence: oneLine(words), sentences: touched.map((sentence) => sentence.start) };
  }

  private asked(question: Question): string {
    const words = this.questions.get(question) ?? questionWords(this.document.text, question);
    this.questions.set(question, words);
    return words;
  }

  /** Rows mostly follow each other in one paragraph: what it consists of is kept. */
  private split(start: number, end: number): readonly Span[] {
    if (this.paragraph?.start !== start || this.paragraph.end !== end)
      this.paragraph = { start, end, sentences: splitSentences(this.document.text, start, end) };
    return this.paragraph.sentences;
  }
}

const overlapping = <T extends Span>(spans: readonly T[], { start, end }: Span): T[] =>
  spans.filter((span) => span.start < end && start < span.end);

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
