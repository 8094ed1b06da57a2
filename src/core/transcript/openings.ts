import { isBlank, type Line } from '../text/lines';
import { endsAsking } from './asks';
import type { LabelCandidate } from './labels';
import { type Lead, readLead } from './lead';
import { isPersonName } from './names';
import { type LabelSense, type ReadLabel, readLabel } from './speakers';

/** A line that could open a turn, with what its label means. */
export interface Opening extends ReadLabel {
  readonly index: number;
  readonly candidate: LabelCandidate;
}

export interface RecordInput {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The label candidate of each line, where it has one. */
  readonly candidates: readonly (LabelCandidate | undefined)[];
  /** Page heads and numbers, which end nothing and belong to nothing. */
  readonly isNoise: (index: number) => boolean;
}

const SPEAKS: ReadonlySet<LabelSense> = new Set(['asker', 'answerer', 'host', 'guest', 'official', 'member']);

/** The lines of `[from, to)` that open turns: which labels speak is told by their words, and by the whole document. */
export function chooseOpenings(input: RecordInput, from: number, to: number): Opening[] {
  const possible: Opening[] = [];
  for (let index = from; index < to; index++) {
    const candidate = input.candidates[index];
    if (!candidate || input.isNoise(index) || isTranslation(input, index, candidate)) continue;
    const label = readLabel(candidate);
    if (label.sense !== 'none') possible.push({ index, candidate, ...label });
  }
  const spoken = withoutFields(input, possible, to);
  const hasParts = spoken.some(({ sense }) => SPEAKS.has(sense) && sense !== 'official' && sense !== 'guest');
  if (!hasParts) {
    const answers = underQuestions(input, spoken, from);
    if (answers.length === spoken.length && answers.length > 0) return answers;
    const parts = dialogue(input, spoken, from);
    return parts.length > 0 ? parts : answers;
  }

  const followsAsker = new Set<string>();
  const count = countOf(spoken);
  spoken.forEach((opening, position) => {
    const previous = spoken[position - 1];
    if (previous && (previous.sense === 'asker' || previous.sense === 'host')) followsAsker.add(opening.candidate.text);
  });
  const short = shortForms(input, from, to, spoken);
  const lead = readLead(leadOf(input, from, spoken));
  return spoken.flatMap((unnamed, position) => {
    const opening = named(unnamed, lead);
    const { sense, candidate } = opening;
    const key = candidate.text;
    const legend = short.get(key);
    if (legend) return [{ ...opening, ...legend }];
    if (SPEAKS.has(sense)) return [opening];
    const recurs = (count.get(key) ?? 0) > 1;
    if (sense === 'unknown' && asksOfficial(input, spoken, position)) {
      // 热点一 numbers the question
      const speaker = /[一二三四五六七八九十\d]$/u.test(key) ? '' : opening.speaker;
      return [{ ...opening, sense: 'asker' as const, speaker }];
    }
    if (sense === 'name')
      return followsAsker.has(key) || recurs || speaksInFull(input.text, candidate) ? [opening] : [];
    return recurs && followsAsker.has(key) && key.length <= 8 ? [opening] : [];
  });
}

/** How often each label comes. */
function countOf(openings: readonly Opening[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const { candidate } of openings) count.set(candidate.text, (count.get(candidate.text) ?? 0) + 1);
  return count;
}

/** Who is called by no known word asks where his words end asking and an official or an answer follows. */
function asksOfficial({ text, lines }: RecordInput, openings: readonly Opening[], position: number): boolean {
  const { candidate, index } = openings[position]!;
  const next = openings[position + 1];
  if (!next || !/^(?:official|answerer|name)$/u.test(next.sense)) return false;
  return endsAsking(text.slice(candidate.bodyStart, lines[index]!.inkEnd));
}

/** A line in another language below the same in Chinese. */
function isTranslation({ text, lines }: RecordInput, index: number, { text: label }: LabelCandidate): boolean {
  const { inkStart, inkEnd } = lines[index]!;
  if (!/^[A-Za-z]/u.test(label) || /\p{Script=Han}/u.test(text.slice(inkStart, inkEnd))) return false;
  const above = lines[index - 1];
  return above !== undefined && /\p{Script=Han}/u.test(text.slice(above.inkStart, above.inkEnd));
}

const LEAD_LENGTH = 4000;

const leadOf = ({ text, lines }: RecordInput, from: number, openings: readonly Opening[]): string =>
  text.slice(lines[from]!.start, lines[openings[0]?.index ?? from]!.start).slice(-LEAD_LENGTH);

