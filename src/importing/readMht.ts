import PostalMime from 'postal-mime';
import { decodeHtml } from './decodeHtml';
import { ImportProblem, type ReadOriginal } from './original';
import { readPage } from './readHtml';

/** A web page saved as one file: its first part of HTML. Pictures and frames are left where they are. */
export const readMht: ReadOriginal = async (bytes) => {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, attachmentEncoding: 'arraybuffer' }).catch(
    (error: unknown) => {
      throw new ImportProblem('damaged', error);
    },
  );
  const address = mail.headers.find(
    ({ key }) => key === 'snapshot-content-location' || key === 'content-location',
  )?.value;
  const part = mail.attachments.find(({ mimeType }) => /html/iu.test(mimeType));
  const html = mail.html ?? (part ? decodeHtml(new Uint8Array(part.content as ArrayBuffer)) : undefined);
  if (html === undefined || html.trim() === '') throw new ImportProblem('empty');
  return readPage(html, address);
};
