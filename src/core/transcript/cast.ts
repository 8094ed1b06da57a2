import type { Span } from '../text/span';
import { endsInOffice, isPersonName, isSurname, OFFICES } from './names';
import { MANNER, OUTSIDERS, SAYS, UNNAMED } from './sayings';

/** A place in running text where a person is named who can speak. Offsets count in the text that was searched. */
export interface Mention extends Span {
  /** The name, or for somebody who is only described, the description. */
  readonly name: Span;
  /** The person; empty for somebody who is only described. */
  readonly speaker: string;
  /** His office as these words give it, or empty. */
  readonly role: string;
}

const OFFICE = new RegExp(`(?:${OFFICES})(?![员会长室])`, 'gu');
/** What may stand behind a name; without one of these another character could belong to it. */
const STRONG = new RegExp(
  `^(?:${SAYS.filter((verb) => verb.length > 1).join('|')}|[，。、：；（）“”「」！？\\s]|$)`,
  'u',
);
const WEAK = new RegExp(
  `^(?:${[...MANNER, ...SAYS].join('|')}|先生|女士|博士|议员|代表|委员|在|就|围绕|对|向|与|和|及|等|于|周|上|的|被|因|为|以|透过|通过|续|主持|出席|接受|率|一行|去年|今年|上周|本周|昨|今|日前|现场|结合|从|用|没有|未|拒绝|未有|会见|到|查询|早前|其后|昨晚|今晚)`,
  'u',
);
const MAX_ROLE = 40;
/** What stands before an office in its clause without belonging to it. */
const LEAD =
  /^(?:据|在[^，。；]{2,24}?(?:上|中|时|后|期间)|日前|昨日|今日|昨天|今天|近日|随后|会上|对此|此外|其中|而|当天|现场|同时|另外|由|与|和|及|请|会见|邀请|采访了?|专访了?|记者|对话|新任|时任|前(?!线)|至于|连同|包括|(?:今早|今晨|上午|下午|当日|目前|日前))+/u;

/** Everybody in a text who is named together with an office. */
export class Cast {
  private readonly names: RegExp | undefined;
  /** 陈, 林郑: by what is left of a name at the beginning of a clause, where only one member can be meant. */
  private readonly byShort = new Map<string, string | undefined>();
  private readonly shorts: RegExp | undefined;
  private readonly byPart = new Map<string, string>();

  private constructor(
    /** Office by name, as first given. */
    private readonly offices: ReadonlyMap<string, string>,
  ) {
    for (const name of offices.keys()) {
      // 林郑 for 林郑月娥, 陈 for 陈某某: while nobody else is called so
      for (const short of name.length === 4 ? [name.slice(0, 2)] : [name[0]!]) {
        this.byShort.set(short, this.byShort.has(short) ? undefined : name);
      }
    }
    for (const name of offices.keys()) {
      // 穆合塔尔 for 穆合塔尔·某某
      for (const part of name.split('·')) if (part.length > 1 && part !== name) this.byPart.set(part, name);
    }
    const names = [...offices.keys(), ...this.byPart.keys()].sort((a, b) => b.length - a.length);
    this.names = names.length > 0 ? new RegExp(names.map(literally).join('|'), 'gu') : undefined;
    const shorts = [...this.byShort].flatMap(([short, name]) => (name ? [literally(short)] : []));
    this.shorts =
      shorts.length > 0
        ? new RegExp(`(?<=^|[，。；：”？！\\s])(?:${shorts.join('|')})(?=${[...MANNER, ...SAYS].join('|')})`, 'gu')
        : undefined;
  }

  static of(text: string): Cast {
    const found = new Map<string, string>();
    for (const match of text.matchAll(OFFICE)) {
      const at = match.index + match[0].length;
      const name = nameAt(text, at);
      const role = name ? roleBefore(text, at) : match[0];
      const called = name ?? nameBefore(text, match.index, at);
      if (called && !found.has(called)) found.set(called, role);
    }
    // who is named by name alone, more than once, and says something
    for (const { 1: name, index } of text.matchAll(SPEAKS)) {
      const isShort = [...found.keys()].some((other) => other.startsWith(name!));
      if (!isName(name!) || isShort || NO_PERSON.test(name!) || SAYS.includes(name!.slice(-2))) continue;
      if (countOf(text, name!) >= (name!.length < 3 ? 4 : isAsked(text, index) ? 1 : 2)) found.set(name!, '');
    }
    for (const { 1: name } of text.matchAll(ANSWERS)) if (isName(name!) && !found.has(name!)) found.set(name!, '');
    return new Cast(found);
  }

