import { asWritten } from '../../text/asWritten';
import type { Paragraph } from '../../text/paragraphs';
import { splitSentences } from '../../text/sentences';
import type { Span } from '../../text/span';
import { Cast, type Mention } from '../cast';
import { isSectionHeading, isSiteLine } from '../siteLines';
import type { Question, Turn } from '../transcript';
import { ASKING_REACH } from './asking';
import { isPressEvent, LEAST_SHARE, shareOf } from './pressEvent';
import { datelineOf, endOfWords, isToldAgain, quotationBefore, quotedUntil } from './reportText';
import { findHeSays, findSaying, isContinued, isSubject, isVerbBehind, otherSays } from './saying';
import { NARRATES, UNNAMED } from './sayings';
import { isSame, keyOf, mayTellQuestion, readSpeeches } from './speeches';

export interface Report {
  readonly turns: Turn[];
  readonly questions: Question[];
}

/** Who speaks, as a sentence names him. */
interface Voice {
  /** What tells speakers apart. */
  readonly key: string;
  readonly labelSpan: Span;
  readonly speaker: string;
  readonly role: string;
  readonly verb: Span | undefined;
}

/**
 * Turns and questions of a newspaper report in `paragraphs` of one article: who is said to speak, by sentences whose subject is a member of the cast, and what they were asked. None where the press was not there.
 */
export function readReport(paragraphs: readonly Paragraph[]): Report {
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  const isPress = isPressEvent(text);
  if (!isPress && !(text.includes('记者') && paragraphs.some(mayTellQuestions))) return NO_REPORT;
  const report = new ReportReader(Cast.of(text), paragraphs).read();
  const isReport = isPress || report.questions.length > 0;
  return isReport && shareOf(report.turns, text) >= LEAST_SHARE ? report : NO_REPORT;
}

/** 何某就……回答了记者提问。: that he did, and nothing of what he said. */
const ONLY_ANSWERED = /(?:回答|答复|回应)了?[^，。；]{0,24}(?:提问|问题|询问|查询|关切)。?(?:（完）)?$/u;

const NO_REPORT: Report = { turns: [], questions: [] };

const REFERS_BACK = new RegExp(`^(?:该|这|上述).*?(${UNNAMED.join('|')})$`, 'u');
/** 何某是某会会长, 何某的…: who he is. */
const DESCRIBES = /^(?:是|为|的|生于|现年|目前|曾)/u;
const EDITORS_NOTE = /^（(?:按|编按|编者按|注|记者)[^（）]*）$/u;
const NARRATION = new RegExp(`^(?:${NARRATES.join('|')})`, 'u');
/** 某署发言人回应如下： */
const AS_FOLLOWS = /(?:回应|答复|回复|回覆|表示|声明|说明)如下[：。]?$/u;
/** So much behind a sentence may belong to the question that it tells, or to the answer. */
const BEHIND = 4 * ASKING_REACH;

/** The words of a sentence without those that are quoted from before it, which name nobody who speaks; undefined where all are. */
function spokenWords(text: string, sentence: Span): string | undefined {
  const quoted = quotedUntil(text, sentence);
  return quoted >= sentence.end ? undefined : '_'.repeat(quoted - sentence.start) + text.slice(quoted, sentence.end);
}

/** Whether a sentence may tell a question: what can be known before anybody is looked for who speaks. */
const mayTellQuestions = ({ text }: Paragraph): boolean =>
  splitSentences(text).some((sentence) => {
    const words = spokenWords(text, sentence);
    return (
      words !== undefined && mayTellQuestion(words + text.slice(sentence.end, sentence.end + BEHIND), words.length)
    );
  });

class ReportReader {
  private readonly turns: Turn[] = [];
  private readonly questions: Question[] = [];
  /** Who spoke before an aside, and goes on where he is named again. */
  private paused: string | undefined;
  /** 回应如下：…… a written answer goes on to the end. */
  private isWritten = false;
  /** Where the last turn ended before its last sentence. */
  private endBefore = 0;
  /** Who speaks now, by name or description; undefined where the paper does. */
  private speaking: string | undefined;
  /** Of whom the sentence before spoke, where he did not speak. */
  private subject: Voice | undefined;
  /** Where that sentence begins, if it tells of him what leads to his words. */
  private subjectAt: number | undefined;
  /** Who spoke last. */
  private last: Voice | undefined;
  /** A told question that waits for its answer, in its own paragraph or at the beginning of the next. */
  private pending:
    | { at: Span; asker: string; paragraph: Paragraph; isLast: boolean; isTold: boolean; isUntold: boolean }
    | undefined;

  constructor(
    private readonly cast: Cast,
    private readonly paragraphs: readonly Paragraph[],
  ) {}

  read(): Report {
    const spoken = this.paragraphs.filter(
      ({ text }) => !isSiteLine(text) && !isSectionHeading(text) && !/^[-—─–=*]+$/u.test(text),
    );
    const first = spoken.findIndex(({ text }) => text.includes('。'));
    spoken.forEach((paragraph, index) => {
      this.readParagraph(paragraph);
      if (index === first && this.isLead(spoken.slice(first))) {
        this.turns.length = 0;
        this.questions.length = 0;
        this.stop();
      }
    });
    this.leaveUnanswered();
    return { turns: this.turns, questions: this.questions };
  }

