import { isAmong } from '../../text/characters';
import { splitSentences } from '../../text/sentences';
import type { Span } from '../../text/span';
import { type Cast, findDescribed, type Mention } from '../cast';
import { ASKING_REACH, type Asking, findAsking, OPEN, trimTopic } from './asking';
import { answersAt, findHeSays, findHim, findSaying, isSubject, othersClause, saysAtOnce } from './saying';

/** What one sentence of a report tells: who speaks in it, and what was asked. Offsets count in the words that were read. */
export interface SpeechEvents {
  /** Those who say something, in order. */
  readonly speakers: readonly Mention[];
  readonly asked?: {
    readonly asker: string;
    /** A member of the cast asks: what he says before is no answer. */
    readonly isByName: boolean;
    readonly topic: Span;
    /** Whom the question names: he answers, though the next sentence call him 他. */
    readonly of: Mention | undefined;
    /** The sentence tells the answer too, by a verb without a name: 被问及此事时表示. */
    readonly isAnswered: boolean;
    /** The press asks by these words, whether anybody answers or not. */
    readonly isTold: boolean;
    /** What was asked is not told. */
    readonly isUntold: boolean;
    /** Where the question ends, and at most the answer begins. */
    readonly end: number;
  };
}

/** Reads the sentence with which `words` begin and which ends at `end`; a question may go on in the sentence behind it. */
export function readSpeeches(words: string, end: number, cast: Cast): SpeechEvents {
  const window = words.slice(0, ASKING_REACH);
  const asking = findAsking(window, end) ?? askedByName(window.slice(0, end), cast);
  if (!asking) return { speakers: speakersOf(words.slice(0, end), cast) };
  const reach = asking.end > end ? sentenceEnd(words, asking.end) : end;
  const sentence = words.slice(0, reach);
  const subjects = mentionsIn(sentence, cast).filter((mention) => isSubject(sentence, mention));
  // 追问何某，是否知情, 问何某是否知情: 何某 is asked, and the topic begins behind him
  const of = mentionsIn(sentence, cast).find(
    ({ start, end: to }) =>
      start === asking.topic.start &&
      (/^，|^[^，。；]*[他她]/u.test(sentence.slice(to)) ||
        (/[追询质再]?问$/u.test(sentence.slice(0, start)) && sentence[to] !== '的')),
  );
  const isByName = 'isByName' in asking;
  const before = isByName ? undefined : subjects.findLast((mention) => mention.end <= asking.start + 1);
  const inside = subjects.find(({ start, end: to }) => start >= asking.topic.end && to <= asking.end);
  // 记者询问，何某则说……，是否意味着……？: what is said belongs to the question
  const isOfMore = asking.isTold && isQuestionOfMore(words, asking);
  const asksToEnd = isOfMore || (asking.isTold && ASKS_TO_END.test(sentence));
  const told = asksToEnd ? undefined : findAnswer(sentence, asking, subjects);
  const others = asking.isOpen && !asksToEnd ? othersClause(sentence, asking.topic.start) : undefined;
  const answer = told && others !== undefined && others < told.at - 1 && !told.by ? undefined : told;
  // 何某说，不知道能否办到: it is the answer that leaves open
  if (answer && asking.isOpen && !isByName && answer.at < asking.topic.end)
    return { speakers: speakersOf(sentence, cast) };
  const next = answer?.at ?? (others === undefined ? undefined : others + 1);
  const topicEnd = isOfMore
    ? words.trimEnd().length
    : next === undefined && asking.isTold && /[：，]/u.test(sentence[asking.topic.start - 1] ?? '')
      ? wholeQuestion(words, endOfTopic(sentence, asking, undefined, undefined), cast)
      : endOfTopic(sentence, asking, next, answer?.at);
  const topicStart = of && of.end < topicEnd ? of.end : asking.topic.start;
  const topic = trimTopic(words, topicStart, topicEnd);
  const first = answer?.by ?? before ?? inside;
  const from = answer?.at ?? reach;
  const further = speakersOf(sentence, cast).filter(({ start }) => start > from && first && start > first.end);
  const isEvaded = answer !== undefined && EVASION.test(sentence.slice(answer.at));
  return {
    speakers: isEvaded ? [] : first ? withoutRepeated([first, ...further]) : further,
    asked: {
      asker: asking.asker,
      isByName,
      topic,
      of: of ?? before,
      isAnswered: answer !== undefined && !isEvaded,
      isTold: asking.isTold || isEvaded,
      isUntold: asking.isUntold,
      end: Math.max(from, topic.end),
    },
  };
}

/** Whether the sentence with which `words` begin may tell a question, whoever there is to ask it. */
export const mayTellQuestion = (words: string, end: number): boolean => {
  const window = words.slice(0, ASKING_REACH);
  return ASKED_ON.test(window.slice(0, end)) || findAsking(window, end) !== undefined;
};

