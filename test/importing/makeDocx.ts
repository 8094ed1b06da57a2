import { strToU8, zipSync } from 'fflate';

const escapeXml = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of a Word document, its words in several runs as Word leaves them. */
export const paragraph = (text: string, more = ''): string => {
  const at = Math.floor(text.length / 2);
  return `<w:p>${run(text.slice(0, at))}${run(text.slice(at))}${more}</w:p>`;
};

export const table = (rows: readonly (readonly string[])[]): string => {
  const cells = (row: readonly string[]) => row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
};

export interface DocxOptions {
  readonly title?: string;
  readonly header?: string;
  readonly notes?: readonly string[];
  readonly comments?: readonly string[];
  /** Further parts by their path. */
  readonly parts?: Readonly<Record<string, Uint8Array | string>>;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A Word document with the XML `body`. */
export function makeDocx(body: string, options: DocxOptions = {}): Uint8Array {
  const { title = '', header, notes = [], comments = [], parts = {} } = options;
  const other = { header1: header !== undefined, footnotes: notes.length > 0, comments: comments.length > 0 };
  const names = Object.entries(other).flatMap(([name, isThere]) => (isThere ? [name] : []));
  const type = (name: string) => name.replace(/\d/u, '');
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/>${names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${OFFICE}.${type(name)}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((name, index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type(name)}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': `${HEAD}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
  };
  if (header !== undefined) files['word/header1.xml'] = `${HEAD}<w:hdr ${W}>${paragraph(header)}</w:hdr>`;
  if (notes.length > 0) {
    const all = notes.map((note, index) => `<w:footnote w:id="${index + 1}">${paragraph(note)}</w:footnote>`);
    files['word/footnotes.xml'] = `${HEAD}<w:footnotes ${W}>${all.join('')}</w:footnotes>`;
  }
  if (comments.length > 0) {
    const all = comments.map((comment, index) => `<w:comment w:id="${index}">${paragraph(comment)}</w:comment>`);
    files['word/comments.xml'] = `${HEAD}<w:comments ${W}>${all.join('')}</w:comments>`;
  }
  const bytes = Object.entries({ ...files, ...parts }).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(bytes));
}

/** A mark that refers to a note by its number. */
export const noteMark = (number: number): string => `<w:r><w:footnoteReference w:id="${number}"/></w:r>`;
