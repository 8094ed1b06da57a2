import { type Codebook, type CodebookTag, readFormerly } from './codebook';

/** A place in the tree of names; one without a tag is the place of a parent that is gone. */
interface NamePlace {
  readonly tag?: CodebookTag;
  readonly present: Map<string, NamePlace>;
  readonly former: Map<string, Set<NamePlace>>;
}

/** Every name that leads to a tag, present and old. */
class TagNames {
  private readonly root: NamePlace = placeOf(undefined);
  private readonly doubtful: { readonly name: string; readonly tag: CodebookTag }[] = [];

  constructor({ tags }: Codebook) {
    const paths: { segments: string[]; place: NamePlace }[] = [];
    const enter = (tag: CodebookTag, parent: NamePlace): void => {
      const place = placeOf(tag);
      parent.present.set(tag.name, place);
      for (const written of tag.formerly) {
        const name = readFormerly(tag.path, written);
        if (name.includes('/')) paths.push({ segments: name.replace(/^\//u, '').split('/'), place });
        else this.lead(parent, name, place);
      }
      for (const child of tag.children) enter(child, place);
    };
    for (const tag of tags) enter(tag, this.root);
    // an old path begins with the names of its time: the shorter ones tell where those lead today
    paths.sort((a, b) => a.segments.length - b.segments.length);
    for (const { segments, place } of paths) this.leadFrom(segments, place);
  }

  /**
   * The tag that a path means. At each level a present name comes before an old one, which is tried where that leads
   * nowhere; an old name of several tags means none.
   */
  resolve(path: string): CodebookTag | undefined {
    let places = [this.root];
    for (const name of path.split('/')) {
      places = [...new Set(places.flatMap((place) => ways(place, name)))];
    }
    return places.find(({ tag }) => tag !== undefined)?.tag;
  }

  /** Old names that another tag claims as well, each with the later of the two. */
  get ambiguous(): readonly { readonly name: string; readonly tag: CodebookTag }[] {
    return this.doubtful;
  }

  private leadFrom(segments: readonly string[], to: NamePlace): void {
    let place = this.root;
    for (const name of segments.slice(0, -1)) {
      if (!place.present.has(name) && !place.former.has(name)) place.former.set(name, new Set([placeOf(undefined)]));
      const [following] = ways(place, name);
      if (!following) return;
      place = following;
    }
    this.lead(place, segments.at(-1)!, to);
  }

  private lead(from: NamePlace, name: string, to: NamePlace): void {
    const known = from.former.get(name) ?? new Set();
    from.former.set(name, known.add(to));
    if (known.size > 1 && to.tag) this.doubtful.push({ name, tag: to.tag });
  }
}

const placeOf = (tag: CodebookTag | undefined): NamePlace => ({
  ...(tag ? { tag } : {}),
  present: new Map(),
  former: new Map(),
});

function ways({ present, former }: NamePlace, name: string): NamePlace[] {
  const old = former.get(name);
  return [present.get(name), old?.size === 1 ? [...old][0] : undefined].filter((place) => place !== undefined);
}

const read = new WeakMap<Codebook, TagNames>();

export function tagNames(codebook: Codebook): TagNames {
  const names = read.get(codebook) ?? new TagNames(codebook);
  read.set(codebook, names);
  return names;
}

/**
 * How a tag is written today that may be written with old names, at any level: a branch that was made before a tag was
 * renamed, moved or merged still means it. Undefined where the codebook does not know it, or knows it as two tags.
 */
export const resolveTag = (codebook: Codebook, path: string): string | undefined =>
  tagNames(codebook).resolve(path)?.path;
