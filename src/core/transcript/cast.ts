import { groupBy } from '../groupBy';
import { anyOf } from '../text/anyOf';
import { isAmong } from '../text/characters';
import { matchesOf } from '../text/matches';
import type { Span } from '../text/span';
import { findNames } from './findNames';
import { endsInOffice, OFFICE } from './names';
import { MANNER, OUTSIDERS, SAYS, UNNAMED } from './report/sayings';

/** A place in running text where a person is named who can speak. Offsets count in the text that was searched. */
export interface Mention extends Span {
  /** The name, or for somebody who is only described, the description. */
  readonly name: Span;
  /** The person; empty for somebody who is only described. */
  readonly speaker: string;
  /** His office as these words give it, or empty. */
  readonly role: string;
}

const MAX_ROLE = 40;
/** What no office goes beyond. */
const BORDERS = '，。；：！？“”「」『』\n》（）【】[]';
/** An office behind a name is his own while it is no longer: 何某局长. */
const NEXT_TO = 4;
const JOINS = /[与和跟同及对向、]/u;
/** What stands between two names where the first does something: 何某希望跟校长张某. */
const ACTS = new RegExp(`[与和跟同对向被把将让请]|会见|出席|${anyOf(SAYS.filter((verb) => verb.length > 1))}`, 'u');
/** What stands before an office in its clause without belonging to it. */
const LEAD =
  /^(?:据|在[^，。；]{2,24}?(?:上|中|时|后|期间)|日前|昨日|今日|昨天|今天|近日|随后|会上|对此|此外|其中|而|当天|现场|同时|另外|由|与|和|及|请|会见|邀请|采访了?|专访了?|记者|对话|新任|时任|前(?!线)|至于|连同|包括|(?:今早|今晨|上午|下午|当日|目前|日前))+/u;

/** The first character of a clause. */
const CLAUSE_BEGINS = /(?<=^|[，。；：”？！\s])[^，。；：”？！\s]/gu;
/** Behind what is left of a name: who is called so says something. One pattern for all documents, for it is long. */
const SHORT_SAYS = new RegExp(`[官生]?(?=${anyOf([...MANNER, ...SAYS])})`, 'uy');

/** Everybody whom a text names. */
export class Cast {
  private readonly names: RegExp | undefined;
  /** 陈, 陈官, 林郑: by what is left of a name at the beginning of a clause, where only one member can be meant. */
  private readonly byShort = new Map<string, string | undefined>();
  /** These by their first characters. */
  private readonly shorts: ReadonlyMap<string, readonly string[]>;
  private readonly byPart = new Map<string, string>();

  private constructor(members: readonly string[]) {
    for (const name of members) {
      // 林郑 for 林郑月娥, 陈 for 陈某某: while nobody else is called so
      const short = name.slice(0, name.length === 4 ? 2 : 1);
      this.byShort.set(short, this.byShort.has(short) ? undefined : name);
      // 穆合塔尔 for 穆合塔尔·某某, 林郑 for 林郑月娥
      for (const part of name.split('·')) if (part.length > 1 && part !== name) this.byPart.set(part, name);
      const surnames = name.slice(0, 2);
      if (name.length === 4 && members.includes(surnames)) this.byPart.set(surnames, name);
    }
    const names = [...members, ...this.byPart.keys()].sort((a, b) => b.length - a.length);
    this.names = names.length > 0 ? new RegExp(names.map(literally).join('|'), 'gu') : undefined;
    const shorts = [...this.byShort].flatMap(([short, name]) => (name ? [short] : []));
    this.shorts = groupBy(shorts, (short) => firstOf(short));
  }

  static of(text: string): Cast {
    return new Cast(findNames(text).filter((name) => !isCited(text, name)));
  }

  private shortMentions(text: string): Mention[] {
    if (this.shorts.size === 0) return [];
    return matchesOf(CLAUSE_BEGINS, text).flatMap(({ 0: first, index }): Mention[] => {
      for (const called of this.shorts.get(first) ?? []) {
        if (!text.startsWith(called, index)) continue;
        SHORT_SAYS.lastIndex = index + called.length;
        const title = SHORT_SAYS.exec(text)?.[0];
        if (title === undefined) continue;
        const name = { start: index, end: index + called.length + title.length };
        return [{ ...name, name, speaker: this.byShort.get(called)!, role: '' }];
      }
      return [];
    });
  }

