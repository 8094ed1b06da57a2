import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { type Codebook, type CodebookTag, EMPTY_CODEBOOK, isColor, isTagName, joinPath } from '../codebook';

export interface QdcProblem {
  /**
   * `unparseable`, `notACodebook`: nothing was read. `badCode`: a code without name was left out, with those below it.
   * `renamed`: a name could not be one of a tag, or was taken, and was changed. `badColor`: a colour was left out.
   * `setsLeftOut`: groups of codes have no counterpart here.
   */
  readonly code: 'unparseable' | 'notACodebook' | 'badCode' | 'renamed' | 'badColor' | 'setsLeftOut';
  /** The name, the colour, or the parser's own words (English). */
  readonly detail: string;
  /** Counted from 0, where it is known. */
  readonly line?: number;
}

export interface ReadQdc {
  readonly codebook: Codebook;
  readonly problems: readonly QdcProblem[];
}

/** An element as the parser gives it: attributes begin with `@`; one that holds nothing but words is these words. */
type Element = Readonly<Record<string, unknown>>;

/**
 * Reads a codebook in the REFI-QDA exchange format (.qdc), of any namespace, as programs do not agree on it. A colour
 * that is that of the code above is taken for inherited. Never throws.
 */
export function readQdc(xml: string): ReadQdc {
  const fail = (code: QdcProblem['code'], detail: string, line?: number): ReadQdc => ({
    codebook: EMPTY_CODEBOOK,
    problems: [{ code, detail, ...(line === undefined ? {} : { line }) }],
  });
  const text = xml.replace(/^\ufeff/u, '');
  // no such file has one, and what it can do to a parser is well known
  if (/<!DOCTYPE/iu.test(text)) return fail('unparseable', 'a document type declaration');
  let root: unknown;
  try {
    const validity = XMLValidator.validate(text);
    if (validity !== true) return fail('unparseable', validity.err.msg, validity.err.line - 1);
    root = elementOf(new XMLParser(OPTIONS).parse(text)).CodeBook;
  } catch (error) {
    return fail('unparseable', error instanceof Error ? error.message : String(error));
  }
  const { Codes, Sets } = elementOf(root);
  if (Codes === undefined) return fail('notACodebook', 'no CodeBook with Codes');
  const reader = new CodeReader();
  const tags = reader.tags(elementOf(Codes), '', undefined);
  if (elementOf(Sets).Set !== undefined) reader.problems.push({ code: 'setsLeftOut', detail: '' });
  return { codebook: { tags }, problems: reader.problems };
}

const OPTIONS = {
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name: string) => name === 'Code',
};

class CodeReader {
  readonly problems: QdcProblem[] = [];

  tags(parent: Element, path: string, inherited: string | undefined): CodebookTag[] {
    const taken = new TakenNames();
    return listOf(parent.Code).flatMap((item): CodebookTag[] => {
      const code = elementOf(item);
      const written = wordsOf(code['@name']);
      const name = this.nameOf(written, taken);
      if (name === undefined) {
        this.problems.push({ code: 'badCode', detail: written });
        return [];
      }
      const color = this.colorOf(code);
      const description = wordsOf(code.Description);
      const own = joinPath(path, name);
      return [
        {
          ...{ name, path: own },
          ...(color === undefined || color === inherited ? {} : { color }),
          ...(description.trim() === '' ? {} : { description }),
          ...{ formerly: [], children: this.tags(code, own, color ?? inherited) },
        },
      ];
    });
  }

  /** A name that a tag can have and no other there has. */
  private nameOf(written: string, taken: TakenNames): string | undefined {
    const name = written
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replaceAll('/', '／')
      .trim();
    if (!isTagName(name)) return undefined;
    const free = taken.take(name);
    if (free !== written) this.problems.push({ code: 'renamed', detail: written });
    return free;
  }

  private colorOf(code: Element): string | undefined {
    const color = wordsOf(code['@color']);
    if (color === '' || isColor(color)) return color === '' ? undefined : color.toLowerCase();
    this.problems.push({ code: 'badColor', detail: color });
    return undefined;
  }
}

/** The names of siblings, each of which one has. */
class TakenNames {
  private readonly names = new Set<string>();
  /** The number to try next of each name that came up again: thousands of codes of one name are not counted anew. */
  private readonly next = new Map<string, number>();

  /** The name or, where it is taken, the name with the first number that is free. */
  take(name: string): string {
    let free = name;
    let count = this.next.get(name) ?? 2;
    while (this.names.has(free)) free = `${name} (${count++})`;
    this.next.set(name, count);
    this.names.add(free);
    return free;
  }
}

const elementOf = (value: unknown): Element => (typeof value === 'object' && value !== null ? (value as Element) : {});

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : wordsIn(elementOf(value)['#text']));

const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : '');
