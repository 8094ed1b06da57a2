import { groupBy } from '../../groupBy';
import { isBlank, type Line } from '../../text/lines';
import { endsAsking } from '../asks';
import { isAuthority, isCompoundSurname, isPersonName, isTransliterated, OFFICE } from '../names';
import { isPressEvent } from '../report/pressEvent';
import { PLAINLY_SAYS } from '../report/sayings';
import { type LabelSense, type ReadLabel, readLabel } from '../speakers';
import { countOf, dialogue, namedAskers, whoOf } from './dialogue';
import type { LabelCandidate } from './labels';
import { type Lead, readLead } from './lead';

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
  const spoken = withShortForms(withCalls(input, withoutRubrics(input, withoutFields(input, possible, to))));
  // who holds the microphone of a newscast asks nothing there
  const bites = spoken.filter(({ candidate, sense }) => candidate.form === 'sound' && sense !== 'asker');
  if (bites.length > 1) return bites;
  const hasParts = spoken.some(({ sense }) => SPEAKS.has(sense) && sense !== 'official' && sense !== 'guest');
  if (!hasParts) {
    const answers = underQuestions(input, spoken, from);
    if (answers.length === spoken.length && answers.length > 0) return answers;
    const parts = dialogue(input, spoken, from);
    if (parts.length > 0) return parts;
    const asking = namedAskers(input, spoken);
    if (asking.size > 0) return spoken.map((opening) => asAsker(opening, asking));
    return arePresented(input, spoken, from) ? spoken : answers;
  }

  const followsAsker = new Set<string>();
  const count = countOf(spoken);
  const asking = namedAskers(input, spoken);
  spoken.forEach((opening, position) => {
    const previous = spoken[position - 1];
    if (previous && (previous.sense === 'asker' || previous.sense === 'host')) followsAsker.add(whoOf(opening));
  });
  const short = shortForms(input, from, to, spoken);
  const lead = readLead(leadOf(input, from, spoken));
  return spoken.flatMap((unnamed, position) => {
    const opening = asAsker(named(unnamed, lead), asking);
    const { sense, candidate } = opening;
    const key = whoOf(opening);
    const legend = short.get(candidate.text);
    if (legend) return [{ ...opening, ...legend }];
    if (SPEAKS.has(sense)) return [opening];
    const recurs = (count.get(key) ?? 0) > 1;
    if (sense === 'unknown' && asksOfficial(input, spoken, position)) {
      // 热点一 numbers the question
      const speaker = /[一二三四五六七八九十\d]$/u.test(candidate.text) ? '' : opening.speaker;
      return [{ ...opening, sense: 'asker' as const, speaker }];
    }
    if (sense === 'unknown' && answersBelow(input, spoken, position)) return [described(opening)];
    if (sense === 'name')
      return followsAsker.has(key) || recurs || speaksInFull(input.text, candidate) ? [opening] : [];
    if (sense === 'unknown' && recurs && isTransliterated(key)) return [{ ...opening, sense: 'name' as const }];
    return followsAsker.has(key) &&
      ((recurs && key.length <= 8) || (isAuthority(key) && speaksInFull(input.text, candidate)))
      ? [opening]
      : [];
  });
}

/** Who asks, though he is called by name only. */
const asAsker = (opening: Opening, asking: ReadonlySet<string>): Opening =>
  asking.has(whoOf(opening)) ? { ...opening, sense: 'asker' } : opening;

/** 《某刊》 asks as 某刊 too, 某局局长 何某 speaks as 何某, and 何某某 as 何 where nobody else is called so; 主持人 白某 presides as 白某. */
function withShortForms(openings: readonly Opening[]): Opening[] {
  const known = new Map<string, ReadLabel>();
  const bySurname = groupBy(
    [...new Set(openings.flatMap(({ speaker }) => (isPersonName(speaker) ? [speaker] : [])))],
    (name) => name.slice(0, isCompoundSurname(name) ? 2 : 1),
  );
  for (const [surname, names] of bySurname)
    if (names.length === 1) known.set(surname, { sense: 'name', speaker: names[0]!, role: '' });
  for (const { sense, speaker, role } of openings) {
    if (speaker.length < 2) continue;
    if (sense === 'asker') known.set(speaker, { sense, speaker, role });
    if (sense === 'official') known.set(speaker, { sense: 'name', speaker, role: '' });
  }
  const hosts = new Set(openings.flatMap(({ sense, speaker }) => (sense === 'host' && speaker ? [speaker] : [])));
  return openings.map((opening): Opening => {
    if (opening.sense === 'name' && hosts.has(opening.speaker)) return { ...opening, sense: 'host' };
    return opening.sense === 'unknown' ? { ...opening, ...known.get(opening.candidate.text) } : opening;
  });
}

