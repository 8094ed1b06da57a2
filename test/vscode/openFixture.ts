import { join } from 'node:path';
import * as vscode from 'vscode';

const EXTENSION = 'policy-transcripts.policy-transcripts';

/** The copy of test/fixtures/workspace that is open in this window. */
export const workspacePath = (name: string): string => join(process.env.TEST_WORKSPACE!, name);

export async function activateExtension(): Promise<void> {
  await vscode.extensions.getExtension(EXTENSION)!.activate();
}

/** Shows a file of the workspace in an editor, with the extension active. */
export async function openFixture(name: string): Promise<vscode.TextEditor> {
  await activateExtension();
  return vscode.window.showTextDocument(vscode.Uri.file(workspacePath(name)), { preview: false });
}

/** Resolves with the first value that `probe` gives; rejects after some seconds without one. */
export async function eventually<T>(
  what: string,
  probe: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const value = await probe();
    if (value !== undefined && value !== false) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never: ${what}`);
}

/** Opens a file and waits until it is taken for a transcript. */
export async function openTranscript(name: string): Promise<vscode.TextEditor> {
  const { document } = await openFixture(name);
  return eventually(`${name} becomes a transcript`, async () => {
    const editor = vscode.window.visibleTextEditors.find(
      (visible) => visible.document.uri.fsPath === document.uri.fsPath,
    );
    return editor?.document.languageId === 'policy-transcript' ? editor : undefined;
  });
}
