import fc from 'fast-check';

const anyName = fc.constantFrom(
  ...['energy', '能源', 'supply', 'a b', 'yes', '007', "it's", '#1', 'x: y', '-', '保供'],
);
const anyWords = fc.constantFrom(...['一', 'Coal: gas', '# no comment', "it's", 'a\nb', '']);

interface Tree {
  readonly name: string;
  readonly color: string | undefined;
  readonly description: string | undefined;
  readonly formerly: readonly string[];
  readonly children: readonly Tree[];
  readonly style: number;
}

const { tree: anyTree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name: anyName,
    color: fc.option(fc.constantFrom('#4e79a7', '#FFF'), { nil: undefined }),
    description: fc.option(anyWords, { nil: undefined }),
    formerly: fc.uniqueArray(fc.constantFrom('old', 'older', 'p/q', '/gone'), { maxLength: 2 }),
    children: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
    style: fc.nat(1023),
  }),
}));

const distinct = (trees: readonly Tree[]): Tree[] => {
  const names = new Set<string>();
  return trees
    .filter(({ name }) => !names.has(name) && names.add(name))
    .map((tree) => ({ ...tree, children: distinct(tree.children) }));
};

const quoted = (words: string, style: number) =>
  style % 3 === 0
    ? JSON.stringify(words)
    : /^[\p{L} ]+$/u.test(words) && !/^(?:yes)$/.test(words)
      ? words
      : `'${words.replaceAll("'", "''")}'`;

const oneLine = (words: string, style: number) => (words.includes('\n') ? JSON.stringify(words) : quoted(words, style));

function inBrackets({ name, color, description, formerly, children, style }: Tree): string {
  const pairs = [`name: ${quoted(name, style)}`];
  if (color) pairs.push(`color: '${color}'`);
  if (description !== undefined) pairs.push(`description: ${oneLine(description, style)}`);
  if (formerly.length > 0) pairs.push(`formerly: [${formerly.join(', ')}]`);
  if (style & 4) pairs.push('mine: {a: 1}');
  if (children.length > 0) pairs.push(`children: [${children.map(inBrackets).join(', ')}]`);
  return style & 8 ? `{ ${pairs.join(', ')} }` : `{${pairs.join(', ')}}`;
}

/** The lines of a tag as some hand may write it, its dash in column `indent`. */
function written(tree: Tree, indent: number, next: () => number): string {
  const { name, color, description, formerly, children, style } = tree;
  const pad = ' '.repeat(indent);
  const above = style & 1 ? `${pad}# about ${next()}\n` : '';
  const behind = style & 2 ? `  # beside ${next()}` : '';
  if ((style >> 3) % 4 === 0) return `${above}${pad}- ${inBrackets(tree)}${behind}\n`;
  const keys: string[] = [];
  if (color) keys.push(`color: '${color}'${behind}`);
  if (description !== undefined) {
    const block = description.includes('\n') && style & 32;
    keys.push(
      block ? `description: |-\n${description.replace(/^/gmu, '    ')}` : `description: ${oneLine(description, style)}`,
    );
  }
  if (formerly.length > 0) {
    keys.push(
      style & 64
        ? `formerly:${formerly.map((old) => `\n    - ${old}  # old ${next()}`).join('')}`
        : `formerly: [${formerly.join(', ')}]`,
    );
  }
  if (style & 128) keys.push(`mine: ${next()}   # kept ${next()}`);
  keys.splice(style & 256 ? keys.length : 0, 0, `name: ${quoted(name, style)}`);
  const inner = keys
    .map((key) =>
      key
        .split('\n')
        .map((line) => `${pad}  ${line}\n`)
        .join(''),
    )
    .join('');
  const step = style & 512 ? 2 : 4;
  const below =
    children.length === 0
      ? style & 16
        ? `${pad}  children:\n`
        : ''
      : `${pad}  children:\n${children.map((child) => written(child, indent + step, next)).join('')}`;
  return `${above}${pad}- ${(inner + below).slice(indent + 2)}`;
}

/** A codebook as somebody may have written it by hand. */
export const anyHandWritten = fc
  .record({
    trees: fc.array(anyTree, { minLength: 1, maxLength: 4 }).map(distinct),
    indent: fc.constantFrom(0, 2),
    eol: fc.constantFrom('\n', '\r\n'),
    blank: fc.boolean(),
    tail: fc.constantFrom('', 'other: [1, 2]\n', '# the end\n'),
  })
  .map(({ trees, indent, eol, blank, tail }) => {
    let count = 0;
    const next = () => ++count;
    const tags = trees.map((tree) => written(tree, indent, next)).join(blank ? '\n' : '');
    return `# ours\nversion: 1\ntags:\n${tags}${tail}`.replaceAll('\n', eol);
  });
