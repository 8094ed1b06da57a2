import { bareLetters } from './bareLetters';
import type { Block } from './block';
import type { DropReason, ImportedLine } from './importedLine';
import { SITE_LINE_RULES } from './siteLineRules';

const SENTENCE = /[。！？；]["'”’」』）)]*$/u;
const LATIN_SENTENCE = /[\p{L}\d%)][.!?]["'”’)]*$/u;
/** A note in brackets, as on the author, may end a text. */
const NOTE = /^[（(][^（）()]{4,60}[）)]$/u;
const LABEL = /^[^\s，。！？；：:]{1,24}[：:]/u;
/** So many blocks that are no prose may stand between an article and more of it. */
const REACH = 3;

/** What of a web page is its article, in the page's order, with everything around it and why it is left out. */
export function cleanBlocks(blocks: readonly Block[], title = ''): ImportedLine[] {
  const { from, to } = articleOf(blocks);
  const heading = headingOf(blocks, from, title);
  const isText = (block: Block) => isProse(block) && SENTENCE.test(block.text);
  const sentences = blocks.flatMap((block, index) => (index >= from && index < to && isText(block) ? [index] : []));
  const [first = Infinity, last = -1] = [sentences[0], sentences.at(-1)];
  // what stands above links names them, also in a box between paragraphs
  const leads = (index: number) => (blocks[index + 1]?.links ?? 0) > 0.5;
  return blocks.map((block, index) => {
    const inside = index >= from && index < to;
    const dropped =
      index === heading ? undefined : reasonFor(block, inside, index <= first || index >= last || leads(index));
    return { text: block.text, ...(dropped === undefined ? {} : { dropped }) };
  });
}

function reasonFor(block: Block, inside: boolean, isAtEnd: boolean): DropReason | undefined {
  const { region, links, isArticle } = block;
  if (region === 'hidden') return 'hidden';
  const said = siteLine(block.text);
  // prose in the middle of an article stays, whatever words it begins with
  if (said !== undefined && (!inside || isAtEnd || links > 0.5)) return said;
  if (inside && isArticle && !(links > 0.8 && isAtEnd)) return undefined;
  if (region !== undefined) return 'navigation';
  if (links > 0.5) return 'links';
  return inside ? undefined : 'outside';
}

/** What the words of a line say that it is, if it is none of an article. */
export function siteLine(text: string): DropReason | undefined {
  const words = text.trim();
  if (words.length > 120) return undefined;
  return SITE_LINE_RULES.find(({ pattern }) => pattern.test(words))?.reason;
}

const isProse = ({ text, links, region }: Block): boolean =>
  region === undefined &&
  links < 0.3 &&
  siteLine(text) === undefined &&
  (LABEL.test(text) || (text.length >= 12 && SENTENCE.test(text)) || (text.length >= 40 && LATIN_SENTENCE.test(text)));

/** From the first to the last block that a reader of articles took, and prose next to it that it did not. */
function articleOf(blocks: readonly Block[]): { from: number; to: number } {
  const taken = blocks.flatMap((block, index) => (block.isArticle && block.region !== 'hidden' ? [index] : []));
  const prose = blocks.flatMap((block, index) => (isProse(block) ? [index] : []));
  const chosen = covers(blocks, taken, prose) ? taken : prose;
  if (chosen.length === 0) return { from: 0, to: blocks.length };
  let [from, to] = [chosen[0]!, chosen.at(-1)! + 1];
  for (const index of prose) if (index >= to && index - to <= REACH) to = index + 1;
  for (const index of [...prose].reverse()) if (index < from && from - index <= REACH + 1) from = index;
  const kin = kinOf(
    blocks,
    prose.filter((index) => index >= from && index < to),
  );
  for (let index = to; index < blocks.length; index++) if (kin(blocks[index]!)) to = index + 1;
  if (to < blocks.length && isNote(blocks[to]!)) to++;
  for (let index = from - 1; index >= 0; index--) if (kin(blocks[index]!)) from = index;
  return { from, to };
}

const isNote = ({ text, links, region }: Block): boolean =>
  NOTE.test(text) && links === 0 && region === undefined && siteLine(text) === undefined;

/** Says of a block that is no prose, such as the note with which a record ends, whether it stands with prose in one element. */
function kinOf(blocks: readonly Block[], prose: readonly number[]): (block: Block) => boolean {
  const counts = new Map<string, number>();
  for (const index of prose)
    for (const element of new Set(blocks[index]!.within)) counts.set(element, (counts.get(element) ?? 0) + 1);
  const isMain = (element: string) => element !== '' && (counts.get(element) ?? 0) >= Math.max(2, 0.3 * prose.length);
  return ({ text, links, region, within = [] }) =>
    region === undefined && links < 0.3 && siteLine(text) === undefined && within.some(isMain);
}

/** Whether what was taken has most of the prose of the page: else the wrong part was. */
function covers(blocks: readonly Block[], taken: readonly number[], prose: readonly number[]): boolean {
  const set = new Set(taken);
  const letters = (indices: readonly number[]) => indices.reduce((sum, index) => sum + blocks[index]!.text.length, 0);
  return taken.length > 0 && letters(prose.filter((index) => set.has(index))) >= 0.5 * letters(prose);
}

/** The heading of the article above its text: the one that says the title, else the last one before. */
function headingOf(blocks: readonly Block[], from: number, title: string): number | undefined {
  const folded = bareLetters(title);
  let last: number | undefined;
  for (let index = Math.min(from, blocks.length) - 1; index >= 0; index--) {
    const { text, isHeading, region, links } = blocks[index]!;
    if (region !== undefined || links > 0.5 || text.length > 150) continue;
    if (folded.length > 2 && bareLetters(text) === folded) return index;
    if (isHeading && last === undefined) last = index;
  }
  return blocks
    .slice(from, from + 3)
    .some(({ isHeading, text }) => isHeading || (folded.length > 2 && bareLetters(text) === folded))
    ? undefined
    : last;
}