  /** Whether the first paragraph tells in short what is told below: by its words, or since all who speak in it do so again. */
  private isLead([first, ...rest]: readonly Paragraph[]): boolean {
    if (this.turns.length === 0) return false;
    if (isToldAgain(first!, rest)) return true;
    if (this.questions.length > 0 && !ONLY_ANSWERED.test(first!.text)) return false;
    const below = new ReportReader(this.cast, rest).readAll();
    return this.turns.every(({ speaker, role }) =>
      below.some((turn) => isSame(turn.speaker || turn.role, speaker || role)),
    );
  }

  /** What is said in paragraphs none of which is a lead. */
  private readAll(): readonly Turn[] {
    for (const paragraph of this.paragraphs) this.readParagraph(paragraph);
    return this.turns;
  }

  private readParagraph(paragraph: Paragraph): void {
    const { text } = paragraph;
    const sentences = splitSentences(text);
    this.subject = undefined;
    let read = 0;
    for (const [index, sentence] of sentences.entries()) {
      if (sentence.start < read) {
        this.extend(paragraph, sentence.end);
        continue;
      }
      const { start } = sentence;
      if (EDITORS_NOTE.test(text.slice(start, sentence.end))) continue;
      const words = spokenWords(text, sentence);
      if (words === undefined) {
        this.extend(paragraph, sentence.end);
        continue;
      }
      const behind = text.slice(sentence.end, sentence.end + BEHIND);
      const { speakers: all, asked } = readSpeeches(words + behind, words.length, this.cast);
      const speakers = this.withoutEarlier(words, all);
      if (asked) {
        this.leaveUnanswered();
        if (asked.isByName) this.leaveOut(paragraph, asked.asker);
        const at = paragraph.toSource({ start: start + asked.topic.start, end: start + asked.topic.end });
        const asker = this.written(paragraph, asked.asker, sentence);
        const isLast =
          (asked.isTold || asked.isByName) && text.slice(Math.max(sentence.end, start + asked.end)).trim() === '';
        this.pending = { at, asker, paragraph, isLast, isTold: asked.isTold, isUntold: asked.isUntold };
        read = start + asked.end;
      }
      const count = this.questions.length;
      const isNext = this.pending?.isLast && /^(?:“[^”]*”)?$/u.test(text.slice(0, start).trim());
      if (this.pending && this.pending.paragraph !== paragraph && !isNext) this.leaveUnanswered();
      for (const [position, mention] of speakers.entries()) {
        const said = position > 0 ? mention.start : datelineOf(words, mention.start);
        const from = said > 0 ? start + said : this.saidFirst(text, sentences, index, words.slice(mention.end));
        const voice = this.voiceOf(paragraph, mention, sentence);
        this.begin(paragraph, voice, from, { isSplit: said > 0, isAlso: this.questions.length > count });
      }
      if (speakers.length > 0) this.isWritten = AS_FOLLOWS.test(words) && sentence.end === text.length;
      if (speakers.length > 0) this.extend(paragraph, sentence.end);
      else if (asked?.isAnswered) this.resume(paragraph, sentence);
      else if (asked) this.stop();
      else this.readOn(paragraph, sentence, index);
      const of = asked?.of ?? this.cast.find(words).find((mention) => isSubject(words, mention));
      this.subject = this.speaking === undefined && of ? this.voiceOf(paragraph, of, sentence) : undefined;
      this.subjectAt = this.subject && !asked && !DESCRIBES.test(words.slice(of!.end)) ? start : undefined;
    }
  }

  /** 何某曾表明不变，张某质疑……: what another said before, where he who speaks goes on about it. */
  private withoutEarlier(words: string, all: readonly Mention[]): readonly Mention[] {
    const last = all.at(-1);
    if (all.length < 2 || !this.speaking || !isSame(this.speaking, keyOf(last!))) return all;
    return all.filter((mention) => mention === last || !/^[^，]{0,4}曾/u.test(words.slice(mention.end)));
  }

  private voiceOf(paragraph: Paragraph, mention: Mention, sentence: Span): Voice {
    const { start } = sentence;
    const verb = findSaying(paragraph.text.slice(start, sentence.end), mention);
    const near = { start, end: Math.min(paragraph.text.length, start + mention.end) };
    return {
      key: this.isHimAgain(mention) ? this.last!.key : keyOf(mention),
      labelSpan: paragraph.toSource({ start: start + mention.name.start, end: start + mention.name.end }),
      speaker: this.nameInFull(mention.speaker),
      role: this.written(paragraph, mention.role, near),
      verb: verb && paragraph.toSource({ start: start + verb.start, end: start + verb.end }),
    };
  }

  /** 该负责人, behind 某局负责人. */
  private isHimAgain({ speaker, role }: Mention): boolean {
    const kind = speaker === '' && REFERS_BACK.exec(role)?.[1];
    return Boolean(kind && this.last?.role.endsWith(kind));
  }

