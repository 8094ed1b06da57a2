import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { FileProblem } from '../store/files';

/** Why a file could not be read or written, and what to do, in one line. */
export function wordFileProblem({ code, detail, cause }: FileProblem): string {
  switch (code) {
    case 'readOnly':
      return 'it is read-only; make it writable and try again';
    case 'denied':
      return 'permission denied; check the permissions of the file and its folder';
    case 'noSpace':
      return 'the disk is full; free some space and try again';
    case 'locked':
      return detail === ''
        ? 'another program keeps it busy; try again in a moment'
        : `process ${detail} is writing it; try again when that is done`;
    case 'notText':
      return 'it is not UTF-8; save it as UTF-8 and try again';
    case 'nameTooLong':
      return `its name is too long for this file system; give the transcript a name that is shorter by ${SIDECAR_SUFFIX.length} bytes or more`;
    case 'danglingLink':
      return 'it is a symbolic link to a file that is not there; remove the link or bring the file back';
    case 'notAFile':
      return 'it is a folder, or something else that is no file; move it away and try again';
    case 'noFolder':
      return 'its folder is not there; make it and try again';
    case 'inTheWay':
      return `${detail} stands where its lock belongs; move that away and try again`;
    case 'notSaved':
    case 'outside':
    case 'failed':
      return `${detail || code}; ${cause instanceof Error ? cause.message : 'try again, and check the disk or the connection to it'}`;
  }
}
