import { listNumber } from '../core/importing/listNumber';

interface Level {
  readonly start: number;
  readonly format: string;
  /** With `%1` for the number of the first level and so on. */
  readonly text: string;
}

type Lists = ReadonlyMap<string, readonly (Level | undefined)[]>;

/**
 * The XML of a Word document with the numbers that Word counts for its lists and headings written into their paragraphs:
 * they stand nowhere else. `numbering` and `styles` are the parts of these names, empty where there are none.
 */
export function writeNumbers(document: string, numbering: string, styles: string): string {
  const lists = listsOf(numbering);
  if (lists.size === 0) return document;
  const styled = stylesOf(styles);
  const counters = new Map<string, number[]>();
  return document.replace(/<w:pPr>([\s\S]{0,20000}?)<\/w:pPr>/gu, (properties: string, inner: string) => {
    const own = numberingOf(inner);
    const byStyle = styled.get(attribute(inner, 'pStyle') ?? '');
    const list = own.list ?? byStyle?.list;
    const depth = own.depth ?? byStyle?.depth ?? 0;
    const levels = list === undefined || list === '0' ? undefined : lists.get(list);
    const level = levels?.[depth];
    if (!levels || !level) return properties;
    const counts = counters.get(list!) ?? [];
    counters.set(list!, counts);
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    const label = labelOf(levels, depth, counts);
    return label === '' ? properties : `${properties}<w:r><w:t xml:space="preserve">${label}</w:t></w:r>`;
  });
}

function labelOf(levels: readonly (Level | undefined)[], depth: number, counts: readonly number[]): string {
  const { format, text } = levels[depth]!;
  if (listNumber(1, format) === undefined) return '';
  const label = text.replace(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const level = levels[at];
    return level ? (listNumber(counts[at] ?? level.start, level.format) ?? '') : '';
  });
  // Chinese numbers have a mark of their own behind them
  return /[、．）)】：]$/u.test(label) ? label : `${label} `;
}

/** The levels of each list by its number. */
function listsOf(numbering: string): Lists {
  const kinds = new Map<string, (Level | undefined)[]>();
  for (const [, id = '', inner = ''] of numbering.matchAll(
    /<w:abstractNum\s[^>]*w:abstractNumId="(\d+)"[^>]*>([\s\S]{0,200000}?)<\/w:abstractNum>/gu,
  )) {
    const levels: (Level | undefined)[] = [];
    for (const [, depth = '', level = ''] of inner.matchAll(
      /<w:lvl\s[^>]*w:ilvl="([0-8])"[^>]*>([\s\S]{0,20000}?)<\/w:lvl>/gu,
    )) {
      levels[Number(depth)] = {
        start: Number(attribute(level, 'start') ?? 1),
        format: attribute(level, 'numFmt') ?? 'decimal',
        text: attribute(level, 'lvlText') ?? '',
      };
    }
    kinds.set(id, levels);
  }
  const lists = new Map<string, (Level | undefined)[]>();
  for (const [, id = '', inner = ''] of numbering.matchAll(
    /<w:num\s[^>]*w:numId="(\d+)"[^>]*>([\s\S]{0,200000}?)<\/w:num>/gu,
  )) {
    const levels = kinds.get(attribute(inner, 'abstractNumId') ?? '');
    if (levels) lists.set(id, levels);
  }
  return lists;
}

interface Numbering {
  readonly list?: string | undefined;
  readonly depth?: number | undefined;
}

/** What styles say of numbers. */
function stylesOf(styles: string): ReadonlyMap<string, Numbering> {
  const found = new Map<string, Numbering>();
  for (const [, id = '', inner = ''] of styles.matchAll(
    /<w:style\s[^>]*w:styleId="([^"]+)"[^>]*>([\s\S]{0,20000}?)<\/w:style>/gu,
  )) {
    const numbering = numberingOf(inner);
    if (numbering.list !== undefined) found.set(id, numbering);
  }
  return found;
}

function numberingOf(properties: string): Numbering {
  const inner = /<w:numPr>([\s\S]{0,2000}?)<\/w:numPr>/u.exec(properties)?.[1];
  if (inner === undefined) return {};
  const depth = attribute(inner, 'ilvl');
  return { list: attribute(inner, 'numId'), depth: depth === undefined ? undefined : Number(depth) };
}

/** The value of the element `w:NAME`, as it is written. */
const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name}\\s[^>]*?w:val="([^"]*)"`, 'u').exec(xml)?.[1];
