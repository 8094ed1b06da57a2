import type { Row } from '../query/row';
import { oneLine } from '../summary/oneLine';
import { innerQuotes } from '../text/innerQuotes';

/** What of a passage is cited. */
export type Cited = Pick<Row, 'text' | 'speaker' | 'role' | 'title' | 'publisher' | 'date' | 'url'>;

/** A passage as Chinese prose cites it, on one line: `“…”（林某某书记，“某某”新闻发布会，2022年8月26日，https://…）`. */
export function citation(row: Cited): string {
  const source = sourceOf(row).join('，');
  return `“${innerQuotes(oneLine(row.text))}”${source === '' ? '' : `（${source}）`}`;
}

/** Who said it, where, who published it, when, and the address; what is not known is left out. */
export const sourceOf = ({ speaker, role, title, publisher, date, url }: Omit<Cited, 'text'>): string[] =>
  [speakerWithRole(speaker, role), oneLine(title), oneLine(publisher), chineseDate(date), url.trim()].filter(
    (part) => part !== '',
  );

/** So long is an office by which somebody is addressed, as in 林某某副书记; a longer one stands before the name. */
const ADDRESS = 4;

function speakerWithRole(speaker: string, role: string): string {
  if (role === '' || speaker.includes(role)) return speaker;
  return role.length <= ADDRESS || speaker === '' ? speaker + role : role + speaker;
}

/** 2022-08-26 as 2022年8月26日; anything else as it is. */
const chineseDate = (date: string): string => date.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/u, '$1年$2月$3日');
