import { digitValue, Kind, kindAt } from './characters';
import { Act, acts, foldAstral, folded } from './foldTable';
import { partitionPoint } from './search';
import type { Span } from './span';

/** No quotation between straight marks is longer. */
const QUOTE_REACH = 48;

/**
 * The text that all rules read: one script (simplified), one width, radicals and compatibility ideographs as the characters
 * they stand for, nothing invisible, every line end a LF, no blanks that mean nothing in Chinese; and the way back to the
 * document. No fold creates or joins digits; a tab and several blanks stay, as the border of a cell. Total on any text.
 */
export class ReadingText {
  constructor(
    readonly text: string,
    /** The document's own words. */
    readonly source: string,
    /** From `at[i]` on, a place in `text` stands `by[i]` further on in `source`. Empty where the lengths agree. */
    private readonly at: readonly number[],
    private readonly by: readonly number[],
  ) {}

  static of(source: string): ReadingText {
    const first = firstChange(source);
    return first === source.length ? new ReadingText(source, source, [], []) : fold(source, first);
  }

  /** The span of the document for `[start, end)` of `text`; it begins and ends with whole characters that are in `text`. */
  toSource({ start, end }: Span): Span {
    if (this.at.length === 0 && this.text.length === this.source.length) return { start, end };
    const from = this.offset(start);
    if (end <= start) return { start: from, end: from };
    const last = this.offset(end - 1);
    return { start: from, end: last + (this.isShortened(last, end - 1) ? 2 : 1) };
  }

  /** `[start, end)` of `text` in the document's own words. */
  written(span: Span): string {
    const { start, end } = this.toSource(span);
    return this.source.slice(start, end);
  }

  private offset(at: number): number {
    const index = partitionPoint(this.at.length, (position) => this.at[position]! <= at) - 1;
    return index < 0 ? at : at + this.by[index]!;
  }

  /** Whether the one code unit at `at` stands for two of the document. */
  private isShortened(sourceAt: number, at: number): boolean {
    return isHighSurrogate(this.source.charCodeAt(sourceAt)) && !isHighSurrogate(this.text.charCodeAt(at));
  }
}

/** `words` as rules read them. */
export const readingOf = (words: string): string => ReadingText.of(words).text;

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** Where the first code unit stands that may become another; most paragraphs have none. */
function firstChange(source: string): number {
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (folded[code] === 0 && acts[code] === Act.none) continue;
    const isIdle = acts[code] === Act.wideSeparator && !isDigit(source.charCodeAt(at - 1));
    if (!isIdle) return at;
  }
  return source.length;
}

function fold(source: string, first: number): ReadingText {
  const out = new Uint16Array(source.length);
  const at: number[] = [];
  const by: number[] = [];
  let length = 0;
  let shift = 0;
  let closing = -1;
  for (; length < first; length++) out[length] = source.charCodeAt(length);
  const moved = (from: number) => {
    if (from - length === shift) return;
    shift = from - length;
    at.push(length);
    by.push(shift);
  };
  for (let from = first; from < source.length; ) {
    const code = source.charCodeAt(from);
    const kind = acts[code]!;
    if (kind === Act.none) {
      if (from - length !== shift) moved(from);
      out[length++] = folded[code] || code;
      from++;
      continue;
    }
    let becomes: number = folded[code] || code;
    let width = 1;
    switch (kind) {
      case Act.drop:
        from++;
        continue;
      case Act.blank: {
        let end = from + 1;
        while (acts[source.charCodeAt(end)] === Act.drop) end++;
        if (acts[source.charCodeAt(end)] !== Act.blank && isIdleBlank(out, length, source, end)) {
          from = end;
          continue;
        }
        // several blanks stay together
        for (; from < source.length && acts[source.charCodeAt(from)] === Act.blank; from++) {
          moved(from);
          out[length++] = folded[source.charCodeAt(from)] || source.charCodeAt(from);
        }
        continue;
      }
      case Act.mark:
        becomes = markAt(out, length, source, from);
        break;
      case Act.straightQuote:
        if (from === closing) becomes = 0x201d;
        else {
          closing = closingQuote(source, from);
          becomes = closing < 0 ? 0x22 : 0x201c;
        }
        break;
      case Act.wideSeparator:
        if (isInsideNumber(out, length, source, from, code === 0xff0c)) becomes = code === 0xff0c ? 0x2c : 0x2e;
        break;
      case Act.circle:
        if (length > 0 && ZERO_NEIGHBOURS.includes(String.fromCharCode(out[length - 1]!))) becomes = 0x3007;
        break;
      case Act.markup: {
        const hidden = hiddenMarkup(source, from);
        if (hidden === 0) break;
        from += hidden;
        continue;
      }
      case Act.surrogate: {
        const character = source.slice(from, from + 2);
        const other = foldAstral(character);
        if (other === '') {
          from += 2;
          continue;
        }
        width = character.length;
        if (other === undefined || other.length > 1) {
          moved(from);
          for (const unit of [0, 1].slice(0, width)) out[length++] = (other ?? character).charCodeAt(unit);
          from += width;
          continue;
        }
        becomes = other.charCodeAt(0);
      }
    }
    moved(from);
    out[length++] = becomes;
    from += width;
  }
  return new ReadingText(decodeUnits(out, length), source, at, by);
}