  /** A name as the document writes it where it gives it in full. */
  private nameInFull(name: string): string {
    const paragraph = this.paragraphs.find(({ text }) => text.includes(name));
    const at = paragraph?.text.indexOf(name) ?? 0;
    return paragraph?.written({ start: at, end: at + name.length }) ?? name;
  }

  /** A sentence that names nobody who speaks. */
  private readOn(paragraph: Paragraph, sentence: Span, index: number): void {
    const words = paragraph.text.slice(sentence.start, sentence.end);
    if (this.isWritten) this.extend(paragraph, sentence.end);
    else if (NARRATION.test(words)) this.pause(index > 0 ? 'aside' : 'narration');
    else if (findHeSays(words) !== undefined && (this.speaking ?? this.paused ?? this.subject))
      this.resume(paragraph, sentence, this.subjectAt);
    else if (otherSays(words)) this.pause(index > 0 ? 'aside' : 'narration');
    else if (index > 0 || isContinued(words)) this.extend(paragraph, sentence.end);
    else this.pause('narration');
  }

  /** “……”何某说。: what he said stands in the sentence before, and that of a paragraph's beginning is his in any case. */
  private saidFirst(text: string, sentences: readonly Span[], index: number, behind: string): number {
    const { start, end } = sentences[index]!;
    const before = sentences[index - 1];
    if (!before || text.slice(before.end, start).trim() !== '') return start;
    const opened = quotationBefore(text, before.end);
    if (opened === undefined) return start;
    let quote = index - 1;
    while (quote > 0 && sentences[quote]!.start > opened) quote--;
    const from = sentences[quote]!.start;
    if (from + datelineOf(text.slice(from, opened + 1), opened - from) !== opened) return start;
    return quote === 0 || isVerbBehind(behind.slice(0, end - start)) ? opened : start;
  }

  private begin(paragraph: Paragraph, voice: Voice, from: number, { isSplit = false, isAlso = false } = {}): void {
    const { key, speaker, role, verb } = voice;
    this.last = voice;
    const { pending } = this;
    if (!pending && this.speaking !== undefined && isSame(this.speaking, key)) return;
    if (!pending && this.paused !== undefined && isSame(this.paused, key)) {
      this.speaking = key;
      return;
    }
    const previous = this.turns.at(-1);
    const first = from + /^[*\s]*/u.exec(paragraph.text.slice(from))![0].length;
    const at = paragraph.toSource({ start: first, end: first + 1 }).start;
    // a question goes on into this sentence, which was read with it
    const isReadAgain = previous !== undefined && at <= previous.start;
    const turnStart = isReadAgain ? previous.start : at;
    if (isReadAgain) this.turns.pop();
    // a quotation that turned out to be the next speaker's
    else if (previous && !isSplit && previous.end > at)
      this.turns[this.turns.length - 1] = { ...previous, end: this.endBefore };
    // the one who spoke before in this sentence
    else if (isSplit) this.extend(paragraph, from);
    this.pending = undefined;
    this.speaking = key;
    this.turns.push({
      start: turnStart,
      end: turnStart + 1,
      label: speaker || role,
      labelSpan: voice.labelSpan,
      bodyStart: turnStart,
      speaker,
      role,
      kind: pending || isAlso ? 'answer' : 'statement',
      ...(verb ? { verb } : {}),
    });
    if (isAlso) {
      const question = this.questions.pop()!;
      const answeredBy = speaker ? [...question.answeredBy, speaker] : question.answeredBy;
      this.questions.push({ ...question, answeredBy, answers: [...question.answers, this.turns.length - 1] });
    }
    if (!pending || pending.isUntold) return;
    this.questions.push({
      ...pending.at,
      asker: pending.asker,
      answeredBy: speaker ? [speaker] : [],
      asks: [],
      turn: this.turns.length - 1,
      answers: [this.turns.length - 1],
    });
  }

  /** What one said in this paragraph who then turns out to ask. */
  private leaveOut(paragraph: Paragraph, asker: string): void {
    const turn = this.turns.at(-1);
    if (turn?.kind !== 'statement' || turn.start < paragraph.start || !isSame(this.last!.key, asker)) return;
    this.turns.pop();
    this.stop();
  }

  /** Nobody answers what was asked. */
  private leaveUnanswered(): void {
    const { pending } = this;
    this.pending = undefined;
    if (pending?.isTold)
      this.questions.push({ ...pending.at, asker: pending.asker, answeredBy: [], asks: [], answers: [] });
  }

  /** 何某到场。他说……: the one of whom the sentence before speaks, else who spoke last; what he says may begin `from` that sentence. */
  private resume(paragraph: Paragraph, sentence: Span, from = sentence.start): void {
    const voice = this.subject ?? this.last;
    if (voice) this.begin(paragraph, voice, from);
    this.extend(paragraph, sentence.end);
  }

  private extend(paragraph: Paragraph, end: number): void {
    if (this.speaking === undefined || end === 0) return;
    const last = endOfWords(paragraph.text, end);
    if (last === 0) return;
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
