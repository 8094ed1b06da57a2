import type { DocumentFacts } from '../annotation/annotation';
import { isResolved } from '../annotation/isResolved';
import type { SidecarProblem } from '../annotation/sidecar';
import type { DocumentFields } from '../query/documentFields';
import type { PlaceRange } from '../text/lineMap';
import type { IndexedTranscript } from './indexText';
import type { AnnotationSummary, TranscriptSummary } from './transcriptSummary';

/** What is told of every transcript of a workspace at once, in at most a kilobyte: the rest is asked for. */
export interface TranscriptHead {
  readonly facts: DocumentFacts;
  readonly counts: Readonly<Record<CountedList, number>>;
  /** Annotations that wait for a decision. */
  readonly waiting: number;
  /** Why nothing of its sidecar is known, where that is so. */
  readonly fault?: SidecarProblem;
}

/** Things that a head counts. */
export type CountedList = 'turns' | 'questions' | 'slogans' | 'claims' | 'annotations';
export type SummaryList = CountedList | 'suspects';
const keyOf = ({ start, end }: PlaceRange): string => `${start.line}:${start.character}-${end.line}:${end.character}`;

/** Some of what is known of transcripts. */
export interface SummaryPart {
  readonly lists: readonly SummaryList[];
  /** Of claims those alone that are annotated just as they stand. */
  readonly isAnnotated?: boolean;
  /** Of slogans and turns those of this name alone, and transcripts that have some. */
  readonly name?: string;
  /** Of slogans, questions and annotations those that hold these characters in this order. */
  readonly sought?: string;
  /** As soon as so many things are found no more transcripts are looked at. */
  readonly most?: number;
}

/** Longer notes and titles are cut: a list shows no more of them. In UTF-16 code units. */
const LONGEST = 100;

const cut = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

export function transcriptHead({ summary, annotations, fault }: IndexedTranscript): TranscriptHead {
  const { facts, turns, questions, slogans, claims } = summary;
  const { attributes, ...others } = facts;
  const short = Object.fromEntries(Object.entries(others).map(([key, value]) => [key, cut(value)]));
  return {
    facts: {
      ...short,
      ...(attributes
        ? { attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, cut(value)])) }
        : {}),
    },
    counts: {
      ...{ turns: turns.length, questions: questions.length, slogans: slogans.length },
      ...{ claims: claims.length, annotations: annotations.length },
    },
    waiting: countWaiting(annotations),
    ...(fault ? { fault } : {}),
  };
}

/** What was not found again by itself, and both of two versions after a merge. */
export function countWaiting(annotations: readonly Pick<AnnotationSummary, 'annotation' | 'state'>[]): number {
  const versions = new Set(
    annotations.flatMap(({ annotation: { id, conflictsWith } }) =>
      conflictsWith === undefined ? [] : [id, conflictsWith],
    ),
  );
  return annotations.filter(({ annotation, state }) => versions.has(annotation.id) || !isResolved(state, annotation))
    .length;
}

/** Whether a transcript may have something of a part, by its fields. */
export function mayHavePart(fields: DocumentFields, { lists, name, sought }: SummaryPart): boolean {
  if (name !== undefined)
    return lists.some((list) => (list === 'turns' ? fields.speakers : fields.slogans).includes(name));
  if (sought === undefined) return true;
  const isSought = (words: string) => holdsInOrder(sought, words);
  return (
    (lists.includes('annotations') && fields.counts.passages > 0) ||
    (lists.includes('slogans') && fields.slogans.some(isSought)) ||
    (lists.includes('questions') && fields.questions.some(isSought))
  );
}

/** A transcript with the lists that are asked for, and the others empty; undefined where none of that is in it. */
export function partOf(
  { summary, annotations, ...rest }: IndexedTranscript,
  { lists, name, sought, isAnnotated }: SummaryPart,
): IndexedTranscript | undefined {
  const of = <T>(list: SummaryList, all: readonly T[], isMeant: (one: T) => boolean = () => true) =>
    lists.includes(list) ? all.filter(isMeant) : [];
  const isNamed = (own: string) => name === undefined || own === name;
  const isSought = (...words: readonly string[]) => sought === undefined || holdsInOrder(sought, words.join(''));
  const annotated = new Set(isAnnotated ? annotations.flatMap(({ at }) => (at ? [keyOf(at)] : [])) : []);
  const part: TranscriptSummary = {
    facts: summary.facts,
    turns: of('turns', summary.turns, ({ speaker }) => isNamed(speaker)),
    questions: of('questions', summary.questions, ({ asker, words }) => isSought(asker, words)),
    slogans: of('slogans', summary.slogans, (slogan) => isNamed(slogan.name) && isSought(slogan.name)),
    claims: of('claims', summary.claims, ({ at }) => !isAnnotated || annotated.has(keyOf(at))),
  };
  const own = of('annotations', annotations, ({ annotation: { target, note = '' } }) => isSought(target.exact, note));
  const isNarrowed = name !== undefined || sought !== undefined;
  const { turns, questions, slogans } = part;
  if (isNarrowed && turns.length + questions.length + slogans.length + own.length === 0) return undefined;
  return { ...rest, summary: part, annotations: own };
}

/** Whether the characters of the query come in this order, as the editor's own lists filter. */
export function holdsInOrder(query: string, words: string): boolean {
  const whole = words.toLowerCase();
  let from = 0;
  for (const character of query.toLowerCase().replace(/\s+/gu, '')) {
    const at = whole.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}
