import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keptText } from '../../../src/core/importing/importedLine';
import { differing } from '../../importing/findings';
import { readOriginal } from '../../importing/importing';
import { makeDocx, paragraph } from '../../importing/makeDocx';
import { makeMht } from '../../importing/makeMht';
import { makePage } from '../../importing/makePage';
import { makePdf } from '../../importing/makePdf';
import { type SetLine, type Typesetting, typeset, wrap } from '../../importing/typeset';
import { someOf } from '../../runs';

/** Records and reports written for the tests, simplified and traditional. */
const TEXTS = [
  ...['hk-customs', 'minister-corridor', 'mfa-briefing', 'delegation-openday', 'carbon-mixed', 'weather-live'].map(
    (name) => `labelled-fifth/${name}`,
  ),
  ...['drug-briefing', 'civil-hotline', 'court-brackets'].map((name) => `labelled-fifth/${name}`),
  'labelled-blind/taiwan-yuan-interpellation',
  'labelled-blind/stats-quarter-alternating',
  'labelled-third/d10-tw-press-markdown',
  'labelled-third/d11-macao-record',
];

const paragraphsOf = (name: string): string[] =>
  readFileSync(`test/fixtures/${name}.txt`, 'utf8')
    .replace(/^\ufeff/u, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const margins = { head: () => '云江省新闻发布会实录', foot: (page: number) => `— ${page} —` };

const pdf =
  (options: Typesetting, font: 'own' | 'named' = 'own') =>
  (lines: string[]): [string, Uint8Array] => [
    'a.pdf',
    makePdf(typeset(lines, { size: 14, title: true, ...options }), { font }),
  ];

/** The same pages as a program leaves them that saves a PDF as text. */
const printed = (pages: readonly (readonly SetLine[])[]): string => {
  const spaced = (line: SetLine) => `${line.x > 72 && line.x < 110 ? '　　' : ''}${line.text}`;
  return pages.map((page) => `${page.map(spaced).join('\n')}\n`).join('\n');
};

const page = ([title = '', ...rest]: string[]): string =>
  makePage(rest, { title, url: 'https://example.com/a.html', date: '2026-01-20', outlet: '云江日报' });

const time = (seconds: number, mark: ',' | '.'): string =>
  `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}${mark}000`;

/** Cues of a line or two, as long as a screen shows; a paragraph begins with a new cue, behind a pause. */
function subtitles(lines: readonly string[], kind: 'srt' | 'vtt'): string {
  const mark = kind === 'srt' ? ',' : '.';
  let [number, at] = [0, 1];
  const cues = lines.flatMap((line) => {
    const shown = wrap(line, 16);
    at += 4;
    return Array.from({ length: Math.ceil(shown.length / 2) }, (_, index) => {
      const words = shown.slice(2 * index, 2 * index + 2).join('\n');
      number++;
      at += 2;
      return `${number}\n${time(at - 2, mark)} --> ${time(at, mark)}\n${words}\n`;
    });
  });
  return `${kind === 'vtt' ? 'WEBVTT\n\n' : ''}${cues.join('\n')}`;
}

const WAYS: Readonly<Record<string, (lines: string[]) => [string, Uint8Array]>> = {
  'a text of one paragraph a line': (lines) => ['a.txt', new TextEncoder().encode(lines.join('\r\n'))],
  'a text broken into lines, with numbers of pages': (lines) => {
    const pages = typeset(lines, { size: 14, indent: 2, ...margins });
    return ['a.txt', new TextEncoder().encode(printed(pages.map((page) => [...page.slice(2), page[1]!])))];
  },
  'a Word document': (lines) => ['a.docx', makeDocx(lines.map((line) => paragraph(line)).join(''))],
  'a web page': (lines) => ['a.html', new TextEncoder().encode(page(lines))],
  'a web page saved as one file': (lines) => [
    'a.mht',
    makeMht(page(lines), { charset: 'utf-8', encoding: 'quoted-printable', url: 'https://example.com/a.html' }),
  ],
  // nobody has to write what GBK has no code for
  'a web page in an older encoding, saved as one file': (lines) => [
    'a.mht',
    makeMht(
      page(lines)
        .replace('utf-8', 'gbk')
        .replace(/[\u{10000}-\u{10ffff}]/gu, '某'),
      {
        ...{ charset: 'gbk', isStated: false, encoding: 'base64', url: 'https://example.com/a.html' },
      },
    ),
  ],
  'what is copied from a page': (lines) => [
    'clipboard.txt',
    // one of the texts has pages that end within a sentence
    new TextEncoder().encode(
      lines.map((line, index) => `${/[^。：？！）]$/u.test(lines[index - 1] ?? '') ? '' : '　　'}${line}`).join('\r\n'),
    ),
  ],
  'what is copied from pages': (lines) => [
    'clipboard.txt',
    new TextEncoder().encode(printed(typeset(lines, { size: 14, indent: 2, ...margins }))),
  ],
  'subtitles (SRT)': (lines) => ['a.srt', new TextEncoder().encode(subtitles(lines, 'srt'))],
  'subtitles (WebVTT)': (lines) => ['a.vtt', new TextEncoder().encode(subtitles(lines, 'vtt'))],
  'a PDF with indents, heads and numbers': pdf({ indent: 2, ...margins }),
  'a PDF with blanks between paragraphs': pdf({ gap: 0.8, ...margins }),
  'a PDF of two columns': pdf({ columns: 2, indent: 2, size: 10.5, ...margins }),
  'a PDF of two columns with blanks between paragraphs': pdf({ columns: 2, gap: 0.6, size: 10.5, ...margins }),
  'a PDF of three columns': pdf({ columns: 3, indent: 2, size: 9, ...margins }),
  'a PDF whose font names a character map': pdf({ indent: 2, ...margins }, 'named'),
};

describe('the same text through all ways', () => {
  for (const [way, make] of Object.entries(WAYS)) {
    it(`reads ${way} as the plain file`, async () => {
      let total = 0;
      const differ: string[] = [];
      const texts = someOf(TEXTS, 2);
      for (const name of texts) {
        const lines = paragraphsOf(name);
        const { lines: read } = await readOriginal(...make(lines));
        const compared = differing(`${lines.join('\n')}\n`, keptText(read));
        total += compared.total;
        differ.push(...compared.differ.map((finding) => `${name}: ${finding}`));
      }
      assert.ok(total > 25 * texts.length, `only ${total} findings`);
      assert.ok(differ.length <= Math.max(2, total / 100), `${differ.length} of ${total}:\n${differ.join('\n')}`);
    });
  }
});
