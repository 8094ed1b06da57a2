import { asWritten } from '../text/asWritten';
import type { Paragraph } from '../text/paragraphs';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';
import { ASKING_REACH, type Asking, findAsking, upToAnswer } from './asking';
import { Cast, findDescribed, isOutsider, type Mention } from './cast';
import { isPersonName, type Person, readPerson } from './names';
import { findSaying, isContinued, OTHER_SAYS, VERB_BEHIND } from './saying';
import { NARRATES, PRESS } from './sayings';
import { isSectionHeading, isSiteLine } from './siteLines';
import type { Question, Turn } from './transcript';

export interface Report {
  readonly turns: Turn[];
  readonly questions: Question[];
}

/** A sentence of a paragraph that does something: asks, says, goes on or narrates. Offsets count in the paragraph. */
interface Speech {
  readonly mention: Mention;
  /** Where the words begin in which the mention's offsets count. */
  readonly base: number;
  /** Where the turn begins: the sentence, or for a second speaker in it, his clause. */
  readonly start: number;
}

/**
 * Turns and questions of a newspaper report in `paragraphs` of one article: who is said to speak, by sentences whose subject is a member of the cast, and what they were asked. None where the press was not there.
 */
export function readReport(paragraphs: readonly Paragraph[]): Report {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const isPressEvent = PRESS_EVENT.test(text);
  if (!isPressEvent && !text.includes('记者')) return NO_REPORT;
  const report = new ReportReader(Cast.of(text)).read(paragraphs);
  const isReport = isPressEvent || report.questions.length > 0;
  return isReport && shareOf(report.turns, text) >= LEAST_SHARE ? report : NO_REPORT;
}

const NO_REPORT: Report = { turns: [], questions: [] };

const PRESS_EVENT = new RegExp(`${PRESS.join('|')}|被.{0,20}问[及到起]`, 'u');
/** What is said is so much of a report; below it, an event is mentioned in passing. */
export const LEAST_SHARE = 0.2;
/** How much of `text` is said in `turns`. */
export const shareOf = (turns: readonly Span[], { length }: string): number =>
  turns.reduce((sum, { start, end }) => sum + end - start, 0) / Math.max(1, length);

const NARRATION = new RegExp(`^(?:${NARRATES.join('|')})`, 'u');
const HE_SAYS =
  /^(?:他|她|其)(?:们)?[^，。；：！？“”]{0,16}?(?:表示|说|称|指|认为|强调|介绍|透露|坦言|解释|补充|回应)/u;

class ReportReader {
  private readonly turns: Turn[] = [];
  private readonly questions: Question[] = [];
  /** Who spoke before an aside, and goes on where he is named again. */
  private paused: string | undefined;
  /** Where the last turn ended before its last sentence. */
  private endBefore = 0;
  private leadSpeakers: readonly string[] = [];
  /** Who speaks now, by name or description; undefined where the paper does. */
  private speaking: string | undefined;
  /** Of whom the sentence before spoke, where he did not speak. */
  private subject: { mention: Mention; base: number } | undefined;
  /** A told question that waits for its answer. */
  private pending: { at: Span; asker: string } | undefined;

  constructor(private readonly cast: Cast) {}

  read(paragraphs: readonly Paragraph[]): Report {
    const spoken = paragraphs.filter(
      ({ text }) => !isSiteLine(text) && !isSectionHeading(text) && !/^[-—─–=*]+$/u.test(text),
    );
    spoken.forEach((paragraph, index) => {
      this.readParagraph(paragraph);
      if (index === 0 && this.questions.length === 0) this.leadSpeakers = this.turns.map((turn) => turn.speaker);
    });
    return this.withoutLead();
  }

  /** The first paragraph tells in short what those who speak below say: a lead, and no turn. */
  private withoutLead(): Report {
    const count = this.leadSpeakers.length;
    const later = new Set(this.turns.slice(count).map(({ speaker }) => speaker));
    if (count === 0 || !this.leadSpeakers.every((speaker) => later.has(speaker))) {
      return { turns: this.turns, questions: this.questions };
    }
    const questions = this.questions.map((question) => ({
      ...question,
      turn: question.turn - count,
      answers: question.answers.map((answer) => answer - count),
    }));
    return { turns: this.turns.slice(count), questions };
  }

