import { matchesOf } from '../../text/matches';
import { isPersonName, type Person } from '../names';

const NOBODY: Person = { speaker: '', role: '' };

/** What the lead above a record says about who speaks in it. */
export interface Lead {
  /** The one who holds this office: 甘某某 for 发展局局长, where the lead says 发展局局长甘某某. */
  readonly holderOf: (office: string) => string;
  /** Who asked and who answered, where the lead says so of a written reply. */
  readonly asker: Person;
  readonly answerer: Person;
  /** Who presides, where the lead says so: 主持人：某局副局长 何某. */
  readonly hosts: ReadonlySet<string>;
}

/** What may stand behind a name in running text; without one of these a third character could belong to it. */
const BEHIND_NAME =
  '(?=[，。、；：（）()\\s]|先生|女士|博士|今[日天]|昨[日天]|日前|近日|在|就|于|出席|主持|会见|接受|回答|答复|表示|的|等|和|与|及|率|$)';

const NAME = new RegExp(`^[\\s\\u3000]?(\\p{Script=Han}{2,4}?)${BEHIND_NAME}`, 'u');

/** 以下是……何某议员的提问和某局局长赵某的书面答复：, the form of every written reply to a parliament. */
const WRITTEN_REPLY =
  /(\p{Script=Han}{2,4}?)议员的(?:提问|问题|质询)[和及与]([^，。：；\n]{2,24}?[长员席任官])(\p{Script=Han}{2,4}?)的(?:书面)?(?:答复|答覆|回复)/u;

/** A field of the head, or a line of those present. */
const HOST = /(?:^|\n)[\s\u3000]*主\s*持\s*人?[\s\u3000：:]+([^，。；\n]{2,40})/gu;

export function readLead(head: string): Lead {
  const reply = WRITTEN_REPLY.exec(head);
  const hosts = new Set(
    matchesOf(HOST, head)
      .map((match) => nameAtEnd(match[1]!.trim()))
      .filter(Boolean),
  );
  const known = new Map<string, string>();
  const holderOf = (office: string): string => {
    const name = known.get(office) ?? findHolder(head, office);
    known.set(office, name);
    return name;
  };
  if (!reply) return { holderOf, hosts, asker: NOBODY, answerer: NOBODY };
  const [, member, office, official] = reply;
  return {
    holderOf,
    hosts,
    asker: { speaker: nameAtEnd(member!), role: '议员' },
    answerer: isPersonName(official!) ? { speaker: official!, role: office! } : NOBODY,
  };
}

function findHolder(head: string, office: string): string {
  for (let at = head.indexOf(office); at >= 0; at = head.indexOf(office, at + 1)) {
    const behind = head.slice(at + office.length, at + office.length + 12);
    const name = NAME.exec(behind)?.[1];
    if (name !== undefined && isPersonName(name)) return name;
  }
  return '';
}

/** The name that ends `words`: 上何某某 is 何某某. */
function nameAtEnd(words: string): string {
  for (const length of [3, 2, 4]) {
    const name = words.slice(-length);
    if (name.length === length && isPersonName(name)) return name;
  }
  return '';
}
