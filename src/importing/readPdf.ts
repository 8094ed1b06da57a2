import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { cleanPages } from '../core/importing/cleanPages';
import type { Page, PageItem } from '../core/importing/pageItem';
import { pdfFacts } from '../core/importing/pdfFacts';
import { isTraditional, presentationForms } from '../core/importing/presentationForms';
import { setPages } from '../core/importing/setPage';
import { CMAPS } from './cMaps';
import { ImportProblem, type LeftAlone, type ReadOriginal } from './original';

/** PDF.js looks for its worker here before it would load one: everything runs where this is called. */
Object.assign(globalThis, { pdfjsWorker: pdfWorker });

/** Pages that people would not read either. */
const MOST_PAGES = 5000;

/** What PDF.js asks for beside a document. It gets our character maps and nothing else: nothing is ever fetched. */
class OwnCMaps {
  async fetch({ filename, kind }: { filename: string; kind: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? CMAPS[filename.replace(/\.bcmap$/u, '')] : undefined;
    if (!map) throw new Error(`there is no ${filename}`);
    return map;
  }
}

/** Text is read, never drawn. */
class NothingToDraw {
  destroy(): void {}
}

export const readPdf: ReadOriginal = async (bytes, signal) => {
  const task = getDocument({
    // PDF.js takes the bytes away from who gives them
    data: bytes.slice(),
    ...{ cMapUrl: 'cmaps/', cMapPacked: true, useWorkerFetch: false, useSystemFonts: false, disableFontFace: true },
    ...{ isOffscreenCanvasSupported: false, isImageDecoderSupported: false, isEvalSupported: false, enableXfa: false },
    ...{ useWasm: false, stopAtErrors: false, verbosity: VerbosityLevel.ERRORS },
    ...{ BinaryDataFactory: OwnCMaps, CanvasFactory: NothingToDraw, FilterFactory: NothingToDraw },
  } as Parameters<typeof getDocument>[0]);
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw new ImportProblem((error as Error)?.name === 'PasswordException' ? 'password' : 'damaged', error);
    });
    if (document.numPages > MOST_PAGES) throw new ImportProblem('tooLarge');
    const pages = setPages(await readPages(document, signal));
    const lines = cleanPages(pages);
    if (!lines.some(({ dropped }) => dropped === undefined)) throw new ImportProblem('scanned');
    const facts = pdfFacts(await statedTitle(document), pages);
    const leftAlone: LeftAlone[] = pages.some(({ items }) => items.length === 0) ? ['pagesWithoutText'] : [];
    if (await document.hasJSActions().catch(() => false)) leftAlone.push('scripts');
    return { lines, facts, leftAlone };
  } finally {
    await task.destroy();
  }
};

async function readPages(document: PDFDocumentProxy, signal: AbortSignal | undefined): Promise<Page[]> {
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    if (signal?.aborted) throw new ImportProblem('cancelled');
    pages.push(await readPage(document, number));
  }
  const script = isTraditional(pages.flatMap(({ items }) => items.map(({ text }) => text)).join(''));
  return pages.map((page) => ({
    ...page,
    items: page.items.map((item) => ({ ...item, text: presentationForms(item.text, script) })),
  }));
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<Page> {
  try {
    const page = await document.getPage(number);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ includeMarkedContent: false });
    page.cleanup();
    const found = items.flatMap((item) => ('str' in item ? [placed(item, transform)] : []));
    return { width, height, items: found };
  } catch (error) {
    throw new ImportProblem('damaged', error);
  }
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function placed({ str, transform, width }: TextItem, view: readonly number[]): PageItem {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const [ta = 1, tb = 0, tc = 0, td = 1, te = 0, tf = 0] = transform;
  const across = [a * ta + c * tb, b * ta + d * tb] as const;
  const up = [a * tc + c * td, b * tc + d * td] as const;
  const size = Math.hypot(...up);
  const isTurned = Math.abs(across[1]) > 0.05 * Math.hypot(...across) || across[0] < 0;
  return {
    text: str,
    x: a * te + c * tf + e,
    y: b * te + d * tf + f,
    width,
    size,
    ...(isTurned && str.trim() !== '' ? { isTurned } : {}),
  };
}

async function statedTitle(document: PDFDocumentProxy): Promise<string> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const { Title } = info as { Title?: unknown };
  return typeof Title === 'string' ? Title : '';
}
