import { type AnalysisOptions, conclude, type DocumentReading, dateFound, readDocument } from './analyse';
import type { Analysis } from './analysis';
import { findSectionCandidates, readSection, type SectionCandidates, type SectionReading } from './readSection';
import { Section } from './text/section';
import { keepsStructure } from './transcript/keepsStructure';
import { moveStructure, type TextEdit } from './transcript/moveStructure';

/**
 * Analyses one document again and again while it is edited. An edit inside a speaker's running text re-reads only that
 * turn; any other edit re-reads the document. The result is always that of `analyse` on the whole text.
 */
export class Analyser {
  private last: (DocumentReading & { readonly options: AnalysisOptions }) | undefined;

  analyse(text: string, options: AnalysisOptions = {}): Analysis {
    const { last } = this;
    const isSame = last && sameOptions(last.options, options);
    if (isSame && last.text === text) return last.analysis;
    const reading = (isSame && rereadSection(last, text, options)) || readDocument(text, options);
    this.last = { ...reading, options };
    return reading.analysis;
  }
}

const sameOptions = (a: AnalysisOptions, b: AnalysisOptions): boolean =>
  a.date === b.date &&
  a.dateInName === b.dateInName &&
  a.lexicon === b.lexicon &&
  a.verdicts === b.verdicts &&
  a.notLabels === b.notLabels;

/** The new reading where one edit inside one turn is all that changed and nothing else can depend on it. */
function rereadSection(last: DocumentReading, text: string, options: AnalysisOptions): DocumentReading | undefined {
  const edit = findEdit(last.text, text);
  const index = last.candidates.findIndex(({ section }) => section.start <= edit.start && edit.start < section.end);
  if (index < 0 || !keepsStructure(last.text, text, last.structure, edit)) return undefined;

  const structure = moveStructure(last.structure, text, edit);
  const old = last.candidates[index]!;
  const first = last.structure.paragraphs.indexOf(old.section.paragraphs[0]!);
  const section = new Section(structure.paragraphs.slice(first, first + old.section.paragraphs.length));
  const fresh = findSectionCandidates(section);
  if (!sameSlogans(old, fresh, last)) return undefined;

  const candidates = replaceAt(last.candidates, index, fresh);
  const date = options.date ?? dateFound(structure, options);
  const readings = replaceAt(last.readings, index, readSection(fresh, last.finder, date));
  moveBehind(candidates, readings, structure.paragraphs, index, first + old.section.paragraphs.length);
  return { ...last, text, structure, candidates, readings, analysis: conclude(structure, readings, options) };
}

/** The smallest single replacement that turns `before` into `after`. */
function findEdit(before: string, after: string): TextEdit {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  for (let step = 4096; step >= 1; step >>= 4) {
    while (start + step <= limit && before.slice(start, start + step) === after.slice(start, start + step))
      start += step;
  }
  let tail = 0;
  for (let step = 4096; step >= 1; step >>= 4) {
    while (
      start + tail + step <= limit &&
      before.slice(before.length - tail - step, before.length - tail) ===
        after.slice(after.length - tail - step, after.length - tail)
    ) {
      tail += step;
    }
  }
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/** Whether the edited section still says the same about which slogans the document has. */
function sameSlogans(old: SectionCandidates, fresh: SectionCandidates, { recurrence }: DocumentReading): boolean {
  const names = ({ candidates }: SectionCandidates) =>
    candidates
      .map((list) => list.map(({ name, kind, likelihood }) => `${name}\t${kind}\t${likelihood}`).join('\n'))
      .join('\n');
  const mentions = ({ section }: SectionCandidates) =>
    recurrence.isEmpty
      ? ''
      : section.paragraphs
          .map(({ text }) =>
            recurrence
              .find(text, [])
              .map(({ name }) => name)
              .join('\n'),
          )
          .join('\n');
  return names(old) === names(fresh) && mentions(old) === mentions(fresh);
}

/** Sections behind the edit keep what was read in them and get their moved paragraphs. */
function moveBehind(
  candidates: SectionCandidates[],
  readings: SectionReading[],
  paragraphs: readonly Section['paragraphs'][number][],
  edited: number,
  from: number,
): void {
  let first = from;
  for (let index = edited + 1; index < candidates.length; index++) {
    const count = candidates[index]!.section.paragraphs.length;
    const section = candidates[index]!.section.withParagraphs(paragraphs.slice(first, first + count));
    candidates[index] = { ...candidates[index]!, section };
    readings[index] = { ...readings[index]!, section, placed: undefined };
    first += count;
  }
}

function replaceAt<T>(list: readonly T[], index: number, value: T): T[] {
  const copy = [...list];
  copy[index] = value;
  return copy;
}
