import { digitValue, isLatin } from '../../text/characters';
import { Act, acts, foldAstral, folded as readAs } from '../../text/foldTable';
import { partitionPoint } from '../../text/search';
import type { Span } from '../../text/span';
import { isHanNumeral } from './numerals';

/** What a code unit becomes, and what else about it matters for folding. */
const Class = { plain: 0, ignorable: 1, stop: 2, comma: 3, ellipsis: 4, dash: 5, hyphen: 6 } as const;

const folded = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
const classes = new Uint8Array(0x10000);
const fold = (characters: string, to: string, kind: number = Class.plain) => {
  for (const character of characters) {
    folded[character.charCodeAt(0)] = to.charCodeAt(0);
    classes[character.charCodeAt(0)] = kind;
  }
};
for (let code = 0xff01; code <= 0xff5e; code++) folded[code] = code - 0xfee0; // full-width ASCII, digits included
fold('“”„‟〝〞〟"＂「」『』｢｣‘’‚‛＇\'﹁﹂﹃﹄', '"');
fold('〈', '《');
fold('〉', '》');
fold('·•・‧∙⋅･', '·');
fold('～〜∼', '~');
fold('﹪', '%');
fold('﹔', ';');
fold('﹕︰', ':');
fold('﹖', '?');
fold('﹗', '!');
fold('﹙', '(');
fold('﹚', ')');
fold('〔', '[');
fold('〕', ']');
fold('。．｡﹒.', '.', Class.stop);
fold('，､、﹐﹑,', ',', Class.comma);
fold('…⋯', '…', Class.ellipsis);
fold('—―─━–', '—', Class.dash);
fold('-－‐‑−﹣', '-', Class.hyphen);
fold(' \t\n\r\v\f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000', ' ', Class.ignorable);
fold('\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufeff\ufe0e\ufe0f', ' ', Class.ignorable);
for (let code = 0x2000; code <= 0x200a; code++) fold(String.fromCharCode(code), ' ', Class.ignorable);
// script, radicals and the rest as reading takes them
for (let code = 0; code < folded.length; code++) {
  if (folded[code] !== code || classes[code] !== Class.plain) continue;
  if (acts[code] === Act.drop) classes[code] = Class.ignorable;
  const same = readAs[code]!;
  if (same === 0) continue;
  folded[code] = folded[same]!;
  classes[code] = classes[same]!;
}

const ELLIPSIS = 0x2026;
const HYPHEN = 0x2d;

const isDigit = (code: number): boolean => digitValue(code) >= 0;

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/**
 * A text as matching sees it: without line breaks and spaces, one script, one width, one form of each mark of punctuation.
 * What may carry meaning stays: upper and lower case, and whatever stands between two digits. All folding of anchoring is
 * in this file; the characters that are one are those of reading (`text/foldTable.ts`).
 */
export class FoldedText {
  private constructor(
    readonly text: string,
    readonly codes: Uint16Array,
    /** Where each code stands in the text, and behind the last one the text's length. */
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
  ) {}