const CHUNK = 8192;

function decodeUnits(units: Uint16Array, length: number): string {
  let text = '';
  for (let from = 0; from < length; from += CHUNK)
    // spread would go through the units one by one
    text += String.fromCharCode.apply(
      null,
      units.subarray(from, Math.min(length, from + CHUNK)) as unknown as number[],
    );
  return text;
}

const ZERO_NEIGHBOURS = '一二三四五六七八九〇';
const WIDE: Readonly<Record<string, number>> = {
  ',': 0xff0c,
  '.': 0x3002,
  ':': 0xff1a,
  ';': 0xff1b,
  '?': 0xff1f,
  '!': 0xff01,
};

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isDigit = (code: number): boolean => digitValue(code) >= 0;
/** The first visible code unit at or behind `at`; 0 behind the end. */
const visible = (source: string, at: number): number => {
  let next = at;
  while (acts[source.charCodeAt(next)] === Act.drop) next++;
  return next < source.length ? folded[source.charCodeAt(next)] || source.charCodeAt(next) : 0;
};

/** Punctuation of Chinese text beside Han characters; a point also ends `1.`, `3.5` and `一.`. */
function markAt(out: Uint16Array, length: number, source: string, from: number): number {
  const code = source.charCodeAt(from);
  const before = length > 0 ? out[length - 1]! : 0x0a;
  const after = visible(source, from + 1);
  // the signs of ratio and letter colon
  if (code === 0x2236 || code === 0xa789) return isDigit(before) && isDigit(after) ? 0x3a : 0xff1a;
  const wide = WIDE[String.fromCharCode(code)]!;
  if (code !== 0x2e) return isHan(before) || isHan(after) ? wide : code;
  if (/[\w.]/u.test(String.fromCharCode(after))) return code;
  if (!isHan(before) && !'%）”"'.includes(String.fromCharCode(before))) return code;
  const isNumeral = kindAt(String.fromCharCode(before), 0) === Kind.hanNumeral;
  return isNumeral && !isHan(length > 1 ? out[length - 2]! : 0) ? code : wide;
}

/** Where the straight quotation mark that closes the one at `from` stands on its line, or -1. */
function closingQuote(source: string, from: number): number {
  const reach = Math.min(source.length, from + 1 + QUOTE_REACH);
  for (let at = from + 1; at < reach; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x0a) return -1;
    if (acts[code] === Act.straightQuote) return at > from + 1 ? at : -1;
  }
  return -1;
}