  private readParagraph(paragraph: Paragraph): void {
    const { text } = paragraph;
    const sentences = splitSentences(text);
    this.pending = undefined;
    this.subject = undefined;
    let read = 0;
    for (const [index, sentence] of sentences.entries()) {
      const words = text.slice(sentence.start, sentence.end);
      if (sentence.start < read) {
        this.extend(paragraph, sentence.end);
        continue;
      }
      const window = text.slice(sentence.start, sentence.start + ASKING_REACH);
      const told = findAsking(window, words.length);
      const speeches = this.speechesIn(text, sentence, told);
      const asking = told && speeches[0] ? upToAnswer(told, window, speeches[0].mention.start) : told;
      if (asking) {
        const at = paragraph.toSource({
          start: sentence.start + asking.topic.start,
          end: sentence.start + asking.topic.end,
        });
        this.pending = { at, asker: this.written(paragraph, asking.asker, sentence) };
        if (speeches.length === 0 && asking.end <= words.length) {
          this.stop();
          continue;
        }
        read = sentence.start + asking.end;
      }
      const count = this.questions.length;
      for (const speech of speeches) {
        const isAlso = this.questions.length > count;
        this.begin(paragraph, speech, this.saidFirst(text, sentences, index, speech), isAlso);
      }
      if (speeches.length > 0) this.extend(paragraph, sentence.end);
      else if (NARRATION.test(words)) this.pause(index > 0 ? 'aside' : 'narration');
      else if (this.speaking === undefined && this.subject && HE_SAYS.test(words)) this.resume(paragraph, sentence);
      else if (OTHER_SAYS.test(words)) this.pause('narration');
      else if (index > 0 || isContinued(words)) this.extend(paragraph, sentence.end);
      else this.pause('aside');
      this.subject = this.speaking === undefined ? this.subjectOf(words, sentence.start) : undefined;
    }
  }

  /** Of whom a sentence speaks that begins at `base`. */
  private subjectOf(words: string, base: number): ReportReader['subject'] {
    const mention = this.cast.find(words).find(({ start }) => start <= 1);
    return mention && { mention, base };
  }

  /** Who says something in a sentence. */
  private speechesIn(text: string, sentence: Span, asking: Asking | undefined): Speech[] {
    const end = Math.min(text.length, asking ? Math.max(sentence.end, sentence.start + asking.end + 60) : sentence.end);
    const words = text.slice(sentence.start, end);
    const mentions = [...this.cast.find(words), ...findDescribed(words)].sort((a, b) => a.start - b.start);
    const found: Speech[] = [];
    for (const mention of mentions) {
      if (isOutsider(mention.role || this.cast.officeOf(mention.speaker))) continue;
      if (found.some((other) => other.mention.end > mention.start)) continue;
      if (found.length > 0 && sentence.start + mention.start >= sentence.end) break;
      const asked =
        asking &&
        ((mention.end <= asking.start + 1 && asking.start - mention.end <= 12) ||
          (mention.start >= asking.topic.end && mention.end <= asking.end));
      const told = asking && mention.start >= asking.end;
      if (!asked && !findSaying(words, mention)) continue;
      if (asking && !asked && !told && mention.start > asking.start) continue;
      const previous = found.at(-1);
      if (previous && isSame(keyOf(previous.mention), keyOf(mention))) continue;
      found.push({
        mention,
        base: sentence.start,
        start: sentence.start + (previous ? mention.start : datelineOf(words, mention.start)),
      });
    }
    if (found.length === 0 && asking) {
      const person = findAnswerer(words, asking);
      if (person) found.push({ mention: person, base: sentence.start, start: sentence.start });
    }
    return found;
  }

  /** “……”何某说。: what he said stands in the sentences before. */
  private saidFirst(text: string, sentences: readonly Span[], index: number, { mention, start }: Speech): number {
    const sentence = sentences[index]!;
    const before = sentences[index - 1];
    if (!before || start !== sentence.start) return start;
    const words = text.slice(sentence.start, sentence.end);
    const isWhole = /^[“‘].*[”’]$/u.test(text.slice(before.start, before.end));
    const isAsked = index === 1 && this.pending !== undefined;
    return isWhole && before.end === sentence.start && (isAsked || VERB_BEHIND.test(words.slice(mention.end)))
      ? before.start
      : start;
  }

  private begin(paragraph: Paragraph, { mention, base, start }: Speech, from: number, isAlso = false): void {
    const key = keyOf(mention);
    const { pending } = this;
    if (!pending && this.speaking !== undefined && isSame(this.speaking, key)) return;
    if (!pending && this.paused !== undefined && isSame(this.paused, key)) {
      this.speaking = key;
      return;
    }
    const previous = this.turns.at(-1);
    // a quotation that turned out to be the next speaker's
    if (previous && from < start && previous.end > paragraph.toSource({ start: from, end: from + 1 }).start) {
      this.turns[this.turns.length - 1] = { ...previous, end: this.endBefore };
    }
    // the one who spoke before in this sentence
    else if (from > 0) this.extend(paragraph, from);
    this.pending = undefined;
    this.speaking = key;
    const sentence = { start, end: Math.min(paragraph.text.length, start + ASKING_REACH) };
    const labelSpan = paragraph.toSource({ start: base + mention.name.start, end: base + mention.name.end });
    const speaker = this.written(paragraph, mention.speaker, sentence);
    const role = this.written(paragraph, mention.role, sentence);
    const turnStart = paragraph.toSource({ start: from, end: from + 1 }).start;
    this.turns.push({
      start: turnStart,
      end: turnStart + 1,
      label: speaker || role,
      labelSpan,
      bodyStart: turnStart,
      speaker,
      role,
      kind: pending || isAlso ? 'answer' : 'statement',
    });
    if (isAlso) {
      const question = this.questions.pop()!;
      const answeredBy = speaker ? [...question.answeredBy, speaker] : question.answeredBy;
      this.questions.push({ ...question, answeredBy, answers: [...question.answers, this.turns.length - 1] });
    }
    if (!pending) return;
    this.questions.push({
      ...pending.at,
      asker: pending.asker,
      answeredBy: speaker ? [speaker] : [],
      asks: [],
      turn: this.turns.length - 1,
      answers: [this.turns.length - 1],
    });
  }

