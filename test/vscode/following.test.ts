import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { activateExtension, eventually, workspacePath } from './openFixture';

/** A sequence that is the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Characters that can be told from one another, so that what became of each is known. */
interface Character {
  readonly letter: string;
}

const LETTERS = '山水林田湖草沙风雨电路桥港城乡村镇市县民生业农工商学医养老幼文体旅';
const characters = (random: (below: number) => number, length: number): Character[] =>
  Array.from({ length }, () => ({ letter: LETTERS[random(LETTERS.length)]! }));
const textOf = (all: readonly Character[]) => all.map(({ letter }) => letter).join('');

describe('annotations under random edits', () => {
  for (const [seed, eol] of [
    [1, '\n'],
    [2, '\r\n'],
    [3, '\n'],
  ] as const) {
    it(`follow them, sequence ${seed}, ${eol === '\n' ? 'LF' : 'CRLF'}`, async () => {
      await activateExtension();
      const random = sequence(seed);
      const path = workspacePath(`random-${seed}.transcript`);
      const sidecar = `${path}.annotations.yaml`;
      const lines = Array.from({ length: 6 }, () => characters(random, 60));
      let now: Character[] = lines.flatMap((line) => [...line, { letter: '\n' }]);
      writeFileSync(path, textOf(now).replaceAll('\n', eol));
      const editor = await vscode.window.showTextDocument(vscode.Uri.file(path), { preview: false });
      const { document } = editor;
      const positionAt = (offset: number) => {
        const before = textOf(now.slice(0, offset)).split('\n');
        return new vscode.Position(before.length - 1, before.at(-1)!.length);
      };

      const passages = lines.map((line, index) => line.slice(10 + index, 30 + index));
      for (const [index, passage] of passages.entries()) {
        const start = now.indexOf(passage[0]!);
        editor.selection = new vscode.Selection(positionAt(start), positionAt(start + passage.length));
        await vscode.commands.executeCommand('policyTranscripts.tagSelection', { tags: [`t${index}`] });
      }
      for (let step = 0; step < 40; step++) {
        const at = random(now.length - 1);
        // what is typed over an end of a passage can be taken either way: only inserting or deleting is plain
        const isInsertion = random(2) === 0;
        const rest = now.slice(at).findIndex(({ letter }) => letter === '\n');
        const length = isInsertion ? 0 : Math.min(1 + random(3), rest);
        const inserted = isInsertion ? characters(random, 1 + random(3)) : [];
        const range = new vscode.Range(positionAt(at), positionAt(at + length));
        assert.ok(await editor.edit((edit) => edit.replace(range, textOf(inserted))));
        now = [...now.slice(0, at), ...inserted, ...now.slice(at + length)];
      }
      assert.equal(document.getText().replaceAll('\r\n', '\n'), textOf(now));
      await document.save();

      /** From the first character that is left of the passage to the last, with what was typed between. */
      const expected = passages.map((passage) => {
        const left = passage.flatMap((character) => (now.includes(character) ? [now.indexOf(character)] : []));
        return left.length === 0 ? '' : textOf(now.slice(left[0]!, left.at(-1)! + 1));
      });
      const quotes = () =>
        parse(readFileSync(sidecar, 'utf8')).annotations.map(
          ({ target }: { target: { exact: string } }) => target.exact,
        );
      await eventually(`recorded: ${expected}`, () => quotes().join() === expected.join()).catch(() =>
        assert.deepEqual(quotes(), expected),
      );
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      rmSync(path);
      rmSync(sidecar);
    });
  }
});