/** Who speaks, where the label gives an office or a part only and the lead the name. */
function named(opening: Opening, lead: Lead): Opening {
  const { sense, speaker, role } = opening;
  if (speaker !== '') return lead.hosts.has(speaker) && sense !== 'asker' ? { ...opening, sense: 'host' } : opening;
  if (sense === 'official') return { ...opening, speaker: lead.holderOf(role) };
  if (sense === 'asker' && role === '') return { ...opening, ...lead.asker };
  return sense === 'answerer' ? { ...opening, ...lead.answerer } : opening;
}

/** A name that comes once speaks where whole sentences follow it. */
const speaksInFull = (text: string, { bodyStart }: LabelCandidate): boolean =>
  /^\s*[^\n]{8,}[。？！]/u.test(text.slice(bodyStart, bodyStart + 400));

/** Drops fields of a document's head (`主持人：某某` among `时间：`, `地点：`): short bodies before the first real turn. */
function withoutFields(input: RecordInput, openings: readonly Opening[], to: number): Opening[] {
  const firstTurn = openings.findIndex((opening) => !isField(input, opening, to));
  return firstTurn < 0 ? [] : openings.slice(firstTurn);
}

function isField(
  { text, lines, candidates, isNoise }: RecordInput,
  { index, candidate, sense }: Opening,
  to: number,
): boolean {
  // 【某某访谈·文字版】标题: a rubric before a title looks like a name
  if (candidate.form === 'bracket' && (sense === 'name' || sense === 'unknown'))
    return !/[。？！]/u.test(text.slice(candidate.bodyStart, lines[index]!.inkEnd));
  if (candidate.form !== 'colon') return false;
  const line = lines[index]!;
  const body = text.slice(candidate.bodyStart, line.inkEnd).replace(/\*\*$/u, '').trim();
  if (body === '' || body.length > 60 || /[。？！?!]/u.test(body)) return false;
  for (let next = index + 1; next < to; next++) {
    if (isBlank(lines[next]!) || isNoise(next)) continue;
    const below = text.slice(lines[next]!.inkStart, lines[next]!.inkEnd);
    // a cut paragraph goes on without a label
    return candidates[next] !== undefined || isBlank(lines[index + 1]!) || below.length < 30;
  }
  return true;
}

/** 许：, 毛答： for people whom a legend or the lead names in full. */
function shortForms(
  { text, lines }: RecordInput,
  from: number,
  to: number,
  openings: readonly Opening[],
): Map<string, ReadLabel> {
  const found = new Map<string, ReadLabel>();
  const head = text.slice(lines[from]!.start, lines[openings[0]?.index ?? from]!.start);
  const whole = () => text.slice(lines[from]!.start, Math.min(lines[to - 1]!.end, lines[from]!.start + 20_000));
  for (const { candidate, sense } of openings) {
    const label = candidate.text;
    if (found.has(label) || label.length > 3 || (SPEAKS.has(sense) && sense !== 'asker')) continue;
    const word = /^(\p{Script=Han}{1,2}?)[答问]?$/u.exec(label)?.[1];
    if (!word || word.length > 2 || (sense === 'asker' && label !== '记')) continue;
    const name =
      legendName(head, label) ??
      legendName(head, word) ??
      (word.length === 1 ? nameBeginning(head || whole(), word) : undefined);
    if (!name) continue;
    if (/记者/u.test(name)) found.set(label, { sense: 'asker', speaker: '', role: '记者' });
    else if (isPersonName(name)) found.set(label, { sense: 'name', speaker: name, role: '' });
  }
  return found;
}

/** 何某（以下简称“何”）, 何某（简称何）, 何：何某, 何=何某. */
function legendName(head: string, short: string): string | undefined {
  const escaped = short.replace(/[^\p{Script=Han}]/gu, '');
  if (escaped === '') return undefined;
  const behind = new RegExp(
    `([^，。；：、（）()\\n“”]{2,40}?)[，,（(]?(?:以下|下文)?(?:均)?简?(?:简称|称)(?:为)?[“"‘]?${escaped}[”"’]?(?=[）)，。；、\\s])`,
    'u',
  ).exec(head);
  if (behind) return lastName(behind[1]!) ?? (/记者/u.test(behind[1]!) ? '记者' : undefined);
  const before = new RegExp(
    `(?:^|[\\s（(；，、])[“"]?${escaped}[”"]?(?:[＝=]|：|—+|为|指|即)[\\s]*([^，。；：、（）()\\n]{2,30})`,
    'u',
  ).exec(head);
  return before ? (lastName(before[1]!) ?? (/记者/u.test(before[1]!) ? '记者' : undefined)) : undefined;
}

