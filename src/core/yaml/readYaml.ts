import { type Alias, Composer, type Document, isAlias, isMap, isNode, isScalar, isSeq, Lexer, Parser } from 'yaml';
import { LineMap } from '../text/lineMap';

/** Deeper nesting is nobody's handwriting, and exhausts the stack and the memory of the parser. */
const MAX_DEPTH = 100;

export interface YamlText {
  /** Undefined where the text does not parse. */
  readonly document?: Document.Parsed;
  /** The first error: an offset and the parser's own words. */
  readonly error?: { readonly offset: number; readonly detail: string };
  /** What each alias stands for. */
  readonly aliases: ReadonlyMap<Alias, unknown>;
  /** The line, counted from 0, of an offset. */
  lineAt(offset: number): number;
}

class TooDeep extends Error {}

/** Parses one YAML document in time proportional to its length. Never throws. */
export function readYaml(text: string): YamlText {
  const fail = (offset: number, detail: string): YamlText => ({
    error: { offset, detail },
    aliases: new Map(),
    lineAt,
  });
  const parser = new Parser();
  let lines: LineMap | undefined;
  const lineAt = (offset: number) => {
    lines ??= new LineMap(text);
    return lines.place(offset).line;
  };
  try {
    // the library compares every key of a map with every other: that is quadratic, so `inspect` does it instead
    const composer = new Composer({ uniqueKeys: false, keepSourceTokens: true });
    const [document, second] = composer.compose(tokens(text, parser), true, text.length);
    const error = document?.errors[0];
    if (error) return fail(error.pos[0], error.message);
    if (second) return fail(second.range[0], 'more than one document in the file');
    const { aliases, twice } = inspect(document);
    if (twice) return fail(twice.offset, `the key ${twice.key} stands twice in one map`);
    return document ? { document: document as Document.Parsed, aliases, lineAt } : fail(0, 'no document');
  } catch (error) {
    return fail(Math.min(parser.offset, text.length), error instanceof TooDeep ? 'nested too deeply' : String(error));
  }
}

function* tokens(text: string, parser: Parser) {
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_DEPTH) throw new TooDeep();
  }
  yield* parser.end();
}

interface Findings {
  readonly aliases: Map<Alias, unknown>;
  twice?: { readonly offset: number; readonly key: string };
}

/** Resolves aliases in one walk (the library walks the document once for each) and finds keys that stand twice. */
function inspect(document: unknown): Findings {
  const anchors = new Map<string, unknown>();
  const findings: Findings = { aliases: new Map() };
  const visit = (node: unknown): void => {
    if (isAlias(node)) findings.aliases.set(node, anchors.get(node.source));
    if (!isNode(node) || isAlias(node)) return;
    if (node.anchor) anchors.set(node.anchor, node);
    if (isSeq(node)) for (const item of node.items) visit(item);
    if (!isMap(node)) return;
    const keys = new Set<unknown>();
    for (const { key, value } of node.items) {
      if (isScalar(key)) {
        if (keys.has(key.value)) findings.twice ??= { offset: key.range?.[0] ?? 0, key: String(key.value) };
        keys.add(key.value);
      }
      visit(key);
      visit(value);
    }
  };
  visit((document as { contents?: unknown } | undefined)?.contents);
  return findings;
}
