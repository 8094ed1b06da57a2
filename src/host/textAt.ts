import { type Uri, workspace } from 'vscode';
import { decode } from '../core/text/decode';
import { normaliseText } from '../core/text/normalise';
import { showError } from './messages';
import type { Services } from './services';
import { fileName } from './wording';

/** As it stands in the editor, else in the file; empty where it cannot be read, which is said. */
export async function textAt({ analyses, log }: Pick<Services, 'analyses' | 'log'>, uri: Uri): Promise<string> {
  const document = analyses.openAt(uri);
  if (document) return analyses.get(document).source.text;
  try {
    return normaliseText(decode(await workspace.fs.readFile(uri)));
  } catch (error) {
    void showError(log, error, fileName(uri));
    return '';
  }
}
