import type { SidecarProblem } from '../core/annotation/sidecar';

/** What is wrong with a sidecar, in one line: its code, for programs, and what is known besides. */
export function wordProblem({ code, detail }: SidecarProblem): string {
  if (code === 'notText') return `${code}: it is not UTF-8; save it as UTF-8`;
  return `${code} ${detail}`.replace(/\s+/gu, ' ').trim();
}
