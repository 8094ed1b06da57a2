import { canonical } from '../yaml/shape';
import type { Correction } from './annotation';
import type { ListKey } from './entryKeys';
import type { SidecarSource } from './sidecar';

/**
 * What an entry is called in a merge: an annotation by its id, a correction by what of which place it corrects. Further
 * ones of the same name, and bad entries, are numbered.
 */
export function entryNames(source: SidecarSource, list: ListKey): readonly string[] {
  const taken = new Map<string, number>();
  const numbered = (name: string) => {
    const count = taken.get(name) ?? 0;
    taken.set(name, count + 1);
    return count === 0 ? name : `${name} ${count}`;
  };
  return list === 'annotations'
    ? source.annotationItems.map(({ value }) => numbered(value?.id ?? ' bad'))
    : source.correctionItems.map(({ value }) => numbered(value ? matterOf(value) : ' bad'));
}

const matterOf = (correction: Correction): string =>
  `${['claim', 'slogan', 'speaker'].find((matter) => matter in correction)} ${canonical(correction.target)}`;
