import { asWritten } from '../text/asWritten';
import { isBlank, type Line, splitLines } from '../text/lines';
import { joinParagraphs, type Paragraph } from '../text/paragraphs';
import { ReadingText, readingOf } from '../text/readingText';
import { partitionPoint } from '../text/search';
import type { Span } from '../text/span';
import { findArticleStarts } from './articles';
import { type EventDates, findEventDates } from './eventDate';
import { pairQuestions } from './questions';
import { type LabelCandidate, readLabelCandidate, STAMP_LINE } from './record/labels';
import { findLabelsSetApart, findPairedLabels } from './record/pairedLabels';
import { readRecord } from './record/readRecord';
import { cutLines } from './record/runTogether';
import { LEAST_SHARE, shareOf } from './report/pressEvent';
import { readReport } from './report/readReport';
import { isPageHead } from './siteLines';
import { readLabel } from './speakers';
import type { Article, Form, Question, Turn } from './transcript';

export interface Structure {
  readonly articles: Article[];
  readonly turns: Turn[];
  readonly questions: Question[];
  readonly paragraphs: Paragraph[];
  /** The day of the event. */
  readonly dates: EventDates;
  /** Some label says by its own words that it asks (记者, 问); otherwise who asks is told by what is said. */
  readonly hasAsker: boolean;
}

/**
 * Reads the structure of a text: its articles, who speaks in them, and the paragraphs as they were before page breaks.
 * `notLabels` are words at line starts that a person has said to be no speaker.
 */
export function readTranscript(written: string, notLabels: readonly string[] = []): Structure {
  const reading = ReadingText.of(written);
  const { text } = reading;
  const plainNotLabels = notLabels.map(readingOf);
  const lines = cutLines(text, splitLines(text));
  const noise = findNoise(text, lines);
  const isNoise = (index: number) => noise.has(index);
  const candidates = findCandidates(text, lines, isNoise).map((candidate) =>
    candidate && plainNotLabels.includes(candidate.text) ? undefined : candidate,
  );
  const starts = findArticleStarts(text, lines);
  const isStart = new Set(starts);
  const breaks = (index: number) => {
    const candidate = candidates[index];
    return (
      isStart.has(index) ||
      startsAnew(text, lines[index]!) ||
      (candidate !== undefined && readLabel(candidate).sense !== 'none')
    );
  };
  const paragraphs = joinParagraphs(reading, lines, breaks, isNoise);

  const articles: Article[] = [];
  const turns: Turn[] = [];
  const questions: Question[] = [];
  starts.forEach((from, position) => {
    const to = starts[position + 1] ?? lines.length;
    const ink = inkOf(lines, from, to);
    if (!ink) return;
    const span = reading.toSource(ink);
    const indexAt = (offset: number) => partitionPoint(paragraphs.length, (index) => paragraphs[index]!.start < offset);
    const own = paragraphs.slice(indexAt(span.start), indexAt(span.end));
    const { turns: read, latestFirst } = readRecord({ text, lines, candidates, isNoise }, from, to);
    const lead = written.slice(span.start, read[0] && reading.toSource(read[0]).start);
    const record = read.map((turn) => turnInSource(turn, reading, lead));
    const add = (form: Form, area: Span, found: { turns: readonly Turn[]; questions: readonly Question[] }) => {
      const first = turns.length;
      articles.push({ ...area, form });
      turns.push(...found.turns);
      for (const question of found.questions) {
        const answers = question.answers.map((answer) => answer + first);
        const turn = question.turn === undefined ? {} : { turn: question.turn + first };
        questions.push({ ...question, ...turn, answers });
      }
    };
    if (record.length === 0) {
      const report = readReport(own);
      if (report.turns.length > 0) add('report', span, report);
      return;
    }
    // a report may stand above a record in one file; one introduction alone is the record's own lead
    const recordStart = record[0]!.start;
    const above = readReport(own.filter((paragraph) => paragraph.start < recordStart));
    const hasReport = above.turns.length > 1 || above.turns[0]?.kind === 'statement';
    if (hasReport) add('report', { start: span.start, end: above.turns.at(-1)!.end }, above);
    const start = hasReport ? recordStart : span.start;
    add(
      'record',
      { start, end: span.end },
      { turns: record, questions: pairQuestions(text, record, own, latestFirst) },
    );
  });
  // a programme of many items in one of which somebody speaks
  const isProgramme = starts.length > 2 || text.length > PROGRAMME;
  const least = isProgramme ? 2 * LEAST_SHARE : LEAST_SHARE;
  if (articles.every(({ form }) => form === 'report') && shareOf(turns, text) < least) {
    return { articles: [], turns: [], questions: [], paragraphs, dates: findEventDates(text, []), hasAsker: false };
  }
  const hasAsker = turns.some(
    ({ label }) => label !== '' && readLabel({ text: readingOf(label), form: 'colon' }).sense === 'asker',
  );
  return { articles, turns, questions, paragraphs, dates: findEventDates(text, turns), hasAsker };
}

