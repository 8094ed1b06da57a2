import { asksSomething, endsAsking } from '../asks';
import type { Opening, RecordInput } from './openings';

/*
 * Who asks in a record, told by what is done in it and not by what anybody is called.
 */

/** What tells those who speak apart: the name, else the label. */
export const whoOf = ({ speaker, candidate }: Opening): string => speaker || candidate.text;

/** How often each of them speaks. */
export function countOf(openings: readonly Opening[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const who of openings.map(whoOf)) count.set(who, (count.get(who) ?? 0) + 1);
  return count;
}

/** Labels that say what somebody is, not who: 采访组, 编辑部, 提问者. */
const DESCRIPTION = /(?:组|部|者|员|团|方|人)$/u;

/** How often somebody speaks in a dialogue, how often he comes to an end asking, and how much he says. */
interface Part {
  asked: number;
  all: number;
  length: number;
}

/** What calls itself an interview in its head. */
const INTERVIEW = /专访|采访|访谈|访问|对话|问答|播客|podcast/iu;
const HEAD_LENGTH = 200;

/**
 * A dialogue of labels whoever they are: one asks nearly always and the others hardly ever (a host, an outlet, a team: 采访组), or
 * one answers and all others ask. In what calls itself an interview, those who ask speak of other things too.
 */
export function dialogue(input: RecordInput, openings: readonly Opening[], from: number): Opening[] {
  const { text, lines } = input;
  const count = countOf(openings);
  const spoken = openings.filter((opening) => {
    const { sense, candidate } = opening;
    return (
      sense === 'name' ||
      sense === 'official' ||
      sense === 'guest' ||
      (sense === 'unknown' &&
        candidate.form !== 'bracket' &&
        candidate.text.length <= 8 &&
        (candidate.form === 'stamp' || count.get(whoOf(opening))! > 1))
    );
  });
  const parts = partsOf(spoken, bodiesOf(input, spoken), endsAsking);
  const isInterview = INTERVIEW.test(text.slice(lines[from]!.start, lines[from]!.start + HEAD_LENGTH));
  const askers = findAskers(parts, isInterview ? 0.12 : 0.6);
  if (askers.size === 0) return [];
  return spoken.map((opening) => {
    const { sense } = opening;
    const asker = whoOf(opening);
    if (!askers.has(asker)) return opening;
    // 某都: an outlet, where the text has 某都记者
    const isOutlet = text.includes(`${asker}记者`);
    if (sense !== 'unknown' && !isOutlet) return { ...opening, sense: 'host' };
    const isDescribed = DESCRIPTION.test(asker);
    return { ...opening, sense: 'asker', speaker: isDescribed ? '' : asker, role: isDescribed ? asker : '' };
  });
}

/** The one who asks, or all but the one who answers; none where it is not clear. */
function findAskers(parts: ReadonlyMap<string, Part>, least: number): Set<string> {
  const labels = [...parts.keys()];
  const isClear = (asking: readonly string[]): boolean => {
    const rest = labels.filter((label) => !asking.includes(label));
    if (asking.length === 0 || rest.length === 0 || rest.length > 4) return false;
    const [own, other] = [asking, rest].map((some) => together(some.map((label) => parts.get(label)!))) as [Part, Part];
    const [share, others] = [own.asked / own.all, other.asked / other.all];
    // questions are shorter, but where one only asks and the other never
    const isShort = own.length / own.all < other.length / other.all || (own.asked > 2 && share > 0.8 && others < 0.1);
    // the less he asks the less the others may
    const isFar = share >= Math.max(2, 0.9 / share) * others;
    return own.asked > 1 && other.all > 1 && isShort && share >= least && others <= 0.34 && isFar;
  };
  const byAsking = labels.toSorted((a, b) => shareOf(parts, b) - shareOf(parts, a));
  const byLength = labels.toSorted((a, b) => parts.get(b)!.length - parts.get(a)!.length);
  const found = [byAsking.slice(0, 1), byLength.slice(1)].find(isClear);
  return new Set(found);
}

export const shareOf = (parts: ReadonlyMap<string, Part>, label: string): number =>
  parts.get(label)!.asked / parts.get(label)!.all;

const together = (parts: readonly Part[]): Part => ({
  asked: parts.reduce((sum, { asked }) => sum + asked, 0),
  all: parts.reduce((sum, { all }) => sum + all, 0),
  length: parts.reduce((sum, { length }) => sum + length, 0),
});

/** What stands behind each label, up to the next. */
export const bodiesOf = ({ text, lines }: RecordInput, openings: readonly Opening[]): string[] =>
  openings.map(({ candidate: { bodyStart } }, position) => {
    const next = openings[position + 1];
    return text.slice(bodyStart, next ? lines[next.index]!.start : bodyStart + 400);
  });

/** By who speaks, what his turns come to. */
export function partsOf(
  openings: readonly Opening[],
  bodies: readonly string[],
  asks: (body: string) => boolean,
): Map<string, Part> {
  const parts = new Map<string, Part>();
  openings.forEach((opening, position) => {
    const body = bodies[position]!;
    const who = whoOf(opening);
    const own = { asked: asks(body) ? 1 : 0, all: 1, length: body.length };
    const part = parts.get(who);
    parts.set(who, part ? together([part, own]) : own);
  });
  return parts;
}

/** 我是某报的何某, 来自某台: how journalists begin. */
const INTRODUCES = /(?:我是|来自)[^，。？！]{0,24}(?:记者|[报台社网》]|频道|电视|广播|新闻|杂志)/u;

/**
 * Those among many who are called by name and only ask, beside one who says most and hardly asks: journalists in a record that
 * names everybody. Three who do so, or two of whom one says which paper he is from.
 */
export function namedAskers(input: RecordInput, openings: readonly Opening[]): ReadonlySet<string> {
  const isNamed = new Set(openings.flatMap((opening) => (opening.sense === 'name' ? [whoOf(opening)] : [])));
  if (isNamed.size < 2) return new Set();
  const bodies = bodiesOf(input, openings);
  const parts = partsOf(openings, bodies, asksSomething);
  const answers = openings.flatMap((opening) => (/^(?:asker|host)$/u.test(opening.sense) ? [] : [whoOf(opening)]));
  const principal = [...new Set(answers)].toSorted((a, b) => parts.get(b)!.length - parts.get(a)!.length)[0];
  if (principal === undefined || shareOf(parts, principal) > 0.34) return new Set();
  const asking = [...isNamed].filter((label) => {
    const { asked, all, length } = parts.get(label)!;
    return label !== principal && asked === all && length / all < 800;
  });
  const isAsking = new Set(asking);
  const own = openings.flatMap((opening, position) => (isAsking.has(whoOf(opening)) ? [position] : []));
  const answered = own.filter((position) => {
    const next = openings[position + 1];
    return next !== undefined && whoOf(next) === principal;
  });
  const introduce = own.filter((position) => INTRODUCES.test(bodies[position]!.slice(0, 120)));
  const enough = asking.length > 2 || (asking.length > 1 && introduce.length > 0);
  return enough && answered.length * 3 >= own.length * 2 ? isAsking : new Set();
}
