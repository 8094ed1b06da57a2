import type { Analysis } from './analysis';
import { assemble } from './assemble';
import type { ReferenceDate } from './claims/period/days';
import { findSectionCandidates, readSection, type SectionCandidates, type SectionReading } from './readSection';
import { chooseSlogans, NO_VERDICTS, recurrenceFinder, type SloganVerdicts } from './slogans/chooseSlogans';
import { MentionFinder } from './slogans/mentions';
import { readingOf } from './text/readingText';
import { splitSections } from './text/section';
import { nameSpeakers } from './transcript/findSpeakers';
import { readTranscript, type Structure } from './transcript/readTranscript';

export interface AnalysisOptions {
  /** The day of the event, to which 今年 and 上半年 refer; where it is not given, the date that the document states. */
  readonly date?: ReferenceDate;
  /** The day by which the file is called: it goes before days that running text tells, and behind those that the document states. */
  readonly dateInName?: ReferenceDate;
  /** Whether the lexicon of national formulas is used; for measuring what it contributes. */
  readonly lexicon?: boolean;
  /** What a person has said of names in this document: whether they are slogans. */
  readonly verdicts?: SloganVerdicts;
  /** Words at line starts that a person has said to be no speaker. */
  readonly notLabels?: readonly string[];
}

/** An analysis with what it was made from, so that the next one can keep what has not changed. */
export interface DocumentReading {
  readonly text: string;
  readonly structure: Structure;
  readonly candidates: readonly SectionCandidates[];
  readonly readings: readonly SectionReading[];
  readonly recurrence: MentionFinder;
  readonly finder: MentionFinder;
  readonly analysis: Analysis;
}

/** Reads a text with LF line ends. Total: any string gives an analysis. */
export const analyse = (text: string, options: AnalysisOptions = {}): Analysis => readDocument(text, options).analysis;

export function readDocument(text: string, options: AnalysisOptions): DocumentReading {
  const { lexicon = true, notLabels = [] } = options;
  const verdicts = plainVerdicts(options.verdicts ?? NO_VERDICTS);
  const structure = readTranscript(text, notLabels);
  const date = options.date ?? dateFound(structure, options);
  const candidates = splitSections(structure.paragraphs, structure.turns).map(findSectionCandidates);
  const all = candidates.flatMap((section) => section.candidates.flat());
  const recurrence = recurrenceFinder(all);
  const counts = new Map<string, number>();
  for (const paragraph of recurrence.isEmpty ? [] : structure.paragraphs) {
    for (const { name } of recurrence.find(paragraph.text, [])) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const finder = new MentionFinder(chooseSlogans(all, counts, lexicon, verdicts), { ...verdicts, lexicon });
  const readings = candidates.map((section) => readSection(section, finder, date));
  return {
    text,
    structure,
    candidates,
    readings,
    recurrence,
    finder,
    analysis: conclude(structure, readings, options),
  };
}

/** Names are shown as they are written and compared as they are read. */
const plainVerdicts = ({ accepted, rejected }: SloganVerdicts): SloganVerdicts => ({
  accepted: accepted.map(readingOf),
  rejected: rejected.map(readingOf),
});

/** The day of the event where no person has noted it. */
export const dateFound = ({ dates }: Structure, { dateInName }: AnalysisOptions): ReferenceDate =>
  dates.stated ?? dateInName ?? dates.told;

export function conclude(
  structure: Structure,
  readings: readonly SectionReading[],
  options: AnalysisOptions,
): Analysis {
  const { articles, turns, questions } = structure;
  return {
    isTranscript: turns.length > 0,
    date: dateFound(structure, options),
    articles,
    turns,
    speakers: nameSpeakers(turns),
    questions,
    ...assemble(readings, turns, plainVerdicts(options.verdicts ?? NO_VERDICTS).accepted),
  };
}
