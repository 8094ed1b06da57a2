/** A tag of the codebook, and the tags below it. */
export interface CodebookTag {
  readonly name: string;
  /** `parent/child`: how annotations write it. */
  readonly path: string;
  /** `#rgb` or `#rrggbb`. */
  readonly color?: string;
  readonly description?: string;
  /** What the analyst thinks about the tag. */
  readonly note?: string;
  /**
   * Old names: of this level, or with a slash the whole path that it had; `/name` had no parent. Below another tag the
   * tag's own name can be no old one of its level: there it means the path that it had at the top.
   */
  readonly formerly: readonly string[];
  readonly children: readonly CodebookTag[];
}

/** What `codebook.yaml` holds for people. */
export interface Codebook {
  readonly tags: readonly CodebookTag[];
}

export const EMPTY_CODEBOOK: Codebook = { tags: [] };

export const CODEBOOK_FILE = 'codebook.yaml';
export const CODEBOOK_VERSION = 1;

/** All tags, each before those below it, in the order of the file. */
export const allTags = ({ tags }: Pick<Codebook, 'tags'>): CodebookTag[] =>
  tags.flatMap((tag) => [tag, ...allTags({ tags: tag.children })]);

/** The tag that is written so today; `resolveTag` knows old names as well. */
export function findTag({ tags }: Codebook, path: string): CodebookTag | undefined {
  let found: CodebookTag | undefined;
  for (const name of path.split('/')) {
    found = (found ? found.children : tags).find((tag) => tag.name === name);
    if (!found) return undefined;
  }
  return found;
}

/** The path of the tag above, empty for one at the top. */
export const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const joinPath = (parent: string, name: string): string => (parent === '' ? name : `${parent}/${name}`);

export const isWithin = (path: string, ancestor: string): boolean =>
  path === ancestor || path.startsWith(`${ancestor}/`);

/** Whether words can be the name of one level: on one line, without slash, and without spaces that nobody sees. */
export const isTagName = (name: string): boolean =>
  name !== '' && name.trim() === name && !/[/\p{Cc}\u2028\u2029]/u.test(name);

/** A path whose slash tells it from the old name of one level. */
export const asFormerPath = (path: string): string => (path.includes('/') ? path : `/${path}`);

/** An old name as it stands in `formerly` of the tag `path`, with a slash where it is a whole path. */
export const readFormerly = (path: string, written: string): string =>
  written === nameOf(path) && written !== path ? asFormerPath(written) : written;

/** What `readFormerly` reads, as people would write it. */
export const writeFormerly = (path: string, old: string): string =>
  old === `/${nameOf(path)}` && parentOf(path) !== '' ? nameOf(path) : old;

export const isColor = (color: string): boolean => /^#(?:[\da-f]{3}|[\da-f]{6})$/iu.test(color);
