import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import type { ImportedLine } from '../core/importing/importedLine';
import { type DomNode, htmlBlocks } from './htmlBlocks';
import { ImportProblem, type LeftAlone, type OriginalFacts, type ReadOriginal } from './original';
import { writeNumbers } from './writeNumbers';

/** Parts that hold text or say what belongs to it; pictures, macros and embedded files are never unpacked. */
const TEXT_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w-]+\.xml(?:\.rels)?)$/u;
/** Bytes, unpacked: far beyond the longest record, far below what memory holds. */
const MOST_BYTES = 64_000_000;
const MOST_PARTS = 20_000;

type Parts = Record<string, Uint8Array>;

export const readDocx: ReadOriginal = async (bytes, signal) => {
  const leftAlone = new Set<LeftAlone>();
  const parts = unpack(bytes, leftAlone);
  if (!parts['word/document.xml']) throw new ImportProblem(isEncrypted(bytes) ? 'password' : 'damaged');
  const texts = Object.fromEntries(Object.entries(parts).map(([name, content]) => [name, strFromU8(content)]));
  if (Object.values(texts).some((xml) => /<!(?:DOCTYPE|ENTITY)/u.test(xml))) throw new ImportProblem('entities');
  if (signal?.aborted) throw new ImportProblem('cancelled');
  const numbered = writeNumbers(
    texts['word/document.xml']!,
    texts['word/numbering.xml'] ?? '',
    texts['word/styles.xml'] ?? '',
  );
  const body = await bodyOf({ ...parts, 'word/document.xml': strToU8(numbered) });
  const lines = [...margins(texts, 'header'), ...body, ...margins(texts, 'footer'), ...reviews(texts)];
  if (!lines.some(({ dropped }) => dropped === undefined)) throw new ImportProblem('empty');
  return { lines, facts: factsOf(texts['docProps/core.xml']), leftAlone: [...leftAlone] };
};

/** The parts with text. What the directory of the zip says of their size is checked before anything is unpacked. */
function unpack(bytes: Uint8Array, leftAlone: Set<LeftAlone>): Parts {
  if (isEncrypted(bytes)) throw new ImportProblem('password');
  let [size, count] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++count > MOST_PARTS) throw new ImportProblem('tooLarge');
        if (/vbaProject/u.test(name)) leftAlone.add('macros');
        if (/^word\/media\//u.test(name)) leftAlone.add('pictures');
        if (!TEXT_PARTS.test(name)) return false;
        size += originalSize;
        if (size > MOST_BYTES) throw new ImportProblem('tooLarge');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof ImportProblem ? error : new ImportProblem('damaged', error);
  }
}

/** Word keeps a document with a password in a compound file of the older kind. */
const isEncrypted = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

async function bodyOf(parts: Parts): Promise<ImportedLine[]> {
  // packed anew without what is left alone: no other library sees that
  const archive = zipSync(parts, { level: 0 });
  let html: string;
  try {
    const input = { arrayBuffer: archive.buffer.slice(archive.byteOffset, archive.byteOffset + archive.length) };
    const result = await mammoth.convertToHtml(
      input as { arrayBuffer: ArrayBuffer },
      {
        styleMap: ['br[type="page"] => hr', 'br[type="column"] => hr'],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      } as Parameters<typeof mammoth.convertToHtml>[1],
    );
    html = result.value;
  } catch (error) {
    throw new ImportProblem('damaged', error);
  }
  const { document } = parseHTML(`<!DOCTYPE html><html><head></head><body>${html}</body></html>`);
  for (const back of document.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) back.remove();
  for (const note of document.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')) {
    const number = [...(note.parentElement?.children ?? [])].indexOf(note) + 1;
    const first = note.querySelector('p') ?? note;
    first.insertBefore(document.createTextNode(`[${number}] `), first.firstChild);
  }
  return htmlBlocks(document.body as unknown as DomNode).blocks.map(({ text }) => ({ text }));
}

/** Heads and feet of the pages, each once: they are no part of the text. */
function margins(texts: Readonly<Record<string, string>>, kind: 'header' | 'footer'): ImportedLine[] {
  const found = Object.entries(texts).filter(([name]) => name.startsWith(`word/${kind}`) && name.endsWith('.xml'));
  const lines = found.flatMap(([, xml]) => paragraphsOf(xml, 't'));
  return [...new Set(lines)].map((text) => ({ text, dropped: /^[\s\d]*$/u.test(text) ? 'pageNumber' : 'pageHead' }));
}

/** What reviewers remarked and struck out. */
const reviews = (texts: Readonly<Record<string, string>>): ImportedLine[] => [
  ...paragraphsOf(texts['word/comments.xml'] ?? '', 't').map((text): ImportedLine => ({ text, dropped: 'comment' })),
  ...paragraphsOf(texts['word/document.xml'] ?? '', 'delText').map(
    (text): ImportedLine => ({ text, dropped: 'deleted' }),
  ),
];

/** The words in elements `w:NAME`, one line for each paragraph that has some. */
function paragraphsOf(xml: string, name: 't' | 'delText'): string[] {
  const tokens = new RegExp(`<w:${name}(?:\\s[^<>]*)?>([^<]*)</w:${name}>|</w:p>`, 'gu');
  const lines = [''];
  for (const [whole, words] of xml.matchAll(tokens)) {
    if (whole === '</w:p>') lines.push('');
    else lines[lines.length - 1] += unescapeXml(words!);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

const unescapeXml = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|apos|#(\d{1,7})|#x([\da-f]{1,6}));/giu, (entity, decimal, hex) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }[entity.toLowerCase()] ?? entity;
  });

/** The properties of the document. When the file was made is not when the event was. */
function factsOf(core = ''): OriginalFacts {
  const title = unescapeXml(/<dc:title(?:\s[^<>]*)?>([^<]*)<\/dc:title>/u.exec(core)?.[1] ?? '').trim();
  return title === '' ? {} : { title };
}
