import { type TextDocument, Uri, workspace } from 'vscode';
import { isAccepted } from '../core/annotation/anchoring/anchored';
import { normaliseText } from '../core/text/normalise';
import type { LiveAnnotation } from './annotations';

/**
 * The text of each annotated transcript as it was when all its annotations held, in the extension's storage. It tells far
 * more than quotes do when the file comes back changed; without it, quotes must do.
 */
export class LastSeen {
  private readonly kept = new Map<string, string>();

  constructor(private readonly folder: Uri | undefined) {}

  /** Undefined where nothing was kept. */
  async read(transcript: Uri): Promise<string | undefined> {
    const file = await this.fileOf(transcript);
    if (!file) return undefined;
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(file));
    } catch {
      return undefined; // nothing was kept yet
    }
  }

  /** Keeps the document's text if every annotation holds in it; one that waits for a person still needs the old text. */
  async keep(document: TextDocument, annotations: readonly LiveAnnotation[]): Promise<void> {
    const holds = annotations.length > 0 && annotations.every(({ state, isEdited }) => isAccepted(state) && !isEdited);
    const file = holds ? await this.fileOf(document.uri) : undefined;
    if (!file) return;
    const text = normaliseText(document.getText());
    if (this.kept.get(file.path) === text) return;
    this.kept.set(file.path, text);
    await workspace.fs
      .writeFile(file, new TextEncoder().encode(text))
      .then(undefined, () => this.kept.delete(file.path));
  }

  private async fileOf(transcript: Uri): Promise<Uri | undefined> {
    if (!this.folder || transcript.scheme === 'untitled') return undefined;
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(transcript.toString()));
    const name = [...new Uint8Array(bytes, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return Uri.joinPath(this.folder, 'seen', `${name}.txt`);
  }
}