/** 何某询问，能否……: one who is named asks, in a council, a court or a forum. */
function askedByName(words: string, cast: Cast): (Asking & { readonly isByName: true }) | undefined {
  if (!ASKED_ON.test(words)) return undefined;
  for (const by of mentionsIn(words, cast)) {
    const asks = isSubject(words, by) && NAMED_ASKS.exec(words.slice(by.end));
    if (!asks) continue;
    const start = by.end + asks[0].length;
    const end = words.length - (/[。？]$/u.test(words) ? 1 : 0);
    if (!ASKS_ON.test(words.slice(start, end)) && !/[？吗]。?$/u.test(words)) continue;
    const topic = trimTopic(words, start, words.endsWith('？') ? words.length : end);
    const kind = { isByName: true, isOpen: true, isBySubject: true, isTold: false, isUntold: false } as const;
    return { ...kind, start: by.start, end, asker: by.speaker, topic };
  }
  return undefined;
}
/** 有记者问：……，何某29日说，……。想问您怎么看？: so long as its paragraph a question of several sentences may be. */
const isQuestionOfMore = (words: string, { topic }: Asking): boolean =>
  words[topic.start - 1] === '：' &&
  !/[“”]/u.test(words[topic.start] ?? '') &&
  /^[^\n“”]*(?:“[^”\n]*”[^\n“”]*)*？$/u.test(words.slice(topic.start).trimEnd());
const ASKS_TO_END = new RegExp(`(?:^|，)[^，。；：“”]{0,12}?(?:${OPEN}|请问)[^，。；：“”]*？$`, 'u');
const ASKED_ON = /询问|问到|质询|追问|质问|提问|发问|问[他她]/u;
const NAMED_ASKS =
  /^(?:先生|女士|议员|代表|委员)?(?:则|亦|也|又|再|随即|其后|继续|就此|进一步){0,2}(?:向[^，。：；]{1,12}?)?(?:(?:质询|发言|提问)时)?(?:询问|问到|质询|追问|质问|提问|发问|(?<=时)问|问[他她](?!们|的))(?!时|环节)(?:，?指)?[，：]?/u;

const NOT = '没有|未有|未|拒绝|不愿';
const ANSWERS = '(?:正面|直接|具体|作|再)?(?:回应|回答|评论|答复)';
/** Nothing is answered: 没有回应记者提问就离开。 */
const EVASION = new RegExp(`^[^，：；]{0,16}(?:(?:${NOT}|不)${ANSWERS}[^，：；]*|三缄其口。?)$`, 'u');
/** A clause in which it is so, whoever does not answer. */
const EVADES_AT = new RegExp(`^(?:但|惟|唯)?[^，。：；“”]{0,16}?(?:(?:${NOT})${ANSWERS}|三缄其口)`, 'u');

/** Who says something in `words`. */
function speakersOf(words: string, cast: Cast): Mention[] {
  const found: Mention[] = [];
  let said = 0;
  const he = findHeSays(words);
  for (const mention of mentionsIn(words, cast)) {
    // 她说，何某曾经表示……: what she says
    if (he !== undefined && he < mention.start && found.length === 0) break;
    const verb = findSaying(words, mention);
    if (verb === undefined) continue;
    const isFirst = found.length === 0;
    // 何某批评，张某称……: what a second one says right behind the verb is what the first one speaks of
    if (!isFirst && (/^[，：\s]?$/u.test(words.slice(said, mention.start)) || !isNewClause(words, mention.start)))
      continue;
    if (!isFirst && !saysAtOnce(words, mention)) continue;
    found.push(mention);
    said = verb.end;
  }
  if (found.length > 0) return withoutRepeated(found);
  const him = he === undefined ? undefined : findHim(words, he, mentionsIn(words, cast));
  return him ? [him] : [];
}

const isNewClause = (words: string, at: number): boolean => /[，。；！？”]\s*$/u.test(words.slice(0, at));

const withoutRepeated = (mentions: readonly Mention[]): Mention[] =>
  mentions.filter((mention, index) => index === 0 || !isSame(keyOf(mentions[index - 1]!), keyOf(mention)));

function mentionsIn(words: string, cast: Cast): Mention[] {
  const found: Mention[] = [];
  const all = [...cast.find(words), ...findDescribed(words)].sort((a, b) => a.start - b.start);
  for (const mention of all) {
    const { role, speaker } = mention;
    if (isQuoted(words, mention.start) || IN_BYLINE.test(words.slice(0, mention.start))) continue;
    const previous = found.at(-1);
    if (previous && previous.end > mention.start) continue;
    if (previous?.speaker && speaker && role === '' && JOINS.test(words.slice(previous.end, mention.start)))
      found[found.length - 1] = together(words, previous, mention);
    else found.push(mention);
  }
  return found;
}

