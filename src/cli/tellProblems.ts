import { SIDECAR_SUFFIX } from '../core/annotation/annotation';
import type { SidecarProblem } from '../core/annotation/sidecar';
import type { Tell } from './walk';

/** Says what of a transcript's sidecar is not read, or not as it was meant: alike in all commands. */
export function tellProblems(transcript: string, problems: readonly SidecarProblem[], tell: Tell): void {
  for (const problem of problems) {
    tell(`${transcript}${SIDECAR_SUFFIX}:${problem.line + 1}`, wordProblem(problem), true);
  }
}

/** What is wrong with a sidecar, in one line: its code, for programs, and what is known besides. */
function wordProblem({ code, detail }: SidecarProblem): string {
  if (code === 'notText') return `${code}: it is not UTF-8; save it as UTF-8`;
  return `${code} ${detail}`.replace(/\s+/gu, ' ').trim();
}
