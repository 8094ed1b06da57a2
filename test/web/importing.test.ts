import * as vscode from 'vscode';
import { parse } from 'yaml';
import { makeDocx, paragraph } from '../importing/makeDocx';
import { makePage } from '../importing/makePage';
import { makePdf } from '../importing/makePdf';
import { typeset } from '../importing/typeset';

const inWorkspace = (name: string) => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
const read = async (name: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(name)));

const SAYS = [
  '云江日报记者：请介绍一下今年全省秋粮生产的情况。',
  '林知远厅长：预计全年粮食产量达到386.5亿斤，比上年增加4.2亿斤。',
];
const FACTS = { title: '秋粮发布会', url: 'https://example.com/a.html', date: '2025-09-18', outlet: '云江日报' };

describe('importing in a browser without Node', () => {
  it('makes transcripts of a Word document, a PDF and a web page', async () => {
    const originals: Record<string, Uint8Array> = {
      'word.docx': makeDocx(SAYS.map((line) => paragraph(line)).join('')),
      'print.pdf': makePdf(typeset(SAYS, { size: 14, indent: 2 })),
      'page.html': new TextEncoder().encode(makePage(SAYS, FACTS)),
    };
    for (const [name, bytes] of Object.entries(originals))
      await vscode.workspace.fs.writeFile(inWorkspace(name), bytes);
    const files = Object.keys(originals).map(inWorkspace);
    const created = await vscode.commands.executeCommand<vscode.Uri[]>('policyTranscripts.importTranscripts', {
      files,
      withoutAsking: true,
    });
    const names = created.map(({ path }) => path.split('/').at(-1)!);
    if (names.join() !== 'word.txt,print.txt,page.txt') throw new Error(names.join());
    for (const name of names) {
      const text = await read(name);
      if (!text.endsWith(`${SAYS.join('\n')}\n`)) throw new Error(`${name}: ${text}`);
      const { document } = parse(await read(`${name}.annotations.yaml`));
      if (!/^sha256:[\da-f]{64}$/u.test(document.originalHash)) throw new Error(JSON.stringify(document));
    }
  });
});
