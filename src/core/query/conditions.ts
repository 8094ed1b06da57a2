import picomatch from 'picomatch/posix';
import { isWithin } from '../codebook/codebook';
import { readingOf } from '../text/readingText';
import { attributesOf, type Dated, dateOf } from './dated';
import type { Query, TagCondition } from './query';

/** Words for comparing: in one script and width, without blanks and case. */
export const compared = (words: string): string => readingOf(words).replace(/\s+/gu, '').toLowerCase();

type Test = (value: string) => boolean;
const always = (): boolean => true;

/** Whether a value is one of those that a list names; every value is where there is no list. */
export function isOneOf(list: readonly string[] | undefined): Test {
  if (!list) return always;
  const known = new Set(list.map(compared));
  return (value) => known.has(compared(value));
}

/** Whether a value holds one of the words of a list. */
export function holdsOneOf(list: readonly string[] | undefined): Test {
  if (!list) return always;
  const known = list.map(compared).filter((word) => word !== '');
  return (value) => {
    const whole = compared(value);
    return known.some((word) => whole.includes(word));
  };
}

/** Whether a path, with slashes of any kind, is one of those that globs mean, from any folder on. */
function isAmong(globs: readonly string[] | undefined): Test {
  if (!globs) return always;
  const tests = globs.map((glob) => picomatch(`**/${glob.replace(/^(?:\.?\/)+/u, '')}`, { dot: true }));
  return (path) => {
    const slashed = path.replaceAll('\\', '/').replace(/^\/+/u, '');
    return tests.some((test) => test(slashed));
  };
}

/** Whether tags fulfil a condition. `today` gives a tag the name that the codebook has for it. */
export function tagTest(
  condition: TagCondition | undefined,
  today: (tag: string) => string,
): (tags: readonly string[]) => boolean {
  if (!condition) return always;
  const [any, all, none] = [condition.any, condition.all, condition.none].map((list) => list?.map(today));
  return (tags) => {
    const has = (wanted: string) => tags.some((tag) => isWithin(tag, wanted));
    return (!any || any.some(has)) && (!all || all.every(has)) && !none?.some(has);
  };
}

/** What a query says about a document as a whole: it may hold findings, cannot, or would have to be dated to tell. */
export type Scope = 'inside' | 'outside' | 'undated';

/** Tells whether a document is asked about, by its path, day and attributes. */
export function scopeTest(query: Query): (document: Dated) => Scope {
  const isFile = isAmong(query.files);
  const wanted = Object.entries(query.attributes ?? {}).map(([key, list]) => ({ key, test: isOneOf(list) }));
  const { from, to } = query;
  return (document) => {
    const date = dateOf(document);
    const attributes = attributesOf(document.facts);
    if (!isFile(document.path)) return 'outside';
    if (!wanted.every(({ key, test }) => test(attributes[key] ?? ''))) return 'outside';
    if (from === undefined && to === undefined) return 'inside';
    if (date === '') return 'undated';
    return (from === undefined || date >= from) && (to === undefined || date <= to) ? 'inside' : 'outside';
  };
}
