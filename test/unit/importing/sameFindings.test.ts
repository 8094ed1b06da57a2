import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { keptText } from '../../../src/core/importing/importedLine';
import { differing } from '../../importing/findings';
import { readOriginal } from '../../importing/importing';
import { makeDocx, paragraph } from '../../importing/makeDocx';
import { makePage } from '../../importing/makePage';
import { makePdf } from '../../importing/makePdf';
import { type SetLine, type Typesetting, typeset } from '../../importing/typeset';
import { someOf } from '../../runs';

/** Records and reports written for the tests, simplified and traditional. */
const TEXTS = ['hk-customs', 'minister-corridor', 'mfa-briefing', 'delegation-openday', 'carbon-mixed', 'weather-live'];

const paragraphsOf = (name: string): string[] =>
  readFileSync(`test/fixtures/labelled-fifth/${name}.txt`, 'utf8')
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

const WAYS: Readonly<Record<string, (lines: string[]) => [string, Uint8Array]>> = {
  'a text of one paragraph a line': (lines) => ['a.txt', new TextEncoder().encode(lines.join('\r\n'))],
  'a text broken into lines, with numbers of pages': (lines) => {
    const pages = typeset(lines, { size: 14, indent: 2, ...margins });
    return ['a.txt', new TextEncoder().encode(printed(pages.map((page) => [...page.slice(2), page[1]!])))];
  },
  'a Word document': (lines) => ['a.docx', makeDocx(lines.map((line) => paragraph(line)).join(''))],
  'a web page': (lines) => {
    const [title = '', ...rest] = lines;
    const facts = { title, url: 'https://example.com/a.html', date: '2026-01-20', outlet: '云江日报' };
    return ['a.html', new TextEncoder().encode(makePage(rest, facts))];
  },
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
