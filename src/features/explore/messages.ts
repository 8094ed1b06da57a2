import type { AnswerPage } from '../../core/explore/answerPages';
import type { ComparedFigure, ContextRow, ExploreAnswer } from '../../core/explore/explore';
import type { KnownNames } from '../../core/explore/knownNames';
import type { Cited } from '../../core/export/citation';
import type { SloganHistory } from '../../core/history/overTime';
import type { Counted } from '../../core/query/counted';
import type { Grouping, Measure } from '../../core/query/groups';
import type { Matrix, Nearness } from '../../core/query/matrix';
import type { Find, Query } from '../../core/query/query';
import type { Surroundings } from '../../core/query/surroundings';

export const MODES = ['passages', 'concordance', 'matrix', 'counts', 'table', 'figures', 'slogans'] as const;
export type Mode = (typeof MODES)[number];

export const WITHIN = ['all', 'shown', 'texts'] as const;
export type Within = (typeof WITHIN)[number];

/** The columns of the table of figures, in the order in which they stand at first. */
export type FigureColumn =
  | ('text' | 'indicator' | 'speaker' | 'period' | 'value' | 'upper' | 'unit' | 'kind' | 'hedge' | 'direction')
  | ('modality' | 'basis' | 'outlet' | 'date' | 'file' | 'tags' | 'sentence');

/** What a person has made of the table: kept for the next time. */
export interface TableLayout {
  readonly columns?: Readonly<Partial<Record<FigureColumn, boolean>>>;
  /** Widths, order and sorting, as the table keeps them. */
  readonly kept?: Readonly<Record<string, unknown>>;
}

/** What the person has chosen: all that survives a reload. */
export interface Choice {
  readonly mode: Mode;
  readonly query: Query;
  /** All transcripts, those that the views show, or all texts whether they are transcripts or not. */
  readonly within: Within;
  readonly by: Grouping;
  readonly across: Grouping;
  readonly measure: Measure;
  readonly nearness: Nearness;
  /** Of the mode `passages`: those alone that a number which was clicked counts. */
  readonly counted?: Counted | undefined;
  /** Of the mode `slogans`: against all other transcripts. */
  readonly isCompared: boolean;
  /** Not against all others but those of a second query, as text. */
  readonly against: string;
  /** Of the mode `figures`; empty for the one with most figures. */
  readonly indicator: string;
}

/** What the page tells the extension. Paths are URIs, lines and columns count from 1. */
export type PageMessage =
  | { readonly kind: 'ready'; readonly choice: Choice | undefined }
  | { readonly kind: 'run'; readonly run: number; readonly choice: Choice }
  | { readonly kind: 'stop' }
  /** The fields have changed: how is that written? */
  | { readonly kind: 'write'; readonly query: Query }
  /** The text has changed: what does it mean? */
  | { readonly kind: 'read'; readonly text: string; readonly isAgainst: boolean }
  | { readonly kind: 'save'; readonly text: string }
  | { readonly kind: 'load' }
  /** Which other names mean the same? */
  | { readonly kind: 'same'; readonly list: 'indicators' | 'slogans'; readonly name: string; readonly other?: string }
  /** Which other names may mean this indicator? */
  | { readonly kind: 'near'; readonly name: string }
  /** A figure is comparable with no other, or somebody is to say what is wrong with it. */
  | ({ readonly kind: 'notCompared' | 'correct' } & Place)
  /** With `go`, the text gets the focus. */
  | ({ readonly kind: 'open' | 'go' | 'tag' } & Place)
  | { readonly kind: 'layout'; readonly layout: TableLayout }
  /** Changes the tags of these annotations. */
  | { readonly kind: 'editTags'; readonly annotations: readonly { readonly path: string; readonly id: string }[] }
  /** Tags all these places alike. */
  | { readonly kind: 'tagPlaces'; readonly places: readonly PlacedWords[] }
  /** What stands around this place? */
  | ({ readonly kind: 'context' } & PlacedWords)
  /** A picture that stands by itself, as SVG. */
  | { readonly kind: 'picture'; readonly svg: string }
  | { readonly kind: 'copy'; readonly rows: readonly Cited[] }
  | { readonly kind: 'export'; readonly header: readonly string[]; readonly cells: readonly (readonly string[])[] };

