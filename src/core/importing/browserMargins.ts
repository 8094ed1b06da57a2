import type { Page } from './pageItem';
import { pageNumberOf } from './pageNumber';
import type { Segment } from './pageSegments';

/** The part of a page's longer side, at its upper and lower edge, in which browsers print where a page is from. */
const EDGE = 0.06;

/** When it was printed: day and time of day, in the orders and languages of browsers. */
const STAMP =
  /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?[,，]?\s*(?:[上下]午\s*)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*[AP]M)?(?=$|\s|\p{Script=Han}|[“《【「（])/iu;
const ADDRESS = /^(?:https?|file|ftp|view-source:https?):\/{1,3}\S+(?:\s+\d+\/\d+)?$/iu;

/** How much two sizes of letters differ that are not the same. */
const OTHER_SIZE = 1.08;

/**
 * What a browser prints above and below each page, on the first as on a single one: the day and time of printing, the
 * title, the address and the number of the page. Known by a row at the very edge that has a time of printing or an
 * address, and by its letters: they are not those of the text, or stand beside others that say as much.
 */
export function browserMargins(
  page: Pick<Page, 'width' | 'height'>,
  segments: readonly Segment[],
  body: number,
): Segment[] {
  const edge = EDGE * Math.max(page.width, page.height);
  const outer = segments.filter(({ y }) => y < edge || y > page.height - edge);
  const said = rowsOf(outer).filter((row) => row.some(saysPrinting));
  const isSure = said.some((row) => {
    const stated = row.filter(saysPrinting);
    const isOther = stated.some(({ size }) => Math.max(size, body) > OTHER_SIZE * Math.min(size, body));
    return isOther || stated.length > 1 || row.some(({ text }) => pageNumberOf(text) !== undefined);
  });
  return isSure ? said.flat() : [];
}

const saysPrinting = ({ text }: Segment): boolean => STAMP.test(text) || ADDRESS.test(text);

/** The address among what a browser printed, where it is printed whole. */
export const printedAddress = (margins: readonly Segment[]): string | undefined =>
  margins
    .map(({ text }) => text.replace(/\s+\d+\/\d+$/u, ''))
    .find((text) => /^https?:/iu.test(text) && ADDRESS.test(text) && !/(?:…|\.\.\.)$/u.test(text));

/** Segments by the line on which they stand: a browser sets a time and a title a point or two apart. */
function rowsOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && segment.y - row[0]!.y < 0.6 * Math.min(segment.size, row[0]!.size)) row.push(segment);
    else rows.push([segment]);
  }
  return rows;
}
