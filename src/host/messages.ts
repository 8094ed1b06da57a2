import { type LogOutputChannel, l10n, window } from 'vscode';
import type { SidecarProblem } from '../core/annotation/sidecar';
import type { CodebookRefused } from '../core/codebook/codebookOperation';
import { FileProblem, type FileProblemCode } from '../store/files';
import type { Refusal } from '../store/sidecarStore';

/** The one sentence that tells a person what an I/O condition means and what to do. */
function wordFileProblem(code: FileProblemCode, name: string): string {
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
      return l10n.t('Another program keeps {0} busy, so nothing was saved. Try again in a moment.', name);
    case 'notText':
      return l10n.t('{0} is not UTF-8 text, so it was left as it is. Save it as UTF-8 and try again.', name);
    case 'other':
      return l10n.t('{0} could not be written, so nothing was saved. The log says why.', name);
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
  const code = error instanceof FileProblem ? error.code : 'other';
  const show = l10n.t('Show Log');
  if ((await window.showErrorMessage(wordFileProblem(code, name), show)) === show) log.show();
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
