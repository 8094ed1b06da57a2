import { SIDECAR_SUFFIX } from '../core/annotation/annotation';

/** A second version of a sidecar that lies beside it. */
export interface SidecarCopy {
  readonly name: string;
  /** The name of the transcript whose annotations are in it. */
  readonly transcript: string;
}

const COPY = /^(.+)\.annotations(|(?:[^\p{L}\p{N}]|的副本).*)\.ya?ml$/isu;

/**
 * What programs add to the name of a copy, before its extension or in front: `q (1).txt`, `q-DESKTOP-AB12.txt`,
 * `q - 副本.txt`, `Copy of q.txt`, `复件 (2) q.txt`.
 */
const MARK =
  /^(?:Copy(?: \(\d+\))? of|(?:副本|复件|複本)(?:\s*[(（]\d+[)）])?)\s+|(?:\s*\([^()]*\)|（[^（）]*）|-[\p{Lu}\p{N}][\p{Lu}\p{N}-]*|\.sync-conflict-[\w-]+|\s+-\s+[^.]+|\s+copy(?:\s+\d+)?|(?:\s+|的)副本(?:\s*\d+)?)(?=(?:\.[^.]+)?$)/u;

/** Whether a name alone could be that of a second version; `sidecarCopies` knows. */
export function mayBeCopy(name: string): boolean {
  const [, owner = ''] = COPY.exec(name) ?? [];
  return owner !== '' && (name !== owner + SIDECAR_SUFFIX || MARK.test(owner));
}

/**
 * Among the names of a folder those that synchronising programs, or people, gave to second versions of sidecars
 * (`q.txt.annotations (1).yaml`, `q.txt.annotations-DESKTOP-AB12.yaml`), and sidecars that end in `.yml`: nothing reads
 * them. Other programs' files are not meant: the transcript or its sidecar must be there.
 */
export function sidecarCopies(names: readonly string[]): SidecarCopy[] {
  const all = new Set(names);
  return names.flatMap((name) => {
    const [, owner = '', mark = ''] = COPY.exec(name) ?? [];
    if (owner === '') return [];
    const isThere = (transcript: string) => all.has(transcript) || all.has(transcript + SIDECAR_SUFFIX);
    if (name !== owner + SIDECAR_SUFFIX) return isThere(owner) || mark === '' ? [{ name, transcript: owner }] : [];
    const transcript = owner.replace(MARK, '');
    return transcript !== owner && !all.has(owner) && all.has(transcript) ? [{ name, transcript }] : [];
  });
}