  officeOf(name: string): string {
    return this.offices.get(name) ?? '';
  }

  /** The places in `text` that name members of the cast, in order. */
  find(text: string): Mention[] {
    if (!this.names) return [];
    const short = this.shorts
      ? [...text.matchAll(this.shorts)].map(({ 0: { length }, index }): Mention => {
          const name = { start: index, end: index + length };
          return { ...name, name, speaker: this.byShort.get(text.slice(index, index + length))!, role: '' };
        })
      : [];
    let from = 0;
    const full = [...text.matchAll(this.names)].map(({ 0: called, index }) => {
      const name = { start: index, end: index + called.length };
      // 甲、某局局长乙: the office begins behind the name before
      const before = roleBefore(text.slice(from, index), index - from);
      const behind = before === '' ? (OFFICE_BEHIND.exec(text.slice(name.end, name.end + 12))?.[0] ?? '') : '';
      from = name.end;
      const speaker = this.byPart.get(called) ?? called;
      return { start: index - before.length, end: name.end + behind.length, name, speaker, role: before || behind };
    });
    const isNew = ({ start, end }: Mention) => !full.some((other) => other.start < end && start < other.end);
    return [...full, ...short.filter(isNew)].sort((a, b) => a.start - b.start);
  }
}

const literally = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const OFFICE_BEHIND = new RegExp(`^(?:${OFFICES})`, 'u');

/** 林武书记说: the name before an office, at the beginning of its clause, where something is said behind it. */
function nameBefore(text: string, office: number, end: number): string | undefined {
  if (!STRONG.test(text.slice(end, end + 4)) && !WEAK.test(text.slice(end, end + 4))) return undefined;
  for (const length of [3, 2]) {
    const name = text.slice(office - length, office);
    const before = text[office - length - 1] ?? '\n';
    if (isName(name) && name.length === length && /[\s，。；：、“”「」的]/u.test(before)) return name;
  }
  return undefined;
}

/** A name at the beginning of a clause, or behind a party or body, and a verb of saying. */
const SPEAKS = new RegExp(
  `(?:^|[，。；：！？”\\s党盟联会社）])(\\p{Script=Han}{2,4}?)(?:${[...MANNER, ...SAYS].filter((word) => word.length > 1).join('|')}|[则即也亦]?(?:指(?=[，：出])|[说称答](?=[，：“])))`,
  'gmu',
);

/** 有记者问到粮价，何某表示…… */
const isAsked = (text: string, at: number): boolean =>
  /记者[^。]*问[^。]*$/u.test(text.slice(Math.max(0, at - 120), at));

/** 何某围绕粮价，回答了某报记者提问 */
const ANSWERS =
  /(?:^|[，。；：！？”\s])(\p{Script=Han}{2,3}?)(?:围绕|就|针对|在)[^。；]{0,60}?(?:回答|答复|回应)了?[^。；]{0,24}记者/gmu;

/** The person's name that begins at `at`, its end told by what follows. */
function nameAt(text: string, at: number): string | undefined {
  const words = text.slice(at, at + 24);
  const dotted = foreignName(words, false);
  if (dotted) return dotted;
  let weak: string | undefined;
  for (const length of [4, 3, 2]) {
    const name = text.slice(at, at + length);
    if (name.length < length || !isName(name) || endsInsideVerb(text, at + length)) continue;
    // 林郑一并: two surnames are a name already
    if (length === 4 && MANNER.includes(name.slice(2))) continue;
    const behind = text.slice(at + length, at + length + 4);
    if (STRONG.test(behind)) return withoutNext(text, name);
    if (weak === undefined && WEAK.test(behind)) weak = withoutNext(text, name);
  }
  const foreign = weak ?? foreignName(words, FOREIGN_OFFICE.test(text.slice(Math.max(0, at - 3), at)));
  if (foreign && (foreign === weak || countOf(text, foreign) > 1)) return foreign;
  const again = text.slice(at, at + 3);
  return again.length === 3 && isName(again) && countOf(text, again) > 1 ? again : undefined;
}

/** 何某上 of 何某上周: where the name comes again without its last character, that one begins the next word. */
const withoutNext = (text: string, name: string): string => {
  const shorter = name.slice(0, -1);
  return isName(shorter) && countOf(text, name) === 1 && countOf(text, shorter) > 1 ? shorter : name;
};

