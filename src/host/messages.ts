import { commands, type LogOutputChannel, l10n, Uri, window } from 'vscode';
import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { SidecarProblem } from '../core/annotation/sidecar';
import type { CodebookRefused } from '../core/codebook/codebookOperation';
import type { NamesRefused } from '../core/names/editNames';
import { FileProblem, type FileProblemCode } from '../store/files';
import type { Refusal } from '../store/sidecarStore';

/** The one sentence that tells a person what an I/O condition means and what to do. */
function wordFileProblem(code: FileProblemCode, detail: string, name: string): string {
  switch (code) {
    case 'readOnly':
      return l10n.t('{0} is read-only, so nothing was saved. Make it writable and try again.', name);
    case 'denied':
      return l10n.t(
        'You are not allowed to write {0}, so nothing was saved. Check the permissions of its folder.',
        name,
      );
    case 'noSpace':
      return l10n.t('The disk is full, so {0} was left as it was. Free some space and try again.', name);
    case 'locked':
      return detail === ''
        ? l10n.t('Another program keeps {0} busy, so nothing was saved. Try again in a moment.', name)
        : l10n.t('Process {1} is writing {0}, so nothing was saved. Try again when it is done.', name, detail);
    case 'notText':
      return l10n.t('{0} is not UTF-8 text, so it was left as it is. Save it as UTF-8 and try again.', name);
    case 'nameTooLong':
      return l10n.t(
        'The name {0} is too long for this file system, so nothing was saved. Give the transcript a shorter name and try again.',
        name,
      );
    case 'danglingLink':
      return l10n.t(
        '{0} is a symbolic link to a file that is not there, so nothing was saved. Remove the link or bring the file back.',
        name,
      );
    case 'notAFile':
      return l10n.t('{0} is a folder, so nothing was saved. Move it away and try again.', name);
    case 'noFolder':
      return l10n.t('The folder of {0} is not there, so nothing was saved. Make it and try again.', name);
    case 'inTheWay':
      return l10n.t(
        '{1} stands where the lock of {0} belongs, so nothing was saved. Move that away and try again.',
        name,
        detail,
      );
    case 'notSaved':
      return l10n.t('The editor could not save {0}, so nothing was changed. Save it yourself and try again.', name);
    case 'outside':
      return l10n.t(
        '{0} is outside its workspace folder, so nothing was saved. Correct the setting “policyTranscripts.codebook” or the link.',
        name,
      );
    case 'failed':
      return l10n.t(
        '{0} could not be written ({1}), so nothing was saved. Check the disk or the connection to it and try again; the log says more.',
        name,
        detail || '?',
      );
  }
}

/** What is wrong with a sidecar, at the line where it is shown. */
export function wordProblem({ code, line, detail }: SidecarProblem): string {
  switch (code) {
    case 'conflictMarkers':
      return l10n.t(
        'Two versions of this file were merged with conflict markers. Nothing is written until they are gone.',
      );
    case 'unparseable':
      return l10n.t(
        'Line {0}, or the one above it, is not valid YAML (is a bracket, quote or indent missing?). Nothing is saved until it is corrected.',
        line + 1,
      );
    case 'newerVersion':
      return l10n.t('This file was written by a newer version of the extension. Update it to change annotations.');
    case 'notASidecar':
      return l10n.t('This does not look like an annotation file. Nothing is written into it.');
    case 'notText':
      return l10n.t('This file is not UTF-8 text. Nothing is written until it is saved as UTF-8.');
    case 'unreadable':
      return l10n.t('This file cannot be read. Check its permissions, and the disk or the connection to it.');
    case 'badEntry':
      return l10n.t('This entry is not understood: an annotation needs an id, and a target with the exact words.');
    case 'duplicateId':
      return l10n.t('Another annotation has the same id. Give one of them another.');
    case 'wideComma':
      return l10n.t('“{0}” is one tag here: between tags write “,”, not “，”.', detail);
  }
}

