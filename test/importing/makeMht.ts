/** Codes of GBK by character; there is no encoder for it. */
const CODES = new Map<string, readonly [number, number]>();

/** Text in GBK, which has two bytes for what is not ASCII. */
export function toGbk(text: string): Uint8Array {
  if (CODES.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = decoder.decode(new Uint8Array([lead, trail]));
        if ([...character].length === 1 && !CODES.has(character)) CODES.set(character, [lead, trail]);
      }
  }
  const bytes = [...text].flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
    const code = CODES.get(character);
    if (!code) throw new Error(`GBK has no ${character}`);
    return [...code];
  });
  return new Uint8Array(bytes);
}

/** Bytes as letters, in lines of 76 at most, each broken line ended by `=`. */
function quotedPrintable(bytes: Uint8Array): string {
  let [text, line] = ['', ''];
  const put = (unit: string) => {
    if (line.length + unit.length > 75) {
      text += `${line}=\r\n`;
      line = '';
    }
    line += unit;
  };
  for (const byte of bytes) {
    if (byte === 0x0a) {
      text += `${line}\r\n`;
      line = '';
    } else if (byte >= 0x20 && byte < 0x7f && byte !== 0x3d) put(String.fromCharCode(byte));
    else if (byte !== 0x0d) put(`=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  }
  return text + line;
}

export interface MhtOptions {
  readonly charset: 'utf-8' | 'gbk' | 'gb2312';
  /** Whether the head of the part states it, and not the page alone. */
  readonly isStated?: boolean;
  readonly encoding: 'quoted-printable' | 'base64' | '8bit';
  readonly url: string;
  /** Frames and pictures that are saved with the page. */
  readonly others?: readonly { readonly type: string; readonly content: string }[];
  /** As a program saves it that makes no parts of a page alone. */
  readonly isSingle?: boolean;
}

/** A web page saved as one file. */
export function makeMht(html: string, options: MhtOptions): Uint8Array {
  const { charset, encoding, url, others = [], isStated = true, isSingle = false } = options;
  const bytes = charset === 'utf-8' ? new TextEncoder().encode(html) : toGbk(html);
  const latin = (part: Uint8Array) => Buffer.from(part).toString('latin1');
  const content = {
    '8bit': () => latin(bytes),
    base64: () => Buffer.from(bytes).toString('base64').replace(/.{76}/gu, '$&\r\n'),
    'quoted-printable': () => quotedPrintable(bytes),
  }[encoding]();
  const type = `Content-Type: text/html${isStated ? `; charset="${charset}"` : ''}`;
  const page = [type, `Content-Transfer-Encoding: ${encoding}`, `Content-Location: ${url}`, '', content];
  const head = [
    'From: <Saved by a browser>',
    `Snapshot-Content-Location: ${url}`,
    'Subject: =?utf-8?Q?=E5=8F=91=E5=B8=83?=',
    'MIME-Version: 1.0',
  ];
  if (isSingle) return Buffer.from([...head, ...page].join('\r\n'), 'latin1');
  const border = '----MultipartBoundary--x';
  const rest = others.flatMap((part, index) => [
    `--${border}`,
    `Content-Type: ${part.type}; charset="utf-8"`,
    'Content-Transfer-Encoding: base64',
    `Content-Location: cid:part-${index}@mhtml.blink`,
    '',
    Buffer.from(part.content).toString('base64'),
  ]);
  const lines = [
    ...head,
    `Content-Type: multipart/related; type="text/html"; boundary="${border}"`,
    '',
    `--${border}`,
    ...page,
    ...rest,
    `--${border}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}