/** Who is called by no known word asks where his words end asking and an official or an answer follows. */
function asksOfficial({ text, lines }: RecordInput, openings: readonly Opening[], position: number): boolean {
  const { candidate, index } = openings[position]!;
  const next = openings[position + 1];
  if (!next || !/^(?:official|answerer|name)$/u.test(next.sense)) return false;
  return endsAsking(text.slice(candidate.bodyStart, lines[index]!.inkEnd));
}

/** Words for bodies, and for what somebody is who is not named. */
const BODY = /(?:[部委厅局署院处科司所站队室办馆]|部门|警方|公安|集团|公司)$/u;
const DESCRIBED = /(?:民警|人员|专家|律师|医生|客服)$/u;

/** 警方, 市招办, 社区民警: a body, or somebody described, speaks directly below what a journalist or citizen asks. */
function answersBelow({ text, lines }: RecordInput, openings: readonly Opening[], position: number): boolean {
  const { candidate, index } = openings[position]!;
  const asked = openings[position - 1];
  if (asked?.sense !== 'asker' || !(BODY.test(candidate.text) || DESCRIBED.test(candidate.text))) return false;
  const question = text.slice(asked.candidate.bodyStart, lines[index]!.inkStart).trim();
  return (
    /[？?]$/u.test(question) && /^\s*[^\n]+[。！]/u.test(text.slice(candidate.bodyStart, candidate.bodyStart + 400))
  );
}

const described = (opening: Opening): Opening =>
  DESCRIBED.test(opening.speaker) ? { ...opening, speaker: '', role: opening.speaker } : opening;

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
  /^\s*[^\n]{4,}[。？！]/u.test(text.slice(bodyStart, bodyStart + 400));

/** 【委员提问】⏎何某委员：……: a rubric above who asks, or answers. */
const withoutRubrics = ({ text, lines }: RecordInput, openings: readonly Opening[]): Opening[] =>
  openings.filter(({ candidate, index }, position) => {
    const next = openings[position + 1];
    const isRubric = candidate.form === 'bracket' && candidate.bodyStart >= lines[index]!.inkEnd;
    return !isRubric || !next || text.slice(candidate.bodyStart, next.candidate.start).trim() !== '';
  });

/** 问题一：⏎来自某社的何某提问。⏎何某：……: who is called asks below, for the outlet that he is said to be from. */
function withCalls({ text }: RecordInput, openings: readonly Opening[]): Opening[] {
  const calls = openings.map(({ candidate, sense }, position) => {
    const next = openings[position + 1];
    return sense === 'asker' && next ? CALL.exec(text.slice(candidate.bodyStart, next.candidate.start).trim()) : null;
  });
  return openings.flatMap((opening, position): Opening[] => {
    if (calls[position]) return [];
    const call = calls[position - 1];
    return call ? [{ ...opening, sense: 'asker', speaker: call[1] ?? opening.speaker }] : [opening];
  });
}
const CALL = /^(?:来自([^。？！\n]{2,16}?)的)?[^。？！\n]{2,40}(?:提问|发问)[。：]?$/u;

/** 举行发布会，请某局局长何某介绍……⏎[何某]……: they speak in full whom the lead of a press event names, though nobody asks. */
export function arePresented(input: RecordInput, openings: readonly Opening[], from: number): boolean {
  const { text, lines } = input;
  const [first] = openings;
  if (!first) return false;
  const isBracketed = openings.every(({ candidate }) => candidate.form === 'bracket');
  // 何某表示，……⏎何某：……: a paper tells what he says
  const below = text.slice(lines[first.index]!.start);
  const isTold = ({ speaker }: Opening) => PLAINLY_SAYS.some((verb) => below.includes(speaker + verb));
  const isLabelled = (opening: Opening) =>
    opening.candidate.form === 'colon' && /^(?:name|official|host)$/u.test(opening.sense) && !isTold(opening);
  const lead = leadOf(input, from, openings);
  if (!isBracketed && !(HELD.test(lead) && openings.every(isLabelled))) return false;
  return (
    openings.every(
      ({ candidate, speaker, role }) =>
        speaker !== '' && (lead.includes(speaker) || isBodyIn(lead, role)) && speaksInFull(text, candidate),
    ) && isPressEvent(lead)
  );
}

/** 市建委主任, where the lead says that 市发改委、市建委负责人 answer. */
const isBodyIn = (lead: string, role: string): boolean => {
  const body = role.replace(HOLDS, '');
  return body.length > 2 && body !== role && lead.includes(body);
};
const HOLDS = new RegExp(`(?:党组|党委)?(?:常务)?副?${OFFICE}$`, 'u');

