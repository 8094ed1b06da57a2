import type { ImportedLine } from '../core/importing/importedLine';
import { oneLineEach } from '../core/importing/oneLineEach';
import { EXTENSIONS, ImportProblem, type Original, type OriginalKind, type ReadOriginal } from './original';

/** Larger originals are refused, in bytes. */
const MOST_BYTES: Readonly<Record<OriginalKind, number>> = {
  docx: 40_000_000,
  pdf: 300_000_000,
  html: 24_000_000,
  mht: 60_000_000,
  subtitles: 10_000_000,
  text: 30_000_000,
};

/** Each library is loaded when the first original of its kind is read. */
const READERS: Readonly<Record<OriginalKind, () => Promise<ReadOriginal>>> = {
  docx: async () => (await import('./readDocx')).readDocx,
  pdf: async () => (await import('./readPdf')).readPdf,
  html: async () => (await import('./readHtml')).readHtml,
  mht: async () => (await import('./readMht')).readMht,
  subtitles: async () => (await import('./readText')).readSubtitles,
  text: async () => (await import('./readText')).readText,
};

/**
 * Reads a document of another program: `name` is that of its file. Nothing in it is run and nothing that it refers to is
 * fetched. Rejects with an `ImportProblem` only.
 */
export async function readOriginal(name: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Original> {
  const kind = kindOf(name, bytes);
  if (kind === undefined) throw new ImportProblem('unknownKind');
  if (bytes.length === 0) throw new ImportProblem('empty');
  if (bytes.length > MOST_BYTES[kind]) throw new ImportProblem('tooLarge');
  if (signal?.aborted) throw new ImportProblem('cancelled');
  let read: Pick<Original, 'lines' | 'facts' | 'leftAlone'>;
  try {
    read = await (await READERS[kind]())(bytes, signal);
  } catch (error) {
    throw error instanceof ImportProblem ? error : new ImportProblem('damaged', error);
  }
  const lines: ImportedLine[] = oneLineEach(read.lines);
  if (!lines.some(({ text, dropped }) => dropped === undefined && text.trim() !== '')) throw new ImportProblem('empty');
  return { ...read, kind, lines };
}

/** What kind of original a file is: its first bytes say more than its name. */
function kindOf(name: string, bytes: Uint8Array): OriginalKind | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (/^[\s\S]{0,1000}?%PDF-\d/u.test(head)) return 'pdf';
  const extension = /\.([^./\\]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  const kinds = Object.keys(EXTENSIONS) as OriginalKind[];
  const kind = kinds.find((candidate) => EXTENSIONS[candidate].includes(extension));
  return kind === 'text' && BINARY_HEADS.some((first) => head.startsWith(first)) ? undefined : kind;
}

/** Zip, compound files, RTF: none is a plain text, whatever its name. */
const BINARY_HEADS = ['PK\u0003\u0004', 'ÐÏ\u0011à', '{\\rtf'];
