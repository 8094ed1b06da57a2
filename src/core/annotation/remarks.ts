import { pairOf } from '../yaml/nodes';
import { lineStart, rangeOf, type Splice } from '../yaml/splice';
import { entryNames } from './entryNames';
import { layoutOf } from './layoutOf';
import type { SidecarSource } from './sidecar';

/** What theirs has of something that both sides changed differently, and that a file can hold once. */
export interface Remark {
  readonly name: string;
  /** The key of the file above which it stands; undefined: at the top. */
  readonly key: string | undefined;
  /** The correction above which it stands. */
  readonly entry?: string;
  readonly words: string;
}

/** Comments that keep it, those left out that are there already. */
export function remarksOf(source: SidecarSource, remarks: readonly Remark[]): Splice[] {
  const { text, root } = source;
  return remarks.flatMap(({ key, entry, words }) => {
    const pair = key === undefined ? root?.items[0] : pairOf(root, key);
    const remark = `# conflict: theirs has ${words}`;
    if (!pair || text.includes(remark)) return [];
    let at = lineStart(text, rangeOf(pair.key).from);
    if (entry !== undefined) {
      const layout = layoutOf(source, 'corrections');
      const index = entryNames(source, 'corrections').indexOf(entry);
      if (layout.style === 'block' && index >= 0) at = layout.items[index]!.from;
    }
    const column = /^ */u.exec(text.slice(at, at + 80))![0];
    return [{ from: at, to: at, text: `${column}${remark}\n` }];
  });
}
