import { isAmong } from '../../text/characters';
import type { Span } from '../../text/span';
import type { Candidate } from '../candidates';
import { readBracket, readDefinitions, readHeadline } from '../definition';
import { readEnumerations } from '../enumeration';
import { type Formula, INITIALS, itemCounts } from '../formula';
import { readInitials } from '../initials';
import { readKeyed } from '../keyed';
import { readLevels, readListBefore, readListBehind } from '../listAround';
import { readNamedParts, readSharedCharacter } from '../named';
import { readNamedAfter } from '../namedAfter';
import { readQuotedRow } from '../quotedRow';
import { readScattered } from '../scattered';
import { readAfar } from './afar';
import { readAnnounced, readHeads, readQuotationBefore, readQuoted } from './announced';
import { readGroups } from './groups';
import { readKnown } from './known';
import { readPartByPart } from './partByPart';
import { readRows } from './rows';
import { readUnmarked } from './unmarked';
import { variantsOf } from './variants';

/** The ways in which a text spells out what a formula stands for. */
export type Way =
  | 'initials'
  | 'in brackets'
  | 'quoted row'
  | 'by key word'
  | 'scattered'
  | 'part by part'
  | 'named after'
  | 'listed before'
  | 'listed behind'
  | 'headline'
  | 'defined'
  | 'counted off'
  | 'announced'
  | 'quoted things'
  | 'quotation before'
  | 'heads of sentences'
  | 'row before'
  | 'row behind'
  | 'by key word, afar'
  | 'known'
  | 'told apart'
  | 'own words';

/** So many things that a formula may stand for, and the ways in which they were read. */
export interface ListCandidate {
  readonly ways: readonly Way[];
  readonly items: readonly Span[];
}

/** 放管服 is 简政放权、放管结合、优化服务: one character of each. */
const isContracted = (text: string, items: readonly Span[], name: string): boolean =>
  items.length === name.length &&
  items.every(({ start, end }, index) => end - start > 2 && text.slice(start, end).includes(name[index]!));

interface FoundList {
  readonly ways: Way[];
  readonly items: readonly Span[];
  /** Its other borders, by whether it is a row, once they were asked for. */
  readonly variants: Map<boolean, readonly (readonly Span[])[]>;
}

/**
 * Every list that may spell out the formula of `mention`; offsets count in the text of its section. `isPhrase`: the
 * formula is read out of a phrase, which only what is counted off or repeats its words spells out.
 */
export function generateLists(text: string, mention: Candidate, formula: Formula): ListCandidate[] {
  const { start, end, kind, name } = mention;
  const isQuoted = isAmong('”’」』"“', text.charCodeAt(end));
  const after = isQuoted ? end + 1 : end;
  const before = isQuoted ? start - 1 : start;
  const counts = itemCounts(formula);
  const counted = readEnumerations(text, after, formula);
  const scattered = kind === 'phrase' ? undefined : readScattered(text, mention, after, formula);
  /** So many things have the lists among which one is chosen; another list matters only by its variant of one item more. */
  const lengths = new Set([...counts, ...counted.map(({ length }) => length), scattered?.length ?? 0]);
  const lists = new Map<string, FoundList>();
  const put = (way: Way, items: readonly Span[]): FoundList => {
    let key = '';
    for (const item of items) key += `${item.start}-${item.end},`;
    let list = lists.get(key);
    if (!list) {
      list = { ways: [way], items, variants: new Map() };
      lists.set(key, list);
    } else if (!list.ways.includes(way)) list.ways.push(way);
    return list;
  };
  const add = (way: Way, ...found: (readonly Span[] | undefined)[]) => {
    for (const items of found) {
      if (!items || items.length === 0) continue;
      if (!lengths.has(items.length) && !counts.has(items.length + 1)) continue;
      const { variants } = put(way, items);
      const isRow = way !== 'counted off';
      // most lists are read in several ways
      let others = variants.get(isRow);
      if (!others) {
        others = variantsOf(text, items, counts, isRow);
        variants.set(isRow, others);
      }
      for (const variant of others) put(way, variant);
    }
  };
  if (INITIALS.test(name)) {
    add('initials', readInitials(text, end, name));
    return [...lists.values()];
  }
  add('counted off', ...counted);
  if (kind === 'phrase') {
    add('own words', readNamedParts(text, mention, name));
    if (/^\p{Script=Han}{3,5}$/u.test(name)) {
      const rows = readRows(text, before, after, { ...formula, numbers: [name.length] }).flat();
      add('own words', ...rows.filter((items) => isContracted(text, items, name)));
    }
    return [...lists.values()];
  }
  if (formula.digits && /^1?$/u.test(String(formula.numbers))) {
    const headline = readHeadline(text, end);
    add('headline', headline && [headline]);
  }
  const defined = readDefinitions(text, after, formula);
  add('defined', ...defined);
  add('in brackets', readBracket(text, after, counts));
  add('quoted row', readQuotedRow(text, after, counts));
  add('by key word', readKeyed(text, mention, after, formula));
  add('by key word', ...readUnmarked(text, mention, formula));
  add('scattered', scattered);
  add('part by part', ...readPartByPart(text, mention, after, formula));
  const groups = readGroups(text, after, formula);
  add('part by part', groups);
  add('named after', readNamedAfter(text, before, formula));
  add('listed before', readListBefore(text, before, counts), readLevels(text, before, formula));
  add('listed behind', readListBehind(text, after, counts));
  add('own words', readSharedCharacter(text, mention, name, formula.numbers[0] ?? 0));
  if (!defined.some((items) => counts.has(items.length))) add('announced', ...readAnnounced(text, after));
  add('quoted things', ...readQuoted(text, after, counts));
  add('quotation before', readQuotationBefore(text, before));
  add('known', readKnown(text, start, name));
  add('by key word, afar', ...readAfar(text, before, after, formula));
  add('heads of sentences', ...readHeads(text, after, formula));
  const [rowsBefore, rowsBehind] = readRows(text, before, after, formula);
  add('row before', ...rowsBefore);
  add('row behind', ...rowsBehind);
  const all = [...lists.values()];
  // one of the groups is not all of them
  return groups
    ? all.filter(({ items }) => items.length >= groups.length || !groups.some(({ start }) => start === items[0]!.start))
    : all;
}