/** A press conference, as the lead of its record says. */
const HELD = /(?:发布会|记者会|吹风会|通气会|见面会|招待会|答记者问)/u;

const NAME_AND_OFFICE = /^\p{Script=Han}[ \u3000]?\p{Script=Han}{1,3}[ \u3000]+[^，。！？]{2,40}$/u;
/** What a site writes below a title: 来源：某报, 2014-03-13 11:57. */
const BELOW_TITLE =
  /(?:来源|作者|记者|编辑)[ \u3000]*[：:]|^(?:发[布表]|更新)(?:时间|日期)[：:]|www\.|https?:|^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}/u;

/** Drops fields of a document's head (`主持人：某某` among `时间：`, `地点：`): short bodies before the first real turn. */
function withoutFields(input: RecordInput, openings: readonly Opening[], to: number): Opening[] {
  const firstTurn = openings.findIndex((opening) => !isField(input, opening, to));
  return firstTurn < 0 ? [] : openings.slice(firstTurn);
}

function isField(
  { text, lines, candidates, isNoise }: RecordInput,
  { index, candidate, sense, role, speaker }: Opening,
  to: number,
): boolean {
  // 【某某访谈·文字版】标题: a rubric before a title looks like a name
  if (candidate.form === 'bracket' && (sense === 'name' || sense === 'unknown'))
    return !/[。？！]/u.test(text.slice(candidate.bodyStart, lines[index]!.inkEnd));
  if (candidate.form !== 'colon') return false;
  const line = lines[index]!;
  // 嘉宾：⏎何某 某局局长⏎赵某 某校教授
  const present = lines.slice(index + 1, to).find((next) => !isBlank(next));
  if (sense === 'guest' && present && NAME_AND_OFFICE.test(text.slice(present.inkStart, present.inkEnd))) return true;
  const body = text.slice(candidate.bodyStart, line.inkEnd).replace(/\*\*$/u, '').trim();
  if (body === '' || body.length > 60 || /[。？！?!]|[吗呢]$/u.test(body)) return false;
  // 问题二：……; 記者：（有關沉降）, a question told in short
  if (sense === 'asker' && ((role === '' && speaker === '') || /^[（(](?:有?关|就)/u.test(body))) return false;
  for (let next = index + 1; next < to; next++) {
    if (isBlank(lines[next]!) || isNoise(next)) continue;
    const below = text.slice(lines[next]!.inkStart, lines[next]!.inkEnd);
    if (BELOW_TITLE.test(below)) return true;
    // a cut sentence
    if (next === index + 1 && (/[，、,]$/u.test(body) || (body.length > 12 && /[。？！?]$/u.test(below)))) return false;
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
  // 何某（以下简称“何”）：…… in the labels themselves
  const legends = openings
    .slice(0, LEGENDS)
    .map(({ candidate }) => text.slice(candidate.labelStart, candidate.bodyStart))
    .filter((label) => /简?称/u.test(label));
  const told = [head, ...legends].join('\n');
  const whole = () => text.slice(lines[from]!.start, Math.min(lines[to - 1]!.end, lines[from]!.start + 20_000));
  for (const { candidate, sense } of openings) {
    const label = candidate.text;
    if (found.has(label) || label.length > 3 || (SPEAKS.has(sense) && sense !== 'asker')) continue;
    const word = /^(\p{Script=Han}{1,2}?)[答问]?$/u.exec(label)?.[1];
    if (!word || word.length > 2 || (sense === 'asker' && label !== '记')) continue;
    const name =
      legendName(told, label) ??
      (word === label ? undefined : legendName(told, word)) ??
      (word.length === 1 ? nameBeginning(head || whole(), word) : undefined);
    if (!name) continue;
    if (/记者/u.test(name)) found.set(label, { sense: 'asker', speaker: '', role: '记者' });
    else if (isPersonName(name)) found.set(label, { sense: 'name', speaker: name, role: '' });
  }
  return found;
}

/** In so many labels a legend may stand. */
const LEGENDS = 6;

/** 何某（以下简称“何”）, 何某（简称何）, 何：何某, 何=何某. */
function legendName(head: string, short: string): string | undefined {
  const escaped = short.replace(/[^\p{Script=Han}]/gu, '');
  if (escaped === '' || !head.includes(escaped)) return undefined;
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
    (opening) =>
      opening.sense === 'name' ||
      opening.sense === 'official' ||
      (opening.sense === 'unknown' && (count.get(whoOf(opening))! > 1 || isAuthority(opening.candidate.text))),
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
