import { type KnownNames, NO_NAMES } from '../../../core/explore/knownNames';
import type { Choice, Cited, ContextRow, PageMessage, PageWords, Place, PlacedWords, TableLayout } from '../messages';

declare const WORDS: PageWords;
declare const LAYOUT: TableLayout;
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  setState(choice: Choice): void;
  getState(): Choice | undefined;
};

/** The order of words: made once, for tens of thousands are sorted. */
export const collate = new Intl.Collator('zh').compare;

export const words = WORDS;
export const layout = LAYOUT;
export const api = acquireVsCodeApi();

/** What is known besides the answer: colours of tags, names of files, what the answer is of, what the fields can hold. */
export const known: {
  colors: Readonly<Record<string, string>>;
  files: Record<string, string>;
  label: string;
  names: KnownNames;
} = { colors: {}, files: {}, label: '', names: NO_NAMES };

/** An attribute of the analyst's own is called by its key. */
export const groupingLabel = (by: string): string => words.groupings[by] ?? by.replace(/^attribute:/u, '');

export const fileOf = (path: string): string => known.files[path] ?? path;

/** How a group is called. */
export const groupName = (by: string, name: string): string => {
  if (name === '') return words.without;
  if (by === 'kind') return words.values[name] ?? name;
  return by === 'document' ? fileOf(name) : name;
};

/** What a part of the page shows as a table, for the export. */
export interface Shown {
  readonly header: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

export const openPlace = (
  row: Pick<ContextRow, 'path' | 'line' | 'column' | 'text'>,
  kind: 'open' | 'go' | 'tag' | 'notCompared' | 'correct' = 'open',
) => {
  if (row.line === null || row.column === null) return;
  const place: Place = { path: row.path, line: row.line, column: row.column, text: row.text };
  api.postMessage({ kind, ...place });
};

/** A passage by its offsets; what is not found in its text has none. */
export const placedWords = ({ path, start, end, text }: ContextRow): PlacedWords => ({
  path,
  start: start ?? 0,
  end: end ?? 0,
  text,
});

/** What is told of a passage to cite it: of thousands nothing more has to be sent. */
export const cited = ({ text, speaker, role, title, publisher, date, url }: ContextRow): Cited => ({
  ...{ text, speaker, role, title, publisher, date, url },
});
