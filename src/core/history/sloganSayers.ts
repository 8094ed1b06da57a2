import { sloganKeyAtHand } from './sloganNames';

/** Which documents may say a slogan: told at once of any slogan, however many documents and slogans there are. */
export class SloganSayers {
  private readonly byKey = new Map<string, Set<string>>();
  private readonly known = new Set<string>();

  knows = (path: string): boolean => this.known.has(path);

  /** Takes into account which slogans the document at `path` says. */
  add(path: string, slogans: readonly string[]): void {
    this.known.add(path);
    for (const key of slogans.map(sloganKeyAtHand)) {
      const paths = this.byKey.get(key);
      if (paths) paths.add(path);
      else this.byKey.set(key, new Set([path]));
    }
  }

  /** It may be listed still under what it said: who is asked about it then says nothing of that. */
  drop(path: string): void {
    this.known.delete(path);
  }

  /** Whether a document may say one of the slogans of these keys; undefined for those of which nothing is known. */
  test(keys: readonly string[]): (path: string) => boolean | undefined {
    return (path) => (this.known.has(path) ? keys.some((key) => this.byKey.get(key)?.has(path)) : undefined);
  }
}
