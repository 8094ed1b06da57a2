import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { ImportedLine } from '../../core/importing/importedLine';
import { normaliseText } from '../../core/text/normalise';
import { engine } from '../../host/engine';
import type { Step } from '../../host/history';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import { createTranscript } from './createTranscript';
import { type Made, MadeBefore, pathFrom } from './madeBefore';
import { type PreviewDocument, showPreview } from './previewPanel';
import { type ReadFile, readOriginals } from './readOriginals';
import { updateTranscript } from './updateTranscript';
import { wordLeftAlone } from './wordImport';

/** What a key binding or script can pass so that nothing is asked. */
export interface ImportArguments {
  readonly files: readonly Uri[];
  /** Where the transcripts go; beside each original where it is left out. */
  readonly folder?: Uri;
  /** Whether to make transcripts, and to update those whose original has changed, without asking. */
  readonly withoutAsking?: boolean;
}

/** Makes transcripts of originals. Resolves with those that are there now, made, updated or from before. */
export async function importTranscripts(
  services: Services,
  { files, folder, withoutAsking = false }: ImportArguments,
): Promise<Uri[]> {
  const folderOf = (file: Uri) => folder ?? Uri.joinPath(file, '..');
  const read = await readOriginals(services, files);
  if (!read || read.length === 0) return [];
  const known = new Map<ReadFile, Made>();
  const before = new MadeBefore(services);
  for (const file of read) {
    const made = await before.find(file.uri, folderOf(file.uri));
    if (made) known.set(file, made);
  }
  const there: Uri[] = [];
  for (const [file, { transcript, hash }] of known) {
    if (hash === file.hash) there.push(transcript);
    else {
      const now = (await workspace.openTextDocument(transcript)).getText();
      const lines = engine().takenBackBefore(file.original.lines, normaliseText(now));
      const [text, facts] = contentOf(file, folderOf(file.uri), lines);
      if (await updateTranscript(services, transcript, text, facts, !withoutAsking)) there.push(transcript);
    }
  }
  const drafts = read.filter((file) => !known.has(file)).map((file) => new Draft(file));
  if (drafts.length === 0) {
    await tellPresent(read, known);
    return there;
  }
  const confirm = drafts.length === 1 ? l10n.t('Create Transcript') : l10n.t('Create {0} Transcripts', drafts.length);
  const place = folder
    ? l10n.t('in {0}', workspace.asRelativePath(folder))
    : l10n.t('beside the original, which stays as it is');
  const title =
    drafts.length === 1
      ? l10n.t('Import Transcripts: {0}', drafts[0]!.name)
      : l10n.t('Import Transcripts: {0} and {1} more', drafts[0]!.name, drafts.length - 1);
  if (!withoutAsking && !(await showPreview(services.extensionUri, drafts, { title, place, confirm }))) return there;
  return [...there, ...(await createAll(services, drafts, folderOf, !withoutAsking))];
}

/** A transcript that is still to be made. */
class Draft implements PreviewDocument {
  readonly name: string;
  readonly place: string;
  readonly remarks: readonly string[];
  private readonly takenBack = new Set<number>();

  constructor(readonly file: ReadFile) {
    this.name = fileName(file.uri);
    this.place = workspace.asRelativePath(Uri.joinPath(file.uri, '..'));
    this.remarks = file.original.leftAlone.map(wordLeftAlone);
  }

  rows() {
    return this.file.original.lines.map((line, index) => ({ ...line, isTakenBack: this.takenBack.has(index) }));
  }

  toggle(row: number): void {
    if (!this.takenBack.delete(row)) this.takenBack.add(row);
  }

  /** The lines with those that a person took back. */
  lines(): ImportedLine[] {
    return this.file.original.lines.map((line, index) => (this.takenBack.has(index) ? { text: line.text } : line));
  }
}

function contentOf({ uri, hash, original }: ReadFile, folder: Uri, lines: readonly ImportedLine[]) {
  const text = engine().keptText(lines);
  const facts = engine().transcriptFacts(text, { facts: original.facts, path: pathFrom(folder, uri), hash });
  return [text, facts] as const;
}

async function createAll(
  services: Services,
  drafts: readonly Draft[],
  folderOf: (file: Uri) => Uri,
  isShown: boolean,
): Promise<Uri[]> {
  const created: Uri[] = [];
  const steps: Step[] = [];
  await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Creating transcripts'), cancellable: true },
    async (progress, token) => {
      for (const draft of drafts) {
        if (token.isCancellationRequested) return;
        progress.report({ message: draft.name, increment: 100 / drafts.length });
        const folder = folderOf(draft.file.uri);
        const [text, facts] = contentOf(draft.file, folder, draft.lines());
        try {
          const transcript = await createTranscript(folder, draft.name, text);
          created.push(transcript);
          steps.push({ made: transcript, as: { text, facts } });
        } catch (error) {
          services.log.error(`cannot create a transcript of ${draft.name}`, error as Error);
          window.showErrorMessage(l10n.t('{0} could not be written. Choose another place.', folder.fsPath));
          return;
        }
      }
    },
  );
  const [first] = created;
  if (!first) return [];
  const label =
    created.length === 1
      ? l10n.t('import of {0}', fileName(first))
      : l10n.t('import of {0} transcripts', created.length);
  if (!(await services.history.run(label, steps))) return [];
  if (created.length > 1) window.showInformationMessage(l10n.t('{0} transcripts were created.', created.length));
  if (isShown) await window.showTextDocument(first, { preview: false });
  return created;
}

/** Says that there was nothing to do, and shows where the transcript is. */
async function tellPresent(read: readonly ReadFile[], known: ReadonlyMap<ReadFile, Made>): Promise<void> {
  const present = read.filter((file) => known.get(file)?.hash === file.hash);
  const [first] = present;
  if (!first) return;
  const { transcript } = known.get(first)!;
  if (present.length === 1) {
    const words = l10n.t('{0} was imported already, as {1}.', fileName(first.uri), fileName(transcript));
    window.showInformationMessage(words);
    await window.showTextDocument(transcript, { preview: false });
  } else window.showInformationMessage(l10n.t('{0} originals were imported already.', present.length));
}
