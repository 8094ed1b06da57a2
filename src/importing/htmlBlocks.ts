import type { Block } from '../core/importing/block';

const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 ' +
    'h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption'
  ).split(' '),
);
const SKIPPED = new Set(
  'script style template svg math iframe object embed canvas audio video head link meta'.split(' '),
);
const FORMS = new Set('button select textarea input label option'.split(' '));
const NAVIGATION = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar)$/u;

/** The part of the DOM that is used; linkedom's and browsers' alike. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<DomNode>;
  getAttribute?(name: string): string | null;
  setAttribute?(name: string, value: string): void;
}

/** A block, with the name of an attribute that the element has in which it stands: what moves that, moves the block. */
export interface MarkedBlock extends Omit<Block, 'isArticle'> {
  readonly mark: string;
}

interface State {
  readonly isLink: boolean;
  readonly region: Block['region'];
  readonly isHeading: boolean;
  readonly isPre: boolean;
  readonly mark: string;
  /** The mark of the element around the one that `mark` names. */
  readonly around: string;
  readonly inRow: boolean;
  readonly depth: number;
}

/**
 * The blocks of a page in its order, and how deep its elements are nested. Pages nested without end are read as well: this
 * keeps its own stack.
 */
export function htmlBlocks(root: DomNode): { readonly blocks: MarkedBlock[]; readonly depth: number } {
  const reader = new BlockReader();
  type Task = { readonly node: DomNode; readonly state: State } | (() => void);
  const start: State = {
    ...{
      isLink: false,
      region: undefined,
      isHeading: false,
      isPre: false,
      mark: '',
      around: '',
      inRow: false,
      depth: 0,
    },
  };
  let deepest = 0;
  const stack: Task[] = [{ node: root, state: start }];
  for (let task = stack.pop(); task; task = stack.pop()) {
    if (typeof task === 'function') {
      task();
      continue;
    }
    const { node, state } = task;
    if (node.nodeType === 3) reader.add(node.nodeValue ?? '', state);
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue;
    deepest = Math.max(deepest, state.depth);
    const name = node.nodeName.toLowerCase();
    if (SKIPPED.has(name)) continue;
    if (name === 'br') {
      reader.lineBreak(state);
      continue;
    }
    const isRow = name === 'tr' && isDataRow(node);
    const isBlock = BLOCKS.has(name) && !state.inRow;
    const inner = stateWithin(node, name, state, isBlock ? reader.newMark(node) : state.mark, isRow);
    if (isBlock) {
      reader.end();
      stack.push(() => reader.end());
    } else if (state.inRow && (name === 'td' || name === 'th')) stack.push(() => reader.cell());
    else if (state.inRow && BLOCKS.has(name)) stack.push(() => reader.add(' ', state));
    if (isRow) reader.startRow();
    // linkedom gathers them anew at every look
    const children = node.childNodes;
    for (let index = children.length - 1; index >= 0; index--) stack.push({ node: children[index]!, state: inner });
  }
  reader.end();
  return { blocks: reader.blocks, depth: deepest };
}

function stateWithin(node: DomNode, name: string, state: State, mark: string, isRow: boolean): State {
  const isHidden = node.getAttribute && isHiddenBy(node, name);
  const isNavigation = ['nav', 'footer', 'aside'].includes(name) || NAVIGATION.test(node.getAttribute?.('role') ?? '');
  const own = isHidden ? 'hidden' : isNavigation ? 'navigation' : FORMS.has(name) ? 'form' : undefined;
  return {
    isLink: state.isLink || name === 'a',
    region: state.region === 'hidden' ? 'hidden' : (own ?? state.region),
    isHeading: state.isHeading || /^h[1-6]$/u.test(name),
    isPre: state.isPre || name === 'pre',
    mark,
    around: mark === state.mark ? state.around : state.mark,
    inRow: state.inRow || isRow,
    depth: state.depth + 1,
  };
}

const isHiddenBy = (node: DomNode, name: string): boolean =>
  name === 'noscript' ||
  node.getAttribute!('hidden') !== null ||
  /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(node.getAttribute!('style') ?? '');

/** A row of data has several cells, and no cell that is itself laid out with tables or a good many paragraphs. */
function isDataRow(row: DomNode): boolean {
  const cells = Array.from(row.childNodes).filter(({ nodeName }) => /^t[dh]$/iu.test(nodeName));
  return cells.length > 1 && cells.every((cell) => isCell(cell));
}

function isCell(cell: DomNode): boolean {
  let blocks = 0;
  let seen = 0;
  const stack = [cell];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const name = node.nodeName.toLowerCase();
    if (name === 'table' || name === 'ul' || name === 'ol') return false;
    if ((name === 'p' || name === 'div' || name === 'br') && ++blocks > 4) return false;
    if (++seen > 400) return false;
    stack.push(...Array.from(node.childNodes).slice(0, 400));
  }
  return true;
}

class BlockReader {
  readonly blocks: MarkedBlock[] = [];
  private words = '';
  private letters = 0;
  private linked = 0;
  private cells: string[] | undefined;
  private state: State | undefined;
  private marks = 0;

  newMark(node: DomNode): string {
    const mark = `data-block-${this.marks++}`;
    node.setAttribute?.(mark, '');
    return mark;
  }

  add(raw: string, state: State): void {
    if (state.isPre && raw.includes('\n')) {
      const [first = '', ...rest] = raw.split('\n');
      this.addWords(first, state);
      for (const line of rest) {
        this.lineBreak(state);
        this.addWords(line, state);
      }
    } else this.addWords(raw, state);
  }

  private addWords(raw: string, state: State): void {
    const text = raw.replace(/[ \t\n\r\f\u00a0]+/gu, ' ');
    const letters = text.trim().length;
    if (letters > 0 && (!this.state || this.letters === 0)) this.state = state;
    this.words += this.words === '' || this.words.endsWith(' ') ? text.trimStart() : text;
    this.letters += letters;
    if (state.isLink) this.linked += letters;
  }

  lineBreak(state: State): void {
    if (state.inRow) this.addWords(' ', state);
    else this.end();
  }

  startRow(): void {
    this.cells = [];
  }

  cell(): void {
    this.cells?.push(this.words.trim());
    this.words = '';
  }

  /** Ends a block where one is begun. */
  end(): void {
    const last = this.words.trim();
    const text = this.cells ? [...this.cells, ...(last ? [last] : [])].join('\t') : last;
    const { state, letters, linked } = this;
    if (text.trim() !== '' && state) {
      const { region, isHeading, mark, around } = state;
      this.blocks.push({
        text: this.cells ? text : text.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''),
        isHeading,
        isRow: this.cells !== undefined,
        links: letters === 0 ? 0 : linked / letters,
        ...(region === undefined ? {} : { region }),
        mark,
        within: [mark, around],
      });
    }
    this.cells = undefined;
    this.state = undefined;
    [this.words, this.letters, this.linked] = ['', 0, 0];
  }
}
