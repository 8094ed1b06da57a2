import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

/*
 * Speed as a person meets it: every provider on a transcript of 5 MB and after a typed character, and the workspace index
 * over 2,000 transcripts. Runs inside the real VS Code; `npm run bench` prints the report.
 */
const WORKSPACE = process.env.TEST_WORKSPACE!;
const lines: string[] = [];
const say = (label: string, ...figures: string[]) =>
  lines.push([label.padEnd(34), ...figures.map((figure) => figure.padStart(14))].join(' '));
const ms = (value: number) => `${value.toFixed(0)} ms`;

async function time<T>(work: () => Thenable<T>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The longest time for which the extension host answered nobody while `work` ran. */
async function longestPause(work: () => Thenable<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 5);
    last = now;
  }, 5);
  await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(timer);
  return longest;
}

const ask = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);

function providers(uri: vscode.Uri, at: vscode.Position, visible: vscode.Range): [string, () => Thenable<unknown>][] {
  return [
    ['tokens of the visible part', () => ask('vscode.provideDocumentRangeSemanticTokens', uri, visible)],
    ['tokens of the document', () => ask('vscode.provideDocumentSemanticTokens', uri)],
    ['outline', () => ask('vscode.executeDocumentSymbolProvider', uri)],
    ['folding', () => ask('vscode.executeFoldingRangeProvider', uri)],
    ['selection ranges', () => ask('vscode.executeSelectionRangeProvider', uri, [at])],
    ['hover', () => ask('vscode.executeHoverProvider', uri, at)],
    ['highlights', () => ask('vscode.executeDocumentHighlights', uri, at)],
    ['definition', () => ask('vscode.executeDefinitionProvider', uri, at)],
  ];
}

export async function run(): Promise<void> {
  await vscode.extensions.getExtension('policy-transcripts.policy-transcripts')!.activate();
  const base = readFileSync(join(WORKSPACE, 'record.txt'), 'utf8');
  for (const megabytes of [0.1, 1, 5]) {
    const name = `large-${megabytes}.transcript`;
    writeFileSync(join(WORKSPACE, name), base.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(base))));
    const uri = vscode.Uri.file(join(WORKSPACE, name));
    const document = await vscode.workspace.openTextDocument(uri);
    say('', 'first', 'again', 'after a key');
    say(`${megabytes} MB, ${document.lineCount} lines`);
    const line = Math.floor(document.lineCount / 2);
    const at = document.positionAt(
      document.getText().indexOf('86.4亿', document.offsetAt(new vscode.Position(line, 0))) + 1,
    );
    const editor = await vscode.window.showTextDocument(document);
    const visible = new vscode.Range(at.line, 0, Math.min(document.lineCount, at.line + 50), 0);
    for (const [label, provide] of providers(uri, at, visible)) {
      const first = await time(provide);
      const again = await time(provide);
      // inside the running text of an answer
      await editor.edit((edit) => edit.insert(at.translate(0, 300), '的'));
      say(`  ${label}`, ms(first), ms(again), ms(await time(provide)));
    }
    const pause = await longestPause(async () => {
      for (let key = 0; key < 10; key++) {
        await editor.edit((edit) => edit.insert(at.translate(0, 300), '的'));
        await new Promise((resolve) => setTimeout(resolve, 120));
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    say('  longest pause, ten keys typed', ms(pause));
    await ask('workbench.action.revertAndCloseActiveEditor');
  }
  await benchSidecar(5000);
  await benchIndex();
  writeFileSync(process.env.TEST_RESULTS!, JSON.stringify({ passed: 1, failed: 0, report: lines.join('\n') }));
}

/** A transcript of many annotations: until its view shows them all, and until one more is shown, and the longest pauses. */
async function benchSidecar(count: number): Promise<void> {
  const path = join(WORKSPACE, 'annotated.transcript');
  const paragraphs = Array.from({ length: count }, (_, n) => `第${n}批物资稳定供应，价格比上年上涨${n % 97}.5%。\n`);
  const head = readFileSync(join(WORKSPACE, 'record.txt'), 'utf8').replaceAll('\r', '').trimEnd();
  writeFileSync(path, `${head}\n${paragraphs.join('')}`);
  let start = head.length + 1;
  const entries = paragraphs.map((words, n) => {
    const target = { exact: words.slice(0, -8), prefix: '', suffix: words.slice(-8, -1), start };
    start += words.length;
    return `  - ${JSON.stringify({ id: `b${n}`, tags: [`供应/${n % 50}`], target, note: `第${n}条` })}\n`;
  });
  writeFileSync(`${path}.annotations.yaml`, `version: 1\nannotations:\n${entries.join('')}`);
  const uri = vscode.Uri.file(path);
  const shown = async (words: string) => {
    for (;;) {
      const hovers = await ask<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        uri,
        document.positionAt(document.getText().indexOf(words)),
      );
      if (
        hovers
          .flatMap(({ contents }) => contents as vscode.MarkdownString[])
          .some(({ value }) => value.includes('供应'))
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  await ask('policyTranscripts.annotations.focus');
  const document = await vscode.workspace.openTextDocument(uri);
  let took = 0;
  const opening = await longestPause(async () => {
    took = await time(async () => {
      await vscode.window.showTextDocument(document);
      await shown(paragraphs.at(-1)!);
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
  });
  say(`${count} annotations`);
  say('  opened', ms(took));
  say('  longest pause', ms(opening));
  const editor = vscode.window.activeTextEditor!;
  const at = document.positionAt(document.getText().indexOf('三保三防'));
  editor.selection = new vscode.Selection(at, at.translate(0, 4));
  const adding = await longestPause(async () => {
    took = await time(async () => {
      await ask('policyTranscripts.tagSelection', { tags: ['供应'] });
      await shown('三保三防');
    });
    await new Promise((resolve) => setTimeout(resolve, 1000));
  });
  say('  one more added', ms(took));
  say('  longest pause', ms(adding));
}

async function benchIndex(): Promise<void> {
  const folder = join(WORKSPACE, 'many');
  mkdirSync(folder);
  const base = readFileSync(join(WORKSPACE, 'record.txt'), 'utf8');
  for (let index = 0; index < 2000; index++) {
    writeFileSync(join(folder, `t${index}.txt`), base.replaceAll('清江', `清江${index}`).repeat(1 + (index % 12)));
  }
  const count = readdirSync(folder).length;
  let first = 0;
  const before = process.memoryUsage().heapUsed;
  const pause = await longestPause(async () => {
    first = await time(() => ask('vscode.executeWorkspaceSymbolProvider', '三保三防'));
  });
  say(`index of ${count} transcripts`, ms(first));
  say('  longest pause of the host', ms(pause));
  say('  heap of the host grew by', `${((process.memoryUsage().heapUsed - before) / 1e6).toFixed(0)} MB`);
  say('  asked again', ms(await time(() => ask('vscode.executeWorkspaceSymbolProvider', '四水联治'))));
}