/** The turn at its place in the document; names in its characters: those of the label, or where it has none, of the lead or the first words. */
function turnInSource(turn: Turn, reading: ReadingText, lead: string): Turn {
  const labelSpan = reading.toSource(turn.labelSpan);
  const { start, end } = reading.toSource(turn);
  const bodyStart = turn.bodyStart >= turn.end ? end : reading.toSource({ start: turn.bodyStart, end: turn.end }).start;
  const where = { ...turn, start, end, labelSpan, bodyStart };
  if (reading.source === reading.text) return where;
  const label = reading.written(turn.labelSpan);
  const plain = readingOf(label);
  // who asks may stand in brackets behind the question
  const edges = reading.source.slice(bodyStart, Math.min(end, bodyStart + 30)) + reading.source.slice(end, end + 30);
  const nameAsWritten = (name: string) =>
    asWritten(name, [...name].every((character) => plain.includes(character)) ? label : lead + edges);
  return { ...where, label, speaker: nameAsWritten(turn.speaker), role: nameAsWritten(turn.role) };
}

/** A newspaper's report is hardly ever so long. */
const PROGRAMME = 6000;

function inkOf(lines: readonly Line[], from: number, to: number): { start: number; end: number } | undefined {
  let first = from;
  let last = to - 1;
  while (first < to && isBlank(lines[first]!)) first++;
  while (last > first && isBlank(lines[last]!)) last--;
  return first < to ? { start: lines[first]!.inkStart, end: lines[last]!.inkEnd } : undefined;
}

/** Label candidates by line. Code in Markdown (fenced, or indented behind a blank line) quotes samples and has none. */
function findCandidates(
  text: string,
  lines: readonly Line[],
  isNoise: (index: number) => boolean,
): (LabelCandidate | undefined)[] {
  const isMarkdown = /^(?:#{1,6} \S|```)/mu.test(text);
  let fenced = false;
  const candidates = lines.map((line, index) => {
    if (isMarkdown && text.startsWith('```', line.inkStart)) {
      fenced = !fenced;
      return undefined;
    }
    if (fenced || isBlank(line) || isNoise(index)) return undefined;
    if (isMarkdown && line.inkStart - line.start >= 4 && text.startsWith('    ', line.start)) return undefined;
    return LISTED.test(text.slice(Math.max(line.inkStart, line.inkEnd - 24), line.inkEnd))
      ? undefined
      : readLabelCandidate(text, line);
  });
  const asks = candidates.some((candidate) => candidate && readLabel(candidate).sense === 'asker');
  const isPaired = candidates.some((candidate) => candidate && /[问答]$/u.test(candidate.text));
  const paired = isPaired ? new Map<number, LabelCandidate>() : findPairedLabels(text, lines);
  const found = asks || paired.size > 0 ? paired : findLabelsSetApart(text, lines);
  return found.size > 0 ? candidates.map((candidate, index) => found.get(index) ?? candidate) : candidates;
}

/** 某报：粮价下降(23日 07:51): a headline of a list. */
const LISTED = /[（(](?:\d{1,2}月)?\d{1,2}日? *\d{1,2}:\d{2}[)）]$/u;

const NOISE_LIMIT = 48;

/** A line of a table that counts something: 面向全市招30人. */
const COUNTS = /\d(?:人|个|名|家|户|项|所|台|套|元|万|亿|%|吨|分|公里|平方)/u;

/** Page numbers, and short lines that come again on every page but for their digits. */
function findNoise(text: string, lines: readonly Line[]): Set<number> {
  const noise = new Set<number>();
  const seen = new Map<string, number[]>();
  lines.forEach((line, index) => {
    const length = line.inkEnd - line.inkStart;
    if (length === 0 || length > NOISE_LIMIT) return;
    const words = text.slice(line.inkStart, line.inkEnd);
    if (isPageHead(words)) noise.add(index);
    if (
      /[。？！：:，；”]$/u.test(words) ||
      /^[【[（(]|[：:]/u.test(words) ||
      STAMP_LINE.test(words) ||
      length < 4 ||
      !/\d/u.test(words) ||
      COUNTS.test(words)
    )
      return;
    const shape = words.replace(/\d+/gu, '0');
    const places = seen.get(shape);
    if (places) places.push(index);
    else seen.set(shape, [index]);
  });
  for (const places of seen.values()) if (places.length > 1) for (const index of places) noise.add(index);
  addRunningHeads(text, lines, noise);
  return noise;
}

/** A line without digits that comes again, each time beside a page number or address: the site's or paper's name. */
function addRunningHeads(text: string, lines: readonly Line[], noise: Set<number>): void {
  const written = lines.flatMap((line, index) => (isBlank(line) ? [] : [index]));
  const places = new Map<string, number[]>();
  written.forEach((index, position) => {
    const { inkStart, inkEnd } = lines[index]!;
    const besideNoise = noise.has(written[position + 1] ?? -1) || noise.has(written[position - 1] ?? -1);
    if (!besideNoise || noise.has(index) || inkEnd - inkStart > 30 || inkEnd - inkStart < 4) return;
    const words = text.slice(inkStart, inkEnd);
    if (/[。？！：:，；”]/u.test(words)) return;
    const known = places.get(words);
    if (known) known.push(index);
    else places.set(words, [index]);
  });
  for (const indices of places.values()) if (indices.length > 1) for (const index of indices) noise.add(index);
}

/** A line that begins with an enumerator or a mark of its own. */
const startsAnew = (text: string, line: Line): boolean =>
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.．、](?!\d)|第[一二三四五六七八九十百]{1,3}[条章节，]|[一二三四五六七八九十]是|据|资料显示|[#>*-]\s|\*\*|[●◆■▲★])/u.test(
    text.slice(line.inkStart, line.inkStart + 8),
  );
