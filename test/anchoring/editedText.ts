import type { Span } from '../../src/core/text/span';

/** Numbers in `[0, 1)`, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Character {
  readonly is: string;
  /** Where it stood in the original text; undefined where an edit put it in. */
  readonly from?: number;
  /** Where it stands in the original, of which it is a copy. */
  readonly copyOf?: number;
  /** It stands where another character stood. */
  readonly isMisread?: boolean;
}

/** What became of a passage of the original text. */
export interface Truth {
  /** From the first to the last of its characters that are left, misread ones included. */
  readonly span: Span | undefined;
  /** Which share of its characters still stand there as they were. */
  readonly kept: number;
}

/** `count` passages of `shortest` to `longest` characters, each within one line and without spaces at its edges. */
export function choosePassages(text: string, count: number, seed: number, shortest = 5, longest = 80): Span[] {
  const next = random(seed);
  const passages: Span[] = [];
  for (let tries = 0; passages.length < count && tries < count * 1000; tries++) {
    const start = Math.floor(next() * text.length);
    const end = start + shortest + Math.floor(next() * (longest - shortest + 1));
    if (end <= text.length && !/\n|^\s|\s$/u.test(text.slice(start, end))) passages.push({ start, end });
  }
  return passages;
}

/** `count` passages of 4 to 40 characters that go over a line end. */
export function choosePassagesAcross(text: string, count: number, seed: number): Span[] {
  const next = random(seed);
  const ends = [...text.matchAll(/[^\s]\n+\s*(?=[^\s])/gu)].map(
    ({ index, 0: { length } }) => [index, length - 1] as const,
  );
  if (ends.length === 0) return [];
  return Array.from({ length: count }, () => {
    const [at, blank] = ends[Math.floor(next() * ends.length)]!;
    const start = Math.max(0, at - 1 - Math.floor(next() * 20));
    return { start, end: Math.min(text.length, at + 1 + blank + 1 + Math.floor(next() * 20)) };
  }).filter(({ start, end }) => !/^\s|\s$/u.test(text.slice(start, end)));
}

/** Characters that misreading and insertion put in, none of them a numeral. */
const WORDS =
  '的是在有和国家经济社会推进加强提高质量安全能源改革创新服务群众企业项目建设水平保障工作重点任务落实措施到位';
const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '：': ':',
  '；': ';',
  '？': '?',
  '！': '!',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
};

/** A text that remembers through edits where each of its characters stood before: the ground truth of anchoring. */
export class EditedText {
  private characters: Character[];
  private readonly random: () => number;
  private lineEnd = '\n';

  constructor(
    readonly original: string,
    seed: number,
  ) {
    this.characters = Array.from({ length: original.length }, (_, from) => ({ is: original[from]!, from }));
    this.random = random(seed);
  }

  toString(): string {
    const text = this.characters.map(({ is }) => is).join('');
    return this.lineEnd === '\n' ? text : text.replaceAll('\n', this.lineEnd);
  }

  /** The place of a passage of the original, as an offset in the edited text with LF line ends. Blanks are no words. */
  truthOf({ start, end }: Span): Truth {
    let first = -1;
    let last = -1;
    let kept = 0;
    const isWord = (from: number) => /\S/u.test(this.original[from]!);
    this.characters.forEach(({ from = -1, isMisread }, at) => {
      if (from < start || from >= end || !isWord(from)) return;
      if (first < 0) first = at;
      last = at;
      if (!isMisread) kept++;
    });
    const words = this.original.slice(start, end).replace(/\s/gu, '').length;
    return { span: first < 0 ? undefined : { start: first, end: last + 1 }, kept: kept / words };
  }

  /** Whether what stands at `place` of the edited text is a copy of a passage, or of part of it. */
  isCopy({ start, end }: Span, place: Span): boolean {
    return this.characters
      .slice(place.start, place.end)
      .every(({ is, copyOf = -1 }) => /\s/u.test(is) || (copyOf >= start && copyOf < end));
  }

  /** Inserts, deletes or replaces 1 to 60 characters at one place per 1,500 characters. */
  scatterEdits(): this {
    const places = Math.max(1, Math.round(this.characters.length / 1500));
    for (let n = 0; n < places; n++) {
      const at = this.below(this.characters.length);
      const kind = this.below(3);
      const removed = kind === 0 ? 0 : 1 + this.below(60);
      this.characters.splice(at, removed, ...(kind === 1 ? [] : this.words(1 + this.below(60))));
    }
    return this;
  }

  /** Replaces characters by others, one in a hundred. */
  misread(): this {
    return this.replaceEach((character) =>
      this.random() < 0.01 && /\p{Script=Han}/u.test(character) ? this.words(1)[0]!.is : character,
    );
  }

