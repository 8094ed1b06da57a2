import { isAccepted } from '../annotation/anchoring/anchored';
import type { Annotation } from '../annotation/annotation';
import type { Codebook } from '../codebook/codebook';
import { resolveTag } from '../codebook/oldNames';
import { ReadingText, readingOf } from '../text/readingText';
import { type Span, sliceOf } from '../text/span';
import { holdsOneOf, isOneOf, scopeTest, tagTest } from './conditions';
import { DocumentReader } from './documentReader';
import type { Query } from './query';
import type { QueryDocument } from './queryDocument';
import type { Row } from './row';

/** What a query finds in one document. */
export interface Findings {
  /** In the order of the text. */
  readonly rows: readonly Row[];
  /** Annotations that fulfil what can be asked of them and whose words are not found for certain, in the order of the file. */
  readonly unplaced: readonly Row[];
  /** Whether nothing was asked of the document because it has no date, and the query names days. */
  readonly isUndated: boolean;
}

const NOTHING: Findings = { rows: [], unplaced: [], isUndated: false };

/** One query, ready to be asked of many documents. `codebook` gives tags their present names. */
export class Finder {
  private readonly scope;
  private readonly today;
  private readonly hasTags;
  private readonly fulfils: (row: Row) => boolean;
  private readonly holds: (reader: DocumentReader, span: Span) => boolean;

  constructor(
    private readonly query: Query,
    codebook?: Codebook,
  ) {
    this.scope = scopeTest(query);
    this.today = (tag: string) => (codebook ? (resolveTag(codebook, tag) ?? tag) : tag);
    this.hasTags = tagTest(query.tags, this.today);
    this.fulfils = rowTest(query);
    this.holds = spanTest(query);
  }

  find(document: QueryDocument): Findings {
    const scope = this.scope(document);
    if (scope !== 'inside') return scope === 'undated' ? { ...NOTHING, isUndated: true } : NOTHING;
    const reader = new DocumentReader(document, this.today);
    const { find = 'passages' } = this.query;
    if (find === 'passages') return this.passages(document, reader);
    const found = find === 'words' ? places(document.text, this.query.words ?? []) : reader.spans(find);
    // asked of passages alone: nothing else has them
    if (this.query.creator || this.query.state) return NOTHING;
    const rows = found.flatMap((span) => {
      if (!this.holds(reader, span)) return [];
      const row = reader.row(span, { tags: reader.tagsWithin(span) });
      return this.hasTags(row.tags) && this.fulfils(row) ? [row] : [];
    });
    return { rows, unplaced: [], isUndated: false };
  }

  private passages({ annotations, anchored, text }: QueryDocument, reader: DocumentReader): Findings {
    const isBy = isOneOf(this.query.creator);
    const rows: Row[] = [];
    const unplaced: Row[] = [];
    for (const [index, annotation] of annotations.entries()) {
      const { state, span, proposals } = anchored[index]!;
      const tags = [...new Set(annotation.tags.map(this.today))];
      if (!this.hasTags(tags) || !isBy(annotation.creator ?? '')) continue;
      if (this.query.state && !this.query.state.includes(state)) continue;
      // of several places that fit equally none is better than another
      const place = span ?? (state === 'ambiguous' ? undefined : proposals[0]);
      if (place && !this.holds(reader, place)) continue;
      const own = { ...annotated(annotation), tags, state };
      const row = place ? reader.row(place, own) : reader.lostRow(annotation.target.exact, own);
      if (!this.fulfils(row)) continue;
      if (isAccepted(state)) rows.push({ ...row, text: sliceOf(text, place!) });
      else unplaced.push({ ...row, text: annotation.target.exact, start: null, end: null });
    }
    return { rows: rows.sort((a, b) => a.start! - b.start! || b.end! - a.end!), unplaced, isUndated: false };
  }
}

/** All annotated passages of a document, those whose words are not found for certain behind the others. */
export function annotatedRows(document: QueryDocument, codebook?: Codebook): Row[] {
  const { rows, unplaced } = new Finder({}, codebook).find(document);
  return [...rows, ...unplaced];
}

const annotated = ({ id, note = '', creator = '', created = '' }: Annotation) => ({ id, note, creator, created });

/** What is asked of speakers. */
function rowTest({ speaker, role, outlet, kind }: Query): (row: Row) => boolean {
  const [isSpeaker, hasRole, hasOutlet] = [isOneOf(speaker), holdsOneOf(role), holdsOneOf(outlet)];
  return (row) =>
    (isSpeaker(row.speaker) || isSpeaker(row.label)) &&
    hasRole(row.role) &&
    hasOutlet(row.outlet) &&
    (!kind || (row.kind !== '' && kind.includes(row.kind)));
}

/** What is asked of that which a passage holds. */
function spanTest({ slogan, indicator, claim, words }: Query): (reader: DocumentReader, span: Span) => boolean {
  const [isSlogan, hasIndicator, hasWords] = [isOneOf(slogan), holdsOneOf(indicator), holdsOneOf(words)];
  return (reader, span) =>
    (!slogan || reader.slogansWithin(span).some(({ name }) => isSlogan(name))) &&
    (!(indicator || claim) ||
      reader
        .claimsWithin(span)
        .some((found) => (!claim || claim.includes(found.kind)) && hasIndicator(reader.indicatorOf(found)))) &&
    (!words || hasWords(reader.words(span)));
}

/** Each place where one of `words` stands; of those that begin at one place the longest. */
function places(text: string, words: readonly string[]): Span[] {
  const reading = ReadingText.of(text);
  const whole = lowered(reading.text);
  const found = new Map<number, number>();
  for (const word of new Set(words.map((word) => lowered(readingOf(word.trim()))))) {
    if (word === '') continue;
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) {
      found.set(at, Math.max(found.get(at) ?? 0, at + word.length));
    }
  }
  return [...found].sort(([a], [b]) => a - b).map(([start, end]) => reading.toSource({ start, end }));
}

/** Small letters, each as long as the one that it stands for. */
const lowered = (words: string): string => words.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
