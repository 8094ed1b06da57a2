import PostalMime from 'postal-mime';
import { decodeHtml } from './decodeHtml';
import { ImportProblem, type ReadOriginal } from './original';
import { readPage } from './readHtml';

/** What the library knows of a part when it asks whether that is words of a letter. */
interface Part {
  readonly content?: Uint8Array | ArrayBuffer | null;
  readonly contentType: { readonly parsed: { readonly value: string; readonly params: { readonly charset?: string } } };
}

/**
 * Takes the pages of a message as bytes: the library would put them all together, and take those that do not state their
 * encoding for UTF-8, while a page states it itself.
 */
class Pages extends PostalMime {
  readonly pages: string[] = [];

  isInlineTextNode({ content, contentType: { parsed } }: Part): boolean {
    if (/html/iu.test(parsed.value) && content)
      this.pages.push(decodeHtml(new Uint8Array(content), parsed.params.charset));
    return false;
  }
}

/** A web page saved as one file: its first part of HTML. Pictures and frames are left where they are. */
export const readMht: ReadOriginal = async (bytes) => {
  const reader = new Pages({ maxNestingDepth: 20, attachmentEncoding: 'arraybuffer' });
  const mail = await reader.parse(bytes).catch((error: unknown) => {
    throw new ImportProblem('damaged', error);
  });
  const address = mail.headers.find(
    ({ key }) => key === 'snapshot-content-location' || key === 'content-location',
  )?.value;
  const part = mail.attachments.find(({ mimeType }) => /html/iu.test(mimeType));
  const html = reader.pages[0] ?? (part ? decodeHtml(new Uint8Array(part.content as ArrayBuffer)) : undefined);
  if (html === undefined || html.trim() === '') throw new ImportProblem('empty');
  return readPage(html, address);
};