function lastName(words: string): string | undefined {
  for (const length of [3, 2, 4]) {
    const name = words.slice(-length);
    if (name.length === length && isPersonName(name)) return name;
  }
  return undefined;
}

/** The one name in the head that begins with this surname and stands behind an office or at a clause's end. */
function nameBeginning(head: string, surname: string): string | undefined {
  const names = new Set(
    [
      ...head.matchAll(
        new RegExp(`(?<=[长任席席记员授士家人师])${surname}\\p{Script=Han}{1,2}(?=[，。；、（）()\\s就和])`, 'gu'),
      ),
    ].map(String),
  );
  return names.size === 1 ? [...names][0] : undefined;
}

/**
 * Those who speak under lines that ask, without a label: an interview that names only who answers. Several may answer one question,
 * while most turns stand under one.
 */
function underQuestions(
  { text, lines, candidates, isNoise }: RecordInput,
  openings: readonly Opening[],
  from: number,
): Opening[] {
  const count = countOf(openings);
  const named = openings.filter(
    ({ sense, candidate }) =>
      sense === 'name' || sense === 'official' || (sense === 'unknown' && count.get(candidate.text)! > 1),
  );
  const isUnderQuestion = ({ index }: Opening): boolean => {
    let above = index - 1;
    while (above >= from && (isBlank(lines[above]!) || isNoise(above))) above--;
    if (above < from || candidates[above]?.form === 'colon') return false;
    const { inkStart, inkEnd } = lines[above]!;
    return inkEnd - inkStart <= 160 && /[？?](?:\*\*)?$/u.test(text.slice(inkStart, inkEnd));
  };
  const under = named.filter(isUnderQuestion).length;
  if (under < 2 || under * 2 < named.length || !isUnderQuestion(named[0]!)) return [];
  return named.map((opening) => ({ ...opening, sense: 'answerer' as const }));
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
function dialogue({ text, lines }: RecordInput, openings: readonly Opening[], from: number): Opening[] {
  const count = countOf(openings);
  const spoken = openings.filter(
    ({ sense, candidate }) =>
      sense === 'name' ||
      sense === 'official' ||
      (sense === 'unknown' &&
        candidate.form !== 'bracket' &&
        candidate.text.length <= 8 &&
        (candidate.form === 'stamp' || count.get(candidate.text)! > 1)),
  );
  const parts = new Map<string, Part>();
  spoken.forEach(({ candidate }, position) => {
    const next = spoken[position + 1];
    const end = next ? lines[next.index]!.start : Math.min(text.length, candidate.bodyStart + 400);
    const body = text.slice(candidate.bodyStart, end);
    const part = parts.get(candidate.text);
    const own = { asked: endsAsking(body) ? 1 : 0, all: 1, length: body.length };
    parts.set(candidate.text, part ? together([part, own]) : own);
  });
  const isInterview = INTERVIEW.test(text.slice(lines[from]!.start, lines[from]!.start + HEAD_LENGTH));
  const askers = findAskers(parts, isInterview ? 0.12 : 0.6);
  if (askers.size === 0) return [];
  return spoken.map((opening) => {
    const { sense, candidate } = opening;
    const asker = candidate.text;
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
    const isShort = own.length / own.all < other.length / other.all;
    // the less he asks the less the others may
    const isFar = share >= Math.max(2, 0.9 / share) * others;
    return own.asked > 1 && other.all > 1 && isShort && share >= least && others <= 0.34 && isFar;
  };
  const byAsking = labels.toSorted((a, b) => shareOf(parts, b) - shareOf(parts, a));
  const byLength = labels.toSorted((a, b) => parts.get(b)!.length - parts.get(a)!.length);
  const found = [byAsking.slice(0, 1), byLength.slice(1)].find(isClear);
  return new Set(found);
}

const shareOf = (parts: ReadonlyMap<string, Part>, label: string): number =>
  parts.get(label)!.asked / parts.get(label)!.all;

const together = (parts: readonly Part[]): Part => ({
  asked: parts.reduce((sum, { asked }) => sum + asked, 0),
  all: parts.reduce((sum, { all }) => sum + all, 0),
  length: parts.reduce((sum, { length }) => sum + length, 0),
});
