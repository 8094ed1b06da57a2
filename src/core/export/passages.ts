import type { Analysis } from '../analysis';
import { anchorAll } from '../annotation/anchoring/anchorAll';
import type { Anchored, AnchorState } from '../annotation/anchoring/anchored';
import type { Annotation, Sidecar } from '../annotation/annotation';
import type { Codebook } from '../codebook/codebook';
import { resolveTag } from '../codebook/oldNames';
import { questionWords } from '../summary/questionWords';
import { questionsByTurn } from '../summary/summarise';
import { LineMap } from '../text/lineMap';
import { type Span, sliceOf } from '../text/span';
import { turnAt } from '../transcript/turnAt';
import { citedTitle } from './foundTitle';

/** An annotated passage as one row of a table. What is not known is empty. */
export interface PassageRow {
  readonly path: string;
  readonly id: string;
  readonly tags: readonly string[];
  /** The words as they stand in the text now, or where that is not certain as they were when they were annotated. */
  readonly quote: string;
  /** Whether the passage was found again; only the first three states are certain. */
  readonly state: AnchorState;
  readonly note: string;
  readonly speaker: string;
  readonly role: string;
  /** The question that the passage answers, or stands in, and the outlet that asked it. */
  readonly question: string;
  readonly outlet: string;
  readonly title: string;
  /** The newspaper, site or office that published the transcript. */
  readonly publisher: string;
  /** The day of the event, ISO 8601. */
  readonly date: string;
  readonly url: string;
  /** Where the passage begins, both counted from 1, columns in UTF-16 code units; undefined where it is not found. */
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly creator: string;
  readonly created: string;
}

export const PASSAGE_COLUMNS = [
  ...[
    'path',
    'id',
    'tags',
    'quote',
    'state',
    'note',
    'speaker',
    'role',
    'question',
    'outlet',
    'title',
    'date',
    'url',
    'publisher',
  ],
  ...['line', 'column', 'creator', 'created'],
] as const as readonly (keyof PassageRow)[];

export interface AnnotatedTranscript {
  readonly path: string;
  /** With LF line ends and without BOM, as everywhere. */
  readonly text: string;
  /** With the corrections of the sidecar. */
  readonly analysis: Analysis;
  readonly sidecar: Sidecar;
  /** What became of each annotation, in the order of the sidecar; left out, they are anchored here. */
  readonly anchored?: readonly Anchored[];
}

/** The annotations of a transcript, in the order of the sidecar. `codebook` gives tags their present names. */
export function passages(transcript: AnnotatedTranscript, codebook?: Codebook): PassageRow[] {
  const { text, analysis, sidecar } = transcript;
  const anchored =
    transcript.anchored ??
    anchorAll(
      text,
      sidecar.annotations.map(({ target }) => target),
    );
  const lines = new LineMap(text);
  const questionOf = questionsByTurn(analysis);
  return sidecar.annotations.map((annotation, index) => {
    const found = anchored[index]!;
    const place = placeOf(found);
    const at = place && lines.place(place.start);
    const turnIndex = place ? turnAt(analysis.turns, place.start) : undefined;
    const turn = turnIndex === undefined ? undefined : analysis.turns[turnIndex];
    const question = turnIndex === undefined ? undefined : analysis.questions[questionOf.get(turnIndex) ?? -1];
    return {
      path: transcript.path,
      id: annotation.id,
      tags: tagsOf(annotation, codebook),
      quote: found.span ? sliceOf(text, found.span) : annotation.target.exact,
      state: found.state,
      note: annotation.note ?? '',
      speaker: turn ? turn.speaker || turn.label : '',
      role: turn?.role ?? '',
      question: question ? questionWords(text, question) : '',
      outlet: question?.asker ?? '',
      title: citedTitle(text, analysis, sidecar.document.title),
      publisher: sidecar.document.outlet ?? '',
      date: sidecar.document.date ?? analysis.date ?? '',
      url: sidecar.document.url ?? '',
      line: at && at.line + 1,
      column: at && at.character + 1,
      creator: annotation.creator ?? '',
      created: annotation.created ?? '',
    };
  });
}

/** Of several places that fit equally none is better than another. */
const placeOf = ({ state, span, proposals }: Anchored): Span | undefined =>
  span ?? (state === 'ambiguous' ? undefined : proposals[0]);

const tagsOf = ({ tags }: Annotation, codebook: Codebook | undefined): readonly string[] =>
  codebook ? [...new Set(tags.map((tag) => resolveTag(codebook, tag) ?? tag))] : tags;
