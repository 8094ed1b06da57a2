import { type Candidate, SURE } from './candidates';
import { LEXICON } from './lexicon';
import type { SloganKind } from './slogan';
import { Beginnings, NameTrie } from './trie';

const NUMERAL_BEFORE = '第十百千万几数0123456789一二三四五六七八九';

/** The formulas that need no marks. */
const KNOWN = [...LEXICON.values()].filter(({ always }) => always).map(({ name }) => name);
const KNOWN_FORMULAS = new NameTrie(KNOWN);
const KNOWN_BEGIN = new Beginnings(KNOWN);

export interface FinderOptions {
  /** Names that are mentions wherever they stand. */
  readonly accepted?: readonly string[];
  /** Names that are none, also where the lexicon has them. */
  readonly rejected?: readonly string[];
  /** Whether the formulas of the lexicon are found too. */
  readonly lexicon?: boolean;
}

/** Finds every mention of the given slogans in text; built once for a document and asked for each paragraph. */
export class MentionFinder {
  private readonly own: NameTrie;
  /** Where one of these or of the lexicon may begin. */
  private readonly mayBegin: Beginnings;

  constructor(
    private readonly slogans: ReadonlyMap<string, SloganKind>,
    private readonly options: FinderOptions = {},
  ) {
    const names = [...slogans.keys()].filter((name) => name.length > 1);
    this.own = new NameTrie(names);
    this.mayBegin = new Beginnings(names, options.lexicon ? KNOWN_BEGIN : undefined);
  }

  get isEmpty(): boolean {
    return this.slogans.size === 0 && !this.options.lexicon;
  }

  /** Mentions in text order, the longest where several begin or lie inside one another; `quoted` are the known quotations. */
  find(text: string, quoted: readonly Candidate[]): Candidate[] {
    const mentions: Candidate[] = [];
    const sure = quoted.filter(({ name }) => this.slogans.has(name));
    const lexicon = this.options.lexicon ? KNOWN_FORMULAS : undefined;
    const { mayBegin } = this;
    let next = 0;
    for (let at = 0; at < text.length; at++) {
      while (next < sure.length && sure[next]!.start < at) next++;
      const here = sure[next];
      at = mayBegin.next(text, at, here?.start ?? text.length);
      if (here?.start === at) {
        mentions.push({ ...here, kind: this.slogans.get(here.name)! });
        at = here.end - 1;
        continue;
      }
      if (at === text.length) break;
      const accepts = (end: number) => !(here && end > here.start) && this.standsAlone(text, at, text.slice(at, end));
      const own = this.own.longest(text, at, accepts);
      const known = lexicon?.longest(text, at, accepts);
      const end = Math.max(own ?? 0, known ?? 0);
      if (end === 0) continue;
      const name = text.slice(at, end);
      const kind = this.slogans.get(name) ?? LEXICON.get(name)?.kind ?? 'phrase';
      mentions.push({ start: at, end, name, kind, likelihood: SURE, needsQuotation: this.needsQuotation(name, kind) });
      at = end - 1;
    }
    return mentions;
  }

  private needsQuotation(name: string, kind: SloganKind): boolean {
    return (
      kind === 'phrase' &&
      !(this.options.lexicon && LEXICON.get(name)?.always) &&
      !this.options.accepted?.includes(name)
    );
  }

  /** Short formulas also occur inside other words: 一群 in 一群人, 三可 in 第三可以. */
  private standsAlone(text: string, at: number, name: string): boolean {
    const { accepted = [], rejected = [] } = this.options;
    if (rejected.includes(name)) return false;
    const before = text[at - 1] ?? ' ';
    if ('“「『'.includes(before) && '”」』'.includes(text[at + name.length] ?? ' ')) return true;
    if (accepted.includes(name)) return true;
    if (/^[\d+＋]+$/u.test(name)) return false;
    if ((this.slogans.get(name) ?? LEXICON.get(name)?.kind) === 'phrase') return name.length >= 3;
    if (NUMERAL_BEFORE.includes(before)) return false;
    return name.length >= 3 || (name[0] !== '一' && !'个种次名条项'.includes(name[1]!));
  }
}