  changeEveryNinthDigit(): this {
    let digits = 0;
    return this.replaceEach((character) =>
      /\d/.test(character) && ++digits % 9 === 0 ? String((Number(character) + 1 + this.below(8)) % 10) : character,
    );
  }

  halfWidthPunctuation(): this {
    this.characters = this.characters.map((character) => ({
      ...character,
      is: HALF_WIDTH[character.is] ?? character.is,
    }));
    return this;
  }

  moveParagraphs(count: number): this {
    return this.editParagraphs((paragraphs) => {
      for (let n = 0; n < count && paragraphs.length > 1; n++) {
        const [moved] = paragraphs.splice(this.below(paragraphs.length), 1);
        paragraphs.splice(this.below(paragraphs.length + 1), 0, moved!);
      }
    });
  }

  cutParagraphs(share: number): this {
    return this.editParagraphs((paragraphs) => {
      for (let n = Math.round(paragraphs.length * share); n > 0; n--)
        paragraphs.splice(this.below(paragraphs.length), 1);
    });
  }

  repeatParagraphs(count: number): this {
    return this.editParagraphs((paragraphs) => {
      for (let n = 0; n < count; n++) {
        const copy = paragraphs[this.below(paragraphs.length)]!.map(({ is, from, copyOf = from }) =>
          copyOf === undefined ? { is } : { is, copyOf },
        );
        paragraphs.splice(this.below(paragraphs.length + 1), 0, copy);
      }
    });
  }

  /** Lines of about `width` characters, broken where no number and no Latin word is cut. */
  rewrap(width: number): this {
    const wrapped: Character[] = [];
    let column = 0;
    this.characters.forEach((character, at) => {
      const next = this.characters[at + 1]?.is ?? '\n';
      wrapped.push(character);
      column = character.is === '\n' ? 0 : column + 1;
      const isOpen = /[\w.％%]|[〇零一二三四五六七八九十百千万亿两]/u;
      if (column < width || next === '\n' || (isOpen.test(character.is) && isOpen.test(next))) return;
      if (/[\ud800-\udbff]/u.test(character.is)) return;
      wrapped.push({ is: '\n' });
      column = 0;
    });
    this.characters = wrapped;
    return this;
  }

  /** Letters and digits of full width, punctuation of half width. */
  changeWidths(): this {
    this.characters = this.characters.map((character) => {
      const wide = /[0-9A-Za-z%]/.test(character.is)
        ? String.fromCharCode(character.is.charCodeAt(0) + 0xfee0)
        : undefined;
      return { ...character, is: wide ?? HALF_WIDTH[character.is] ?? character.is };
    });
    return this;
  }

  /** Other characters for the same words; `words` is as long as the text. */
  rewrite(words: string): this {
    this.characters = this.characters.map((character, at) => ({ ...character, is: words[at]! }));
    return this;
  }

  /** Puts words in front of `at`. */
  insert(at: number, words: string): this {
    this.characters.splice(at, 0, ...Array.from({ length: words.length }, (_, each) => ({ is: words[each]! })));
    return this;
  }

  replace(start: number, end: number, words: string): this {
    this.characters.splice(start, end - start);
    return this.insert(start, words);
  }

  carriageReturns(): this {
    this.lineEnd = '\r\n';
    return this;
  }

  /** Every edit, in an order in which no copy outlives a passage that was cut. */
  everything(): this {
    this.scatterEdits().misread().moveParagraphs(4).cutParagraphs(0.3).repeatParagraphs(6);
    return this.halfWidthPunctuation().changeEveryNinthDigit().carriageReturns();
  }

  private replaceEach(replace: (character: string) => string): this {
    this.characters = this.characters.map((character) => {
      const is = replace(character.is);
      return is === character.is ? character : { ...character, is, isMisread: true };
    });
    return this;
  }

  /** Paragraphs are lines that are not blank, with the line ends behind them. */
  private editParagraphs(edit: (paragraphs: Character[][]) => void): this {
    const paragraphs: Character[][] = [];
    let begins = true;
    for (const character of this.characters) {
      if (begins && character.is !== '\n') paragraphs.push([]);
      if (paragraphs.length === 0) paragraphs.push([]);
      paragraphs.at(-1)!.push(character);
      begins = character.is === '\n';
    }
    if (paragraphs.at(-1)?.at(-1)?.is !== '\n') paragraphs.at(-1)?.push({ is: '\n' });
    edit(paragraphs);
    this.characters = paragraphs.flat();
    return this;
  }

  private words(count: number): Character[] {
    return Array.from({ length: count }, () => ({ is: WORDS[this.below(WORDS.length)]! }));
  }

  private below(limit: number): number {
    return Math.floor(this.random() * limit);
  }
}