  /** The places in `text` that name members of the cast, in order. */
  find(text: string): Mention[] {
    if (!this.names) return [];
    const short = this.shortMentions(text);
    const full: Mention[] = [];
    for (const { 0: called, index } of matchesOf(this.names, text)) {
      const previous = full.at(-1);
      const from = previous?.name.end ?? 0;
      const name = { start: index, end: index + called.length };
      // 甲、某局局长乙: the office begins behind the name before
      let role = roleBefore(text.slice(from, index), index - from);
      const behind = role === '' ? (OFFICE_BEHIND.exec(text.slice(name.end, name.end + 12))?.[0] ?? '') : '';
      let start = role ? text.lastIndexOf(role, index) : index;
      // 何某生前所在连指导员张某: the name before belongs to the office
      if (
        previous &&
        start === from &&
        role.length > NEXT_TO &&
        !JOINS.test(text[previous.start - 1] ?? '') &&
        !ACTS.test(role)
      ) {
        full.pop();
        role = previous.role + text.slice(previous.name.start, start) + role;
        start = previous.start;
      }
      const speaker = this.byPart.get(called) ?? called;
      full.push({ start, end: name.end + behind.length, name, speaker, role: role || behind });
    }
    const isNew = ({ start, end }: Mention) => !full.some((other) => other.start < end && start < other.end);
    return [...full, ...short.filter(isNew)].sort((a, b) => a.start - b.start);
  }
}

/** Those who are only ever cited. */
const CLASSICS: ReadonlySet<string> = new Set(
  '马克思 恩格斯 列宁 斯大林 毛泽东 周恩来 邓小平 江泽民 胡锦涛 孙中山 孔子'.split(' '),
);

/** Whose words a text has from elsewhere: the party's leader speaks to no reporters in China. */
const isCited = (text: string, name: string): boolean => CLASSICS.has(name) || text.includes(`${name}总书记`);

const literally = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const OFFICE_BEHIND = new RegExp(`^${OFFICE}`, 'u');

/** The office directly before `at`: back to the beginning of its clause, without what only leads to it. */
export function roleBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < MAX_ROLE && !isAmong(BORDERS, text.charCodeAt(start - 1))) start--;
  const words = text.slice(start, at).trimEnd();
  if (!endsInOffice(words)) return '';
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  // 率团谈判的副总理, 希望跟校长: what describes him or acts on him is no part of the office
  return words.slice(Math.max(lead, words.lastIndexOf('的') + 1, words.lastIndexOf('跟') + 1)).replace(/^[、\s]+/u, '');
}

const isOutsider = (role: string): boolean => OUTSIDERS.some((word) => role.endsWith(word));

/** Experts whom an authority has brought; others are outsiders. */
const EXPERTS = '(?:有关|相关)专家';
const BROUGHT = new RegExp(`${EXPERTS}$`, 'u');
const DESCRIBED = new RegExp(
  `(?:^|[，。；：！？“”）\\s])((?:据|而|但|另外|此外|对此)?)([^，。；：！？“”「」（）\\s]{0,24}?(?:${UNNAMED.join('|')}|${EXPERTS}))`,
  'gu',
);

/** Officials who are described and not named: 该负责人, 教育部相关负责人, 政府消息人士. */
export function findDescribed(text: string): Mention[] {
  return matchesOf(DESCRIBED, text).flatMap((match) => {
    const words = match[2]!;
    const start = match.index + match[0].length - words.length;
    if (!speaksForAuthority(words)) return [];
    const span = { start, end: start + words.length };
    return [{ ...span, name: span, speaker: '', role: words }];
  });
}

/** Whether a description is of one who speaks for an authority, or of experts whom it brought. */
const speaksForAuthority = (words: string): boolean =>
  (!isOutsider(words) || BROUGHT.test(words)) &&
  (BROUGHT.exec(words)?.index === 0 ||
    /^(?:该|上述|这位|这名)/u.test(words) ||
    /^(?:政府|官方|消息人士)/u.test(words) ||
    /(?:[部委局厅署院司处会办省市县区馆府]|政府|警方|中心|公司|法院|检察院)(?:的|有关|相关|新闻|方面|一名|一位|不具名|高级|高层)*(?:部门)?(?:有关|相关|新闻)?(?:负责人|负责同志|发言人|官员|人士|消息人士|专家)$/u.test(
      words,
    ));

const firstOf = (word: string): string => String.fromCodePoint(word.codePointAt(0) ?? 0);
