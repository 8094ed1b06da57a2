import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from '../core/importing/block';
import { cleanBlocks } from '../core/importing/cleanBlocks';
import { decodeHtml } from './decodeHtml';
import { type DomNode, htmlBlocks } from './htmlBlocks';
import { htmlFacts } from './htmlFacts';
import { ImportProblem, type LeftAlone, type Original, type ReadOriginal } from './original';

/** A page's text is far smaller; what is larger is pictures written as letters. */
const MOST_LETTERS = 24_000_000;

export const readHtml: ReadOriginal = async (bytes) => readPage(decodeHtml(bytes));

const MAY_HIDE = /visibility\s*:\s*hidden|display\s*:\s*none|\shidden[\s=>]/iu;
/** Of more elements nobody asks what is in them. */
const MOST_HIDDEN = 2000;

/** Deeper than any page that people read; Readability takes the square of it in time. */
const DEEPEST = 200;

/** Reads a web page: nothing of it is run, and nothing that it refers to is fetched. `address`: where it was saved from. */
export function readPage(html: string, address?: string): Pick<Original, 'lines' | 'facts' | 'leftAlone'> {
  if (html.length > MOST_LETTERS) throw new ImportProblem('tooLarge');
  const { document } = parseHTML(withBody(html));
  if (MAY_HIDE.test(html)) uncover(document);
  const { blocks: marked, depth } = htmlBlocks(document.documentElement as unknown as DomNode);
  const facts = htmlFacts(document, html, marked, address);
  const hasScripts = document.querySelector('script, iframe, object, embed, [onload], [onclick]') !== null;
  const taken = depth > DEEPEST ? new Set<string>() : articleMarks(document);
  const blocks = marked.map((block): Block => ({ ...block, isArticle: taken.has(block.mark) }));
  const lines = cleanBlocks(blocks, facts.title);
  if (lines.length === 0) throw new ImportProblem('empty');
  const leftAlone: LeftAlone[] = hasScripts ? ['scripts'] : [];
  return { lines, facts, leftAlone };
}

/**
 * Shows what a page hides until a script of its own shows it, where that is most of its words: the scripts are not run.
 * What is hidden beside a text stays so.
 */
function uncover(document: Document): void {
  const letters = (node: { readonly textContent: string | null }) =>
    (node.textContent ?? '').replace(/\s+/gu, '').length;
  const hidden = [...document.querySelectorAll('[style*="hidden"], [style*="none"], [hidden]')].filter(
    ({ tagName }) => !/^(?:script|style|noscript|template|html)$/iu.test(tagName),
  );
  if (hidden.length === 0 || hidden.length > MOST_HIDDEN) return;
  const scripts = [...document.querySelectorAll('script, style, noscript, template')];
  const all = letters(document.documentElement) - scripts.reduce((sum, script) => sum + letters(script), 0);
  for (const element of hidden) {
    if (letters(element) < 0.5 * all) continue;
    element.removeAttribute('hidden');
    element.setAttribute('style', '');
  }
}

/** linkedom makes no document of a fragment, nor of letters alone. */
const withBody = (html: string): string =>
  /<html[\s>]/iu.test(html) ? html : `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;

/** The marks of the elements that Readability takes for the article. It changes the document. */
function articleMarks(document: Document): ReadonlySet<string> {
  const marks = new Set<string>();
  try {
    const article = new Readability<Element>(document, {
      serializer: (element) => element as Element,
      maxElemsToParse: 50_000,
      charThreshold: 200,
    }).parse();
    const content = article?.content as Element | null | undefined;
    for (const element of content ? [content, ...content.querySelectorAll('*')] : []) {
      for (const { name } of element.attributes) if (name.startsWith('data-block-')) marks.add(name);
    }
  } catch {
    // pages nested without end, or too large for it: the shape of the blocks must do
  }
  return marks;
}