  static of(text: string): FoldedText {
    const codes = new Uint16Array(text.length);
    const starts = new Int32Array(text.length + 1);
    const ends = new Int32Array(text.length);
    let length = 0;
    const emit = (code: number, start: number, end: number) => {
      codes[length] = code;
      starts[length] = start;
      ends[length++] = end;
    };
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at);
      const kind = classes[code]!;
      if (isHighSurrogate(code)) {
        const character = text.slice(at, at + 2);
        const same = foldAstral(character);
        if (same?.length === 1) emit(folded[same.charCodeAt(0)]!, at, at + 2);
        else if (same !== '')
          for (let unit = 0; unit < character.length; unit++)
            emit((same ?? character).charCodeAt(unit), at + unit, at + unit + 1);
        at += character.length;
        continue;
      }
      if (kind === Class.plain) {
        emit(folded[code]!, at, at + 1);
        at++;
        continue;
      }
      let end = at + 1;
      while (end < text.length && sameRun(kind, classes[text.charCodeAt(end)]!)) end++;
      if (endsInMinus(text, at, end)) end--;
      const before = length > 0 ? codes[length - 1]! : 0;
      const after = end < text.length ? folded[text.charCodeAt(end)]! : 0;
      const betweenDigits = isDigit(before) && isDigit(after);
      const one = betweenDigits ? undefined : runAsOne(kind, folded[code]!, end - at, before, after);
      if (one === undefined) {
        for (let each = at; each < end; each++) emit(keptCode(text.charCodeAt(each), betweenDigits), each, each + 1);
      } else if (one > 0) emit(one, at, end);
      at = end;
    }
    starts[length] = text.length;
    return new FoldedText(text, codes.subarray(0, length), starts.subarray(0, length + 1), ends.subarray(0, length));
  }

  get length(): number {
    return this.codes.length;
  }

  /** The span of the text for a span of codes that is not empty. */
  toSource({ start, end }: Span): Span {
    return { start: this.starts[start]!, end: this.ends[end - 1]! };
  }

  /** Where the code at `index` stands in the text; the text's length behind the last one. */
  offsetOf(index: number): number {
    return this.starts[index]!;
  }

  /** Where the code at `index` ends in the text; the text's beginning before the first one. */
  endOf(index: number): number {
    return this.ends[index] ?? 0;
  }

  /** Whether a line begins at the code at `index`. */
  beginsLine(index: number): boolean {
    return index <= 0 || this.text.slice(this.ends[index - 1], this.starts[index]).includes('\n');
  }

  /** How many codes stand before the one at `index` in its line. */
  lineBefore(index: number): number {
    return index - this.indexOf(this.text.lastIndexOf('\n', (this.starts[index] ?? 0) - 1) + 1);
  }

  /** How many codes stand from the one at `index` on in the line of that before it. */
  lineAfter(index: number): number {
    const close = this.text.indexOf('\n', this.endOf(index - 1));
    return (close < 0 ? this.length : this.indexOf(close)) - index;
  }

  /** The first code that stands at `offset` of the text or behind it. */
  indexOf(offset: number): number {
    return partitionPoint(this.length, (index) => this.starts[index]! < offset);
  }
}

const sameRun = (kind: number, next: number): boolean =>
  kind === Class.dash || kind === Class.hyphen ? next === Class.dash || next === Class.hyphen : next === kind;

/** Whether the last of several dashes is a minus: a hyphen behind dashes, right before a digit. */
const endsInMinus = (text: string, start: number, end: number): boolean =>
  end - start > 1 &&
  classes[text.charCodeAt(end - 1)] === Class.hyphen &&
  classes[text.charCodeAt(end - 2)] === Class.dash &&
  end < text.length &&
  isDigit(folded[text.charCodeAt(end)]!);

/** The code for a whole run, 0 for none, or undefined where each character of it counts. */
function runAsOne(kind: number, code: number, length: number, before: number, after: number): number | undefined {
  switch (kind) {
    case Class.ignorable:
      if (isHanNumeral(before) && isHanNumeral(after)) return undefined;
      return isLatin(before) && isLatin(after) ? code : 0;
    case Class.stop:
      return length >= 3 ? ELLIPSIS : undefined;
    case Class.comma:
      return undefined;
    case Class.ellipsis:
      return ELLIPSIS;
    default:
      // before a digit a hyphen may be a minus, a dash is none
      return isDigit(after) ? code : HYPHEN;
  }
}

/** Between digits `3。5` is not `3.5` and `3、5` not `3,5`; widths are still one, and so are dashes, which make a range. */
function keptCode(code: number, betweenDigits: boolean): number {
  if (betweenDigits && (code === 0x3002 || code === 0x3001)) return code;
  return classes[code] === Class.dash ? HYPHEN : folded[code]!;
}

/** Codes as a string. */
export function wordsOf(codes: Uint16Array): string {
  let words = '';
  for (let at = 0; at < codes.length; at += 8192) words += String.fromCharCode(...codes.subarray(at, at + 8192));
  return words;
}