/** `１２．５`; and `１，１９３`, where groups of three digits follow at most three. */
function isInsideNumber(out: Uint16Array, length: number, source: string, from: number, isComma: boolean): boolean {
  if (length === 0 || !isDigit(out[length - 1]!) || !isDigit(visible(source, from + 1))) return false;
  if (!isComma) return true;
  let before = 0;
  while (before < 4 && before < length && isDigit(out[length - 1 - before]!)) before++;
  let behind = 0;
  while (behind < 4 && isDigit(source.charCodeAt(from + 1 + behind))) behind++;
  return before <= 3 && behind === 3;
}

const LINK_START = /\[(?=[^[\]\n]{1,200}\]\(https?:)/uy;
const LINK_END = /\]\(https?:[^\s()]{1,2000}\)/uy;

/** A tag of HTML in a page's source: `<p style="margin: 0cm">`. */
const TAG =
  /<(?:\/[a-z][a-z\d]{0,20}|[a-z][a-z\d]{0,20}(?:\s+[a-z][\w:-]{0,40}=(?:"[^"<>]{0,2000}"|'[^'<>]{0,2000}'|[\w#%.-]{1,200})){0,20})\s*\/?>/iuy;

/** How much at `from` nobody sees who reads the words: of `[words](address)` the bracket before them, or all behind them; a tag. */
function hiddenMarkup(source: string, from: number): number {
  const pattern = source[from] === '<' ? TAG : source[from] === '[' ? LINK_START : LINK_END;
  pattern.lastIndex = from;
  return pattern.exec(source)?.[0].length ?? 0;
}

const DASHES = '-–—～至';
const MAGNITUDES = '万亿兆';
/** Words that end in these loosen a number behind them. */
const LOOSENS = '过约近达逾到足于少';
const NUMERALS = '一二三四五六七八九十百千万两几数';

/**
 * Whether the single blank before `next` of the source, behind `length` units of `out`, means nothing: around digits, units and
 * signs. Never between two digits; not before a clock time or a date of digits, which stands apart from a name.
 */
function isIdleBlank(out: Uint16Array, length: number, source: string, next: number): boolean {
  if (length === 0) return false;
  const before = out[length - 1]!;
  const after = visible(source, next);
  const left = String.fromCharCode(before);
  const right = String.fromCharCode(after);
  const second = length > 1 ? out[length - 2]! : 0;
  if (isDigit(before)) {
    if (isHan(after)) return !isLineNumber(out, length);
    if ('%‰℃°'.includes(right)) return true;
    return (DASHES.includes(right) || ':/'.includes(right)) && isDigit(behindMark(source, next));
  }
  if (isDigit(after)) {
    if (isHan(before)) return !/^(?:\d{1,2}[:：]\d{2}|\d{4}[-/.]\d)/u.test(source.slice(next, next + 8));
    if ('¥$€£'.includes(left)) return true;
    if ((DASHES.includes(left) || ':/'.includes(left)) && isDigit(second)) return true;
    return (left === '-' || left === '+') && isHan(second);
  }
  if (isHan(before) && '¥$€£+-'.includes(right) && isDigit(behindMark(source, next))) return true;
  if (!isHan(after)) return false;
  if ('%‰℃'.includes(left)) return true;
  if (MAGNITUDES.includes(left) && (isDigit(second) || NUMERALS.includes(String.fromCharCode(second)))) return true;
  return LOOSENS.includes(left) && NUMERALS.includes(right) && NUMERALS.includes(source[next + 1] ?? '-');
}

/** The visible code unit behind the mark at `at`, over one blank. */
const behindMark = (source: string, at: number): number => {
  const next = visible(source, at + 1);
  return acts[next] === Act.blank ? visible(source, at + 2) : next;
};

/** `1 总则`: a short number at the beginning of a line counts the line. */
function isLineNumber(out: Uint16Array, length: number): boolean {
  let start = length;
  while (start > 0 && isDigit(out[start - 1]!)) start--;
  if (length - start > 2) return false;
  while (start > 0 && acts[out[start - 1]!] === Act.blank) start--;
  return start === 0 || out[start - 1] === 0x0a || out[start - 1] === 0x09;
}