const isName = (name: string): boolean => {
  if (SAYS.includes(name) || MANNER.includes(name)) return false;
  if (name.length < 4) return isPersonName(name) && !ENDS_IN_VERB.test(name) && !NO_SURNAME.test(name);
  // 林郑月娥: two surnames together
  if (ENDS_IN_VERB.test(name)) return false;
  return isPersonName(name) || (isSurname(name[0]!) && isSurname(name[1]!) && !SAYS.includes(name.slice(2)));
};
/** 张国 of 张国强调: the name would end in the middle of a verb. */
const endsInsideVerb = (text: string, end: number): boolean => SAYS.includes(text.slice(end - 1, end + 1));

/** Whose holders mostly bear names without a surname of Chinese: 国务卿蓬佩奥. */
const FOREIGN_OFFICE = /(?:总统|总理|首相|外长|防长|国务卿|大使|发言人)$/u;

/** 大卫·沃伯顿: up to the first word that can stand behind a name. */
function foreignName(words: string, mayBeWhole: boolean): string | undefined {
  const latin = /^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}/u.exec(words);
  if (latin) return latin[0];
  const longest =
    /^\p{Script=Han}{1,8}(?:·\p{Script=Han}{1,8}){1,3}/u.exec(words)?.[0] ??
    (mayBeWhole ? /^\p{Script=Han}{2,9}/u.exec(words)?.[0] : undefined);
  if (!longest) return undefined;
  for (let length = longest.includes('·') ? longest.lastIndexOf('·') + 2 : 2; length <= longest.length; length++) {
    const behind = words.slice(length, length + 4);
    if (STRONG.test(behind) || WEAK.test(behind)) {
      const name = longest.slice(0, length);
      return NO_SURNAME.test(name) || SAYS.some((verb) => name.startsWith(verb)) ? undefined : name;
    }
  }
  return undefined;
}

/** Places, bodies and papers that begin like a name: 黄埔区. */
const NO_PERSON = /[线员件党区市县省镇乡村局厅部委院社报网台会章太]$/u;

/** How often `name` stands in `text`, up to a handful. */
function countOf(text: string, name: string): number {
  let count = 0;
  for (let at = text.indexOf(name); at >= 0 && count < 5; at = text.indexOf(name, at + name.length)) count++;
  return count;
}

/** Characters that are surnames, but far more often begin another word. */
const NO_SURNAME = /^[都国全和同来应将又从相那能有后在与及对被为以向就把让但由当经还也再则亦]/u;
const ENDS_IN_VERB = /[的说称指答讲亦也则还又再曾即均都就在对向与和及等于被让把]$/u;

/** The office directly before `at`: back to the beginning of its clause, without what only leads to it. */
export function roleBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < MAX_ROLE && !/[，。；：！？“”「」『』\n》（）]/u.test(text[start - 1]!)) start--;
  const words = text.slice(start, at);
  if (!endsInOffice(words)) return '';
  const lead = LEAD.exec(words)?.[0].length ?? 0;
  return words.slice(lead).replace(/^[、\s]+/u, '');
}

export const isOutsider = (role: string): boolean => OUTSIDERS.some((word) => role.endsWith(word));

const DESCRIBED = new RegExp(
  `(?:^|[，。；：！？“”）\\s])((?:据|而|但|另外|此外|对此)?)([^，。；：！？“”「」（）\\s]{0,24}?(?:${UNNAMED.join('|')}))`,
  'gu',
);

/** Officials who are described and not named: 该负责人, 教育部相关负责人, 政府消息人士. */
export function findDescribed(text: string): Mention[] {
  return [...text.matchAll(DESCRIBED)].flatMap((match) => {
    const words = match[2]!;
    const start = match.index + match[0].length - words.length;
    if (!isAuthority(words)) return [];
    const span = { start, end: start + words.length };
    return [{ ...span, name: span, speaker: '', role: words }];
  });
}

const isAuthority = (words: string): boolean =>
  !isOutsider(words) &&
  (/^(?:该|上述|这位|这名)/u.test(words) ||
    /^(?:政府|官方|消息人士)/u.test(words) ||
    /(?:[部委局厅署院处会办省市县区]|政府|警方|中心|公司|法院|检察院)(?:的|有关|相关|新闻|方面|一名|一位|高级|高层)*(?:部门)?(?:有关|相关|新闻)?(?:负责人|负责同志|发言人|官员|人士|消息人士)$/u.test(
      words,
    ));
