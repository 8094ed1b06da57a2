import { Document, isNode, isScalar, isSeq, Scalar, type ToStringOptions, visit } from 'yaml';
import { refuseReferences, UnknownLayout } from './splice';

/** Without the zero, long Chinese is folded with backslashes. */
const STYLE: ToStringOptions = { lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER };

/** Characters that a file shows as nothing or as a line end, and halves of characters: only quotes keep them. */
const NEEDS_QUOTES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/u;

/** Those of them that the library leaves as they are between double quotes, where alone they stand. */
const LEFT_BARE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu;

/** A document of `documentOf` in words: nothing in them is invisible, or ends a line that YAML does not take for ended. */
const wordsOf = (document: Document, padded = false): string =>
  document
    .toString({ ...STYLE, flowCollectionPadding: padded })
    .replace(LEFT_BARE, (odd) => `\\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * A map as an item of a block list as the project writes it, its dash in column 0; the lists under `flow` on one line.
 */
export function itemLines(value: object, flow: readonly string[] = []): string {
  const document = documentOf(value);
  for (const key of flow) {
    const list = document.get(key);
    if (isSeq(list)) list.flow = true;
  }
  return asItem(wordsOf(document));
}

/** A key and its value as lines of a block map in column 0; `like` is the scalar whose quoting is kept if it can be. */
export function keyLines(key: string, value: unknown, like?: unknown): string {
  const document = documentOf({ [key]: value });
  const scalar = document.get(key, true);
  const old = typeOf(like);
  // several lines in the style of one are hard to read: they are written as new ones are; a block of nothing would take
  // in the comment below it
  const isStyleOf =
    value === ''
      ? !old?.startsWith('BLOCK')
      : !String(value).includes('\n') || /^(?:BLOCK|QUOTE_DOUBLE)/u.test(old ?? '');
  const style = typeof value === 'string' && isStyleOf ? old : undefined;
  if (isScalar(scalar) && style) scalar.type ??= style;
  if (isSeq(scalar)) scalar.flow = true;
  return wordsOf(document);
}

const typeOf = (node: unknown): Scalar.Type | undefined => (isScalar(node) ? (node.type as Scalar.Type) : undefined);

/** A value on one line, as it may stand inside brackets. Throws `UnknownLayout` for what refers to other places. */
export function flowText(value: unknown, padded = false): string {
  refuseReferences(value);
  const document = documentOf([isNode(value) ? value.clone() : value]);
  visit(document, {
    Collection: (_, node) => {
      node.flow = true;
      node.comment = null;
      node.commentBefore = null;
    },
    Scalar: (_, node) => {
      node.comment = null;
      node.commentBefore = null;
      if (String(node.value).includes('\n')) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  const text = wordsOf(document, padded).replace(/\n$/u, '');
  if (text.includes('\n')) throw new UnknownLayout('a value that does not go on one line');
  return padded ? text.slice(2, -2) : text.slice(1, -1);
}

/** A document of plain values in which whatever YAML could read otherwise, or lose, is quoted. */
function documentOf(value: unknown): Document {
  const document = new Document(value, { aliasDuplicateObjects: false, keepUndefined: false });
  visit(document, {
    Scalar: (_, node) => {
      const { value } = node;
      // what a block scalar says at its edges depends on the lines around it
      const odd = typeof value === 'string' && (NEEDS_QUOTES.test(value) || /^\s|\n\n$/u.test(value));
      if (odd) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return document;
}

const asItem = (lines: string): string =>
  lines
    .replace(/\n$/u, '')
    .split('\n')
    .map((line, index) => (line === '' ? '\n' : `${index === 0 ? '- ' : '  '}${line}\n`))
    .join('');
