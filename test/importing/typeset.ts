/** A line where a page of the tests shows it, in points from the upper left corner. */
export interface SetLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface Typesetting {
  readonly columns?: number;
  /** Blank before the first line of a paragraph, in characters. */
  readonly indent?: number;
  /** Blank between paragraphs, in lines. */
  readonly gap?: number;
  readonly size?: number;
  readonly head?: (page: number) => string;
  readonly foot?: (page: number) => string;
  /** Whether the first paragraph is set across the page, in large letters. */
  readonly title?: boolean;
}

export const PAGE = { width: 595, height: 842 };
const MARGIN = 72;

const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! < 0x7f ? 0.5 : 1), 0);

/** The pieces that no line break may part: words and figures, a character with the marks behind it. */
const unitsOf = (text: string): string[] =>
  text.match(/[“‘（《「]*(?:[A-Za-z\d.,%+-]+|[\s\S])[，。、；：！？”’）》」％…]*/gu) ?? [];

/** The lines of a paragraph in a column of `width` characters. */
export function wrap(text: string, width: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  for (const unit of unitsOf(text)) {
    if (widthOf(line + unit) > room && line !== '') {
      lines.push(line);
      line = '';
      room = width;
    }
    line += unit;
  }
  return [...lines, line];
}

/** Paragraphs set on pages, column after column, as newspapers and printed records are. */
export function typeset(paragraphs: readonly string[], options: Typesetting = {}): SetLine[][] {
  const { columns = 1, indent = 0, gap = 0, size = 11, head, foot, title = false } = options;
  const pitch = size * 1.6;
  const gutter = size * 2;
  const breadth = (PAGE.width - 2 * MARGIN - gutter * (columns - 1)) / columns;
  const pages: SetLine[][] = [];
  let [column, y, top] = [columns, Infinity, MARGIN];
  const page = () => pages.at(-1)!;
  const next = () => {
    if (++column < columns) {
      y = top;
      return;
    }
    [column, top, y] = [0, MARGIN, MARGIN];
    pages.push([]);
    const number = pages.length;
    if (head) page().push({ text: head(number), x: MARGIN, y: 36, size: 9 });
    if (foot) page().push({ text: foot(number), x: PAGE.width / 2 - 20, y: PAGE.height - 30, size: 9 });
  };
  paragraphs.forEach((paragraph, index) => {
    if (title && index === 0) {
      next();
      page().push({ text: paragraph, x: PAGE.width / 2 - (widthOf(paragraph) * 18) / 2, y: y + 18, size: 18 });
      top = y + 44;
      y = top;
      return;
    }
    if (y !== top) y += gap * pitch;
    wrap(paragraph, Math.floor(breadth / size), indent).forEach((text, line) => {
      if (y + pitch > PAGE.height - MARGIN) next();
      const x = MARGIN + column * (breadth + gutter) + (line === 0 ? indent * size : 0);
      page().push({ text, x, y: y + size, size });
      y += pitch;
    });
  });
  return pages;
}