  /** 何某到场。他说……: the one of whom the sentence before speaks. */
  private resume(paragraph: Paragraph, sentence: Span): void {
    const { mention, base } = this.subject!;
    this.begin(paragraph, { mention, base, start: base }, sentence.start);
    this.extend(paragraph, sentence.end);
  }

  private extend(paragraph: Paragraph, end: number): void {
    if (this.speaking === undefined || end === 0) return;
    let last = end;
    while (last > 0 && /\s/u.test(paragraph.text[last - 1]!)) last--;
    const turn = this.turns.at(-1)!;
    const { end: to } = paragraph.toSource({ start: Math.max(0, last - 1), end: last });
    this.endBefore = turn.end;
    if (to > turn.end) this.turns[this.turns.length - 1] = { ...turn, end: to };
  }

  /** A told question, or the end of what belongs together: whoever speaks next begins anew. */
  private stop(): void {
    this.speaking = undefined;
    this.paused = undefined;
  }

  /** The paper speaks: in an aside, behind which the same speaker goes on with his turn, or to tell something else. */
  private pause(by: 'aside' | 'narration'): void {
    this.paused = by === 'aside' ? (this.speaking ?? this.paused) : undefined;
    this.speaking = undefined;
  }

  private written(paragraph: Paragraph, words: string, near: Span): string {
    return asWritten(words, paragraph.written({ start: near.start, end: Math.min(paragraph.text.length, near.end) }));
  }
}

/** 新华社北京7月23日电（记者 某某）: how much of `words` before `limit` belongs to no speaker. */
const datelineOf = (words: string, limit: number): number => {
  const { length } = DATELINE.exec(words.slice(0, limit + 1))?.[0] ?? '';
  return Math.min(length, limit);
};
const DATELINE = /^[^，。；]{0,24}?(?:电|讯|消息|报道)\s*（[^（）]{1,30}）：?\s*/u;

/** What tells speakers apart: the name, else the description. */
const keyOf = ({ speaker, role }: Mention): string => speaker || role;

/** 消息人士 goes on as 政府消息人士. */
const isSame = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/** Who answers in words that the cast does not know: between the question and a verb of saying, or before the question. */
function findAnswerer(words: string, asking: Asking): Mention | undefined {
  const before = /[^，。：；！？“”]{2,40}$/u.exec(
    words.slice(0, asking.start).replace(/(?:在|日前|昨日|今日|今天)$/u, ''),
  );
  if (before) {
    const person = findPerson(before[0], before.index);
    if (person) return person;
  }
  const behind =
    /^[，,。]?(?:对此，)?([^，。：；！？“”]{2,40}?)(?:则|也|在|还|亦)?(?:现场|当场)?(?:表示|说|介绍|回应|回答|答道|称|指出|谈到|坦言|强调|解释|透露|认为|作答|直言|告诉|表明|(?:对|向)[^，。]{0,24}记者)/u.exec(
      words.slice(asking.end),
    );
  return behind ? findPerson(behind[1]!, asking.end + behind[0].indexOf(behind[1]!)) : undefined;
}

/** 某局局长何某代表: a delegate who is called by an office too. */
function readNamed(core: string): Person | undefined {
  const person = readPerson(core);
  return person?.speaker ? person : readPerson(core.replace(/(?:代表|委员)$/u, ''));
}

/** Name and office in the words before the verb: `何某代表`, `某局局长何某`, `全国人大代表、某市市长何某`, `何某还`. */
function findPerson(words: string, at: number): Mention | undefined {
  const trimmed = words.replace(
    /(?:在|则|也|还|又|随后|接着|同时|现场|首先|先后|昨日|今日|日前|当天|会后|会上|时)+$/u,
    '',
  );
  const offset = /^(?:随后|接着|对此|其间|会上|现场|当天|会后|此外)[，,]?/u.exec(trimmed)?.[0].length ?? 0;
  // 来自基层的何某代表
  const described = trimmed.lastIndexOf('的') + 1;
  const core = trimmed.slice(Math.max(offset, described));
  const direct = isPersonName(core) ? { speaker: core, role: '' } : readNamed(core);
  if (!direct?.speaker || direct.speaker.length < 2) return undefined;
  const inCore = core.startsWith(direct.speaker) ? 0 : core.lastIndexOf(direct.speaker);
  const start = at + Math.max(offset, described) + Math.max(inCore, 0);
  const name = { start, end: start + direct.speaker.length };
  return { ...direct, ...name, name };
}