export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Offsets in the text, and what stands there. */
export interface PlacedWords {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the extension tells the page. */
export type ExtensionMessage =
  | { readonly kind: 'choose'; readonly choice: Partial<Choice>; readonly isRun: boolean }
  | { readonly kind: 'written'; readonly text: string }
  | {
      readonly kind: 'understood';
      readonly query: Query;
      readonly problems: readonly string[];
      readonly isAgainst: boolean;
    }
  | { readonly kind: 'colors'; readonly colors: Readonly<Record<string, string>> }
  | { readonly kind: 'files'; readonly names: Readonly<Record<string, string>> }
  /** What the fields can hold. */
  | { readonly kind: 'names'; readonly names: KnownNames }
  /** What the answer is of, for those who cannot see it. */
  | { readonly kind: 'label'; readonly label: string }
  /** So many of all have been looked at. */
  | { readonly kind: 'progress'; readonly run: number; readonly done: number; readonly total: number }
  | { readonly kind: 'rows'; readonly run: number; readonly rows: readonly ContextRow[] }
  /** What the answer that comes next lists. */
  | { readonly kind: 'page'; readonly run: number; readonly page: AnswerPage }
  /** `unread`: annotation files that could not be read. */
  | {
      readonly kind: 'answer';
      readonly run: number;
      readonly answer: ExploreAnswer;
      readonly unread: readonly string[];
    }
  | {
      readonly kind: 'near';
      readonly name: string;
      readonly near: readonly { readonly name: string; readonly count: number }[];
    }
  /** Undefined where the text is another by now. */
  | { readonly kind: 'context'; readonly place: PlacedWords; readonly around: Surroundings | undefined }
  /** What names mean has changed, or what was corrected. */
  | { readonly kind: 'again'; readonly modes: readonly Mode[] }
  /** There are more rows, which are not looked for. */
  | { readonly kind: 'full'; readonly run: number; readonly found: number }
  | { readonly kind: 'failed'; readonly run: number; readonly words: string };

export type { Cited, ComparedFigure, ContextRow, Counted, ExploreAnswer, Matrix, SloganHistory };

/** The words of the page, in the language of the editor. */
export type PageWords = Readonly<Record<WordKey, string>> & {
  readonly modes: Readonly<Record<Mode, string>>;
  readonly groupings: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly nearnesses: Readonly<Record<Nearness, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly finds: Readonly<Record<Find, string>>;
  /** What each mode answers. */
  readonly hints: Readonly<Record<Mode, string>>;
  readonly withins: Readonly<Record<Within, string>>;
  readonly columns: Readonly<Record<FigureColumn, string>>;
  /** Words for codes of figures; what goes without saying has none. */
  readonly codes: Readonly<Record<'kind' | 'hedge' | 'direction' | 'modality', Readonly<Record<string, string>>>>;
};

export type WordKey =
  | (
      | 'find'
      | 'badDay'
      | 'reversedDays'
      | 'fullStop'
      | 'countedOnly'
      | 'showAll'
      | 'shareOf'
      | 'moreContext'
      | 'lessContext'
      | 'changedText'
      | 'unread'
      | 'state'
      | 'leftOut'
      | 'full'
      | 'select'
      | 'selectAll'
      | 'selected'
      | 'between'
      | 'condition'
      | 'countRows'
      | 'countSlogans'
      | 'exportShort'
      | 'searched'
      | 'searchedTexts'
      | 'searchingOf'
      | 'days'
      | 'near'
      | 'texts'
      | 'byWords'
      | 'byTurns'
      | 'isMeant'
      | 'start'
      | 'onePoint'
    )
  | ('editTags' | 'savePicture' | 'copyPicture' | 'pictureCopied')
  | ('mode' | 'search' | 'stop' | 'save' | 'load' | 'asText' | 'words' | 'tags' | 'speaker' | 'slogan' | 'indicator')
  | ('from' | 'to' | 'by' | 'across' | 'measure' | 'nearness' | 'tagPassage' | 'copy' | 'open' | 'exportShown' | 'more')
  | ('found' | 'none' | 'searching' | 'stopped' | 'undated' | 'unplaced' | 'needsWords' | 'before' | 'behind' | 'file')
  | ('without' | 'date' | 'period' | 'value' | 'differs' | 'alsoSaid' | 'first' | 'last' | 'mentions' | 'documents')
  | (
      | 'changes'
      | 'sortBy'
      | 'byFirst'
      | 'bySpread'
      | 'byMentions'
      | 'onlyHere'
      | 'figures'
      | 'target'
      | 'forecast'
      | 'asked'
    )
  | (
      | 'conditions'
      | 'sameAs'
      | 'notCompared'
      | 'inDoubt'
      | 'whyInDoubt'
      | 'correct'
      | 'within'
      | 'filter'
      | 'countFigures'
      | 'noMatch'
      | 'noFigures'
      | 'chooseColumns'
    )
  | (
      | 'byRise'
      | 'byFade'
      | 'riseMeans'
      | 'compareAll'
      | 'compared'
      | 'comparedHow'
      | 'comparedTwo'
      | 'against'
      | 'mentionsHere'
      | 'mentionsElsewhere'
    )
  | ('rateHere' | 'rateElsewhere' | 'rateMeans' | 'ratio' | 'ratioMeans' | 'dispersion' | 'dispersionMeans')
  | ('months' | 'several' | 'question' | 'passage' | 'note' | 'noSeries' | 'noSeriesOf' | 'kind' | 'area');