/** Why a sidecar was not written. Lines are counted from 1, as editors show them. */
export function wordRefusal(refusal: Refusal, name: string): string {
  switch (refusal.code) {
    case 'conflictMarkers':
      return l10n.t(
        '{0} has conflict markers (line {1}). Resolve them first; nothing was changed.',
        name,
        refusal.line + 1,
      );
    case 'unparseable':
      return l10n.t('{0} is not valid YAML (line {1}). Correct it first; nothing was changed.', name, refusal.line + 1);
    case 'newerVersion':
      return l10n.t(
        '{0} was written by a newer version of this extension. Update it first; nothing was changed.',
        name,
      );
    case 'notText':
      return wordFileProblem('notText', '', name);
    case 'unreadable':
      return wordFileProblem('denied', '', name);
    case 'notASidecar':
    case 'badEntry':
    case 'wideComma':
      return l10n.t(
        '{0} does not look like an annotation file (line {1}); nothing was changed.',
        name,
        refusal.line + 1,
      );
    case 'duplicateId':
      return l10n.t(
        '{0} has the id {1} twice (line {2}). Give one of the two another id first; nothing was changed.',
        name,
        refusal.detail,
        refusal.line + 1,
      );
    case 'missingEntry':
      return l10n.t('This annotation is no longer in {0}; nothing was changed.', name);
    case 'changedSince':
      return l10n.t('This annotation has been changed in {0} meanwhile, so nothing was changed.', name);
    case 'unknownLayout':
      return l10n.t(
        '{0} is written in a form that this extension cannot change line by line, so nothing was changed. Write the entry in the usual form and try again.',
        name,
      );
  }
}

/** Shows one clear sentence; the details go to the log, one click away. */
export async function showError(log: LogOutputChannel, error: unknown, name: string): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  if (error instanceof Error && error.cause) log.error(String(error.cause));
  const problem = error instanceof FileProblem ? error : new FileProblem('failed', name, error, String(error));
  const { code, detail, path } = problem;
  const show = l10n.t('Show Log');
  const rename = l10n.t('Rename Transcript…');
  const canRename = code === 'nameTooLong' && path.endsWith(SIDECAR_SUFFIX);
  const chosen = await window.showErrorMessage(
    wordFileProblem(code, detail, name),
    ...(canRename ? [rename, show] : [show]),
  );
  if (chosen === show) log.show();
  if (chosen === rename) await renameFile(Uri.file(path.slice(0, -SIDECAR_SUFFIX.length)));
}

/** In the explorer, where a person renames files. */
async function renameFile(uri: Uri): Promise<void> {
  await commands.executeCommand('revealInExplorer', uri);
  await commands.executeCommand('renameFile');
}

/** Why a codebook was not written. */
export function wordCodebookRefusal(refusal: CodebookRefused, name: string): string {
  switch (refusal.code) {
    case 'conflictMarkers':
    case 'unparseable':
    case 'newerVersion':
      return wordRefusal({ ...refusal, code: refusal.code }, name);
    case 'unknownLayout':
      return wordRefusal({ code: refusal.code }, name);
    case 'notACodebook':
      return l10n.t(
        '{0} does not look like a codebook (line {1}), so nothing was changed. The setting “policyTranscripts.codebook” says which file is one.',
        name,
        refusal.line + 1,
      );
    case 'badTag':
    case 'noName':
    case 'unusableName':
    case 'badList':
    case 'badColor':
    case 'unquotedColor':
    case 'unknownKey':
    case 'duplicateTag':
    case 'ambiguousName':
      return l10n.t('{0} has an entry that is not understood (line {1}); nothing was changed.', name, refusal.line + 1);
    case 'missingTag':
      return l10n.t('The tag {0} is no longer in {1}; nothing was changed.', refusal.detail, name);
    case 'tagExists':
      return l10n.t('There is a tag {0} already; nothing was changed. Merge the two instead.', refusal.detail);
    case 'badName':
      return l10n.t('“{0}” cannot be the name of a tag; nothing was changed.', refusal.detail);
    case 'badColorValue':
      return l10n.t('“{0}” is not a colour such as #4e79a7; nothing was changed.', refusal.detail);
    case 'intoItself':
      return l10n.t('A tag cannot go into itself; nothing was changed.');
    case 'changedSince':
      return l10n.t('The tag {0} has been changed in {1} meanwhile, so nothing was changed.', refusal.detail, name);
  }
}

/** Why a list of names was not written. */
export function wordNamesRefusal(refusal: NamesRefused, name: string): string {
  switch (refusal.code) {
    case 'unparseable':
      return wordRefusal({ ...refusal, code: refusal.code }, name);
    case 'unknownLayout':
      return wordRefusal({ code: refusal.code }, name);
    case 'hasEntry':
      return l10n.t(
        '“{0}” has an entry of its own in {1}, so nothing was changed. Make one entry of the two there.',
        refusal.detail,
        name,
      );
    case 'changedSince':
      return l10n.t('{0} has been changed meanwhile, so nothing was changed.', name);
    default:
      return l10n.t('{0} has an entry that is not understood (line {1}); nothing was changed.', name, refusal.line + 1);
  }
}
