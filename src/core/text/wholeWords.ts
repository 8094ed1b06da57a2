import type { Span } from './span';

/** Marks that nobody means at the edges of a passage; a full stop at its end belongs to a whole sentence. */
const STRAY_LEAD = /^[\s，、。；：！？,;:!?）)」』”’》〉]+/u;
const STRAY_TAIL = /[\s，、；：,;:（(「『“‘《〈]+$/u;
const QUOTES: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '（': '）',
  '(': ')',
};

/** The word around a caret, else the one that begins there, else ends there. Marks are no words. */
export function wordAt(text: string, words: readonly Span[], offset: number): Span | undefined {
  const touching = words.filter(
    ({ start, end }) => start <= offset && offset <= end && /[\p{L}\p{N}]/u.test(text.slice(start, end)),
  );
  return touching.find(({ end }) => offset < end) ?? touching[0];
}

/** Digits with what is written as one with them, also where they are no claim. */
const NUMBER = /\d[\d,，.]*(?:[%％‰]|[十百千万萬亿億兆]+)?|[〇零一二三四五六七八九十百千万亿]{2,}/gu;
/** What says behind a figure how exact it is; it belongs to it. */
const QUALIFIED = /^(?:左右|上下|以上|以下|以内|以內|之内|之多|有余|多|余)/u;

/**
 * The words by which selections are judged: `words`, but figures and numbers are one each, with what qualifies them
 * behind (3600万立方米左右).
 */
export function wordsAndFigures(text: string, words: readonly Span[], figures: readonly Span[]): Span[] {
  const isIn = (span: Span) => (other: Span) => other.start < span.end && span.start < other.end;
  const qualified = (span: Span): Span => {
    const behind = QUALIFIED.exec(text.slice(span.end, span.end + 2))?.[0] ?? '';
    const end = span.end + behind.length;
    return figures.some(isIn({ start: span.end, end })) ? span : { start: span.start, end };
  };
  const whole = figures.map(qualified);
  const numbers: Span[] = [];
  for (const { start, end } of reaches(words)) {
    for (const { 0: digits, index } of text.slice(start, end).matchAll(NUMBER)) {
      const number = { start: start + index, end: start + index + digits.replace(/[,，.]+$/u, '').length };
      if ([...whole, ...numbers].some(isIn(number))) continue;
      // with the words that it reaches into
      const own = words.filter(isIn(number));
      const from = Math.min(number.start, ...own.map((word) => word.start));
      numbers.push(qualified({ start: from, end: Math.max(number.end, ...own.map((word) => word.end)) }));
    }
  }
  const all = [...whole, ...numbers];
  return [...all, ...words.filter((word) => !all.some(isIn(word)))];
}

/** From the first to the last of words that follow one another closely. */
function reaches(words: readonly Span[]): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of [...words].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start <= last.end + 1) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/**
 * A selection made by hand, brought to what was meant: a part of one of `words` is all of it, also where it begins or
 * ends with it; else an end inside a word goes to that word's nearer edge, outwards where both are as near or nothing
 * would be left. Stray marks at the ends go, and a quotation mark that lacks its other one gets it.
 * `words` do not overlap. Never empty unless `selected` holds nothing but marks; then it is returned as it is.
 */
export function wholeWords(text: string, selected: Span, words: readonly Span[]): Span {
  const trimmed = withoutStrayMarks(text, selected);
  if (trimmed.start >= trimmed.end) return selected;
  const { start, end } = trimmed;
  const first = words.find((word) => word.start < start && start < word.end);
  const last = words.find((word) => word.start < end && end < word.end);
  const around = words.find((word) => word.start <= start && end <= word.end);
  if (around) return withQuotes(text, around);
  const from = !first ? start : 2 * (first.end - start) >= first.end - first.start ? first.start : first.end;
  const to = !last ? end : 2 * (end - last.start) >= last.end - last.start ? last.end : last.start;
  const meant = from < to ? { start: from, end: to } : { start: first?.start ?? start, end: last?.end ?? end };
  return withQuotes(text, withoutStrayMarks(text, meant));
}

function withoutStrayMarks(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  const words = text.slice(start, end);
  const lead = STRAY_LEAD.exec(words)?.[0] ?? '';
  from += lead.length;
  const tail = STRAY_TAIL.exec(words.slice(lead.length))?.[0] ?? '';
  to -= tail.length;
  return { start: from, end: to };
}

/** One mark at one side: the other is right behind, or right before, what is selected. */
function withQuotes(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  for (const [open, close] of Object.entries(QUOTES)) {
    const opened = words.split(open).length;
    const closed = words.split(close).length;
    if (opened === closed + 1 && text[end] === close) return { start, end: end + 1 };
    if (closed === opened + 1 && text[start - 1] === open) return { start: start - 1, end };
  }
  return { start, end };
}
