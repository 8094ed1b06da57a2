import { PAGE, type SetLine } from './typeset';

const hex = (text: string): string =>
  [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/** A map of all codes to the same characters of Unicode. */
function toUnicode(): string {
  const rows = [...Array(256).keys()].map((high) => {
    const byte = high.toString(16).padStart(2, '0');
    return `<${byte}00> <${byte}ff> <${byte}00>`;
  });
  const blocks = [0, 100, 200].map((from) => {
    const part = rows.slice(from, from + 100);
    return `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange\n`;
  });
  const head = '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n';
  const space = '1 begincodespacerange <0000> <ffff> endcodespacerange\n';
  return `${head}${space}${blocks.join('')}endcmap end end`;
}

export interface PdfOptions {
  /** `named`: the font names a character map of Adobe's and has none of its own, as older programs write. */
  readonly font?: 'own' | 'named';
  readonly title?: string;
  /** Without any text, as a scanner leaves pages. */
  readonly scanned?: boolean;
}

/** A PDF of set lines, written as the specification says and no more. */
export function makePdf(pages: readonly (readonly SetLine[])[], options: PdfOptions = {}): Uint8Array {
  const { font = 'own', title, scanned = false } = options;
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const stream = (body: string, keys = '') => `<< /Length ${body.length} ${keys}>>\nstream\n${body}\nendstream`;
  const first = 7;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  const encoding = font === 'own' ? '/Identity-H /ToUnicode 5 0 R' : '/UniGB-UCS2-H';
  add(`<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding ${encoding} /DescendantFonts [4 0 R] >>`);
  const ordering = font === 'own' ? 'Identity' : 'GB1';
  const widths = font === 'own' ? '/W [32 126 500]' : '/W [1 95 500]';
  add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /DW 1000 ${widths} /FontDescriptor 6 0 R ` +
      `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> >>`,
  );
  add(stream(toUnicode()));
  add(
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 ' +
      '/Descent -120 /CapHeight 700 /StemV 80 >>',
  );
  pages.forEach((lines, index) => {
    const content = lines
      .map(({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${PAGE.height - y} Td <${hex(text)}> Tj ET`)
      .join('\n');
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${first + 2 * index + 1} 0 R ` +
        '/Resources << /Font << /F1 3 0 R >> >> >>',
    );
    add(stream(scanned ? '0 0 100 100 re f' : content));
  });
  const info = title === undefined ? '' : `/Info ${objects.length + 1} 0 R `;
  if (title !== undefined) add(`<< /Title <feff${hex(title)}> >>`);
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${info}>>\n`;
  file += `startxref\n${file.indexOf('xref\n0 ')}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