const JOINS = /^(?:[、及和与]|以及)$/u;

/** 甲、乙和丙: they speak as one. */
function together(words: string, first: Mention, last: Mention): Mention {
  const name = { start: first.name.start, end: last.name.end };
  return { start: first.start, end: last.end, name, speaker: words.slice(name.start, name.end), role: first.role };
}

/** （记者 甲、乙 */
const IN_BYLINE = /（[^（）]{0,12}(?:记者|通讯员|编辑|摄影)[^（）。]*$/u;

/** Within quotation marks, or in the title of something. */
const isQuoted = (words: string, at: number): boolean =>
  ['“”', '《》'].some(([open, close]) => {
    const opened = words.lastIndexOf(open!, at);
    return opened >= 0 && words.lastIndexOf(close!, at) < opened && words.indexOf(close!, at) > at;
  });

/** The first clause behind the topic's beginning in which somebody answers, or he who was asked. */
function findAnswer(
  words: string,
  asking: Asking,
  subjects: readonly Mention[],
): { at: number; by?: Mention } | undefined {
  const from = asking.isOpen ? asking.topic.start + 1 : asking.end;
  for (let at = from; at < words.length; at++) {
    const isBorder = at === asking.end || isAmong('，；：？！”', words.charCodeAt(at - 1));
    if (!isBorder) continue;
    const by = subjects.find(
      ({ start }) => start >= at && start - at <= LEAD && !/[，；：]/u.test(words.slice(at + 3, start)),
    );
    if (by && isAmong('，；：？！”', words.charCodeAt(at - 1)) && findSaying(words, by) !== undefined)
      return { at, by };
    if (asking.isOpen && words[at - 1] === '，' && EVADES_AT.test(words.slice(at, at + 40))) return { at };
    if (answersAt(words, at) && (!asking.isBySubject || PLAINLY_ANSWERS.test(words.slice(at)))) return { at };
  }
  return undefined;
}
/** No verb of who asks: 他说, 回应称. */
const PLAINLY_ANSWERS = /^[^，。；]{0,6}(?:[他她]|回应|回复|回答|答)/u;
/** What stands before a subject in its clause is no longer. */
const LEAD = 24;

/** 被问及此事时，: without the comma and 时. */
const upToTime = (words: string, end: number): number =>
  end - /(?:(?<!何)[时后])?[，：]?$/u.exec(words.slice(0, end))![0].length;

/** 被问及此事时，何某拒绝告知，但他强调……: nothing is asked behind 时. */
const isClosed = (words: string, { start, end }: Asking, answeredAt: number | undefined): boolean =>
  /(?<!何)时$/u.test(words.slice(start, end)) && words[end] === '，' && !ASKS_ON.test(words.slice(end, answeredAt));
const ASKS_ON = new RegExp(OPEN, 'u');

/** Where the topic of a question ends; `next` is where another clause begins in which somebody answers, or says something. */
function endOfTopic(words: string, asking: Asking, next: number | undefined, answeredAt: number | undefined): number {
  if (!asking.isOpen) return asking.topic.end;
  const quoted = /^“[^“”]{4,200}[？！。]”/u.exec(words.slice(asking.topic.start));
  if (quoted) return asking.topic.start + quoted[0].length;
  if (isClosed(words, asking, answeredAt)) return upToTime(words, asking.topic.end);
  return next === undefined ? questionEnd(words, asking) : upToTime(words, next);
}

/** 有记者提问：据报道，……。对此有何评论？: up to the sentence that asks, where one follows that does. */
function wholeQuestion(words: string, end: number, cast: Cast): number {
  const more = /^(?:[。？！][^。？！\n]{2,120}){0,3}[。？！][^。？！\n]{2,80}？/u.exec(words.slice(end));
  if (!more) return end;
  const goesOn = more[0].slice(1);
  const isSaid = splitSentences(goesOn).some(
    ({ start, end: to }) => speakersOf(goesOn.slice(start, to), cast).length > 0,
  );
  return isSaid ? end : end + more[0].length;
}

/** Where a question ends that is not answered in its sentence. */
const questionEnd = (words: string, { topic }: Asking): number => {
  const end = words.length - (/。$/u.test(words) ? 1 : 0);
  return end - topic.start > 120 ? topic.end : end;
};

function sentenceEnd(words: string, from: number): number {
  const stop = words.slice(from).search(/[。！？\n]/u);
  return stop < 0 ? words.length : from + stop + 1;
}

/** What tells speakers apart: the name, else the description. */
export const keyOf = ({ speaker, role }: Mention): string => speaker || role;

/** 消息人士 goes on as 政府消息人士. */
export const isSame = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);
