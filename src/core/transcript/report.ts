import { asWritten } from '../text/asWritten';
import type { Paragraph } from '../text/paragraphs';
import { partitionPoint } from '../text/search';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';
import { isPersonName, type Person, readPerson } from './names';
import { isSectionHeading, isSiteLine } from './siteLines';
import { cleanOutlet } from './speakers';
import type { Question, Turn } from './transcript';

/** A sentence that brings a speaker in to answer, as offsets in that sentence. */
interface Introduction {
  readonly person: { readonly speaker: string; readonly role: string; readonly span: Span };
  readonly asker: string;
  readonly topic: Span;
}

/** What somebody does before he speaks. */
const GESTURE =
  '(?:(?:接过|拿起|接起)(?:话筒|话题|话茬|话头|麦克风)后?|(?:微?笑|苦笑|笑)着|用[^，。：；“”]{2,12}(?:话|语气|口吻|方式)|直接|坦率地?|这样|如是|随即|当即|当场|脱口而出)?';
const SAYS = `${GESTURE}(?:表示|说|介绍|回应|回答|答道|称|指出|谈到|坦言|强调|解释|透露|认为|作答|直言)`;
const ANSWERS = '(?:回答|答复|回应|回答了|答复了|回应了)';
const OUTLET = '(?<outlet>[^，。：；！？“”]{0,24}?)记者(?:[^，。：；“”关有就的提问]{0,6})?';
const ABOUT = '(?:关于|有关|就|对|提出的|所提的|提出|问及的)';
const TOPIC = '(?<topic>.{2,120}?)';
const WHO = '(?<who>[^，。：；！？!?“”]{2,40}?)';

/**
 * The sentences with which newspapers bring in who answers whom about what. Each with a made-up example; the named
 * groups are who answers, the outlet that asks, and the topic.
 */
const PATTERNS: readonly { readonly name: string; readonly example: string; readonly pattern: RegExp }[] = [
  {
    name: 'to a question word for word, somebody said',
    example: '针对某报记者提出的“粮食够不够吃”，何某回应说，',
    pattern: new RegExp(
      `^(?:针对|面对|对于|对|就|回应)${OUTLET}(?:提出|抛出|追问|问及|问到|提问|询问|发问|关心|关注)(?:的|：)?“(?<topic>[^“”]{2,100})”(?:这[一个]{0,2})?的?(?:提问|问题|疑问|追问|关切|话题)?时?[，,]${WHO}${SAYS}`,
      'du',
    ),
  },
  {
    name: 'answering a question about',
    example: '何某代表在回答某报记者关于“粮食安全”的提问时说，',
    pattern: new RegExp(
      `^${WHO}(?:在|日前|昨日|今日|今天)?${ANSWERS}${OUTLET}${ABOUT}${TOPIC}的?(?:提问|问题|询问|相关问题)(?:时|后|，|。)`,
      'du',
    ),
  },
  {
    name: 'about a topic, answered',
    example: '何某围绕粮食安全，回答了某报记者提问。',
    pattern: new RegExp(
      `^${WHO}(?:围绕|就|针对|关于|对)${TOPIC}[，,]?(?:等[^，。]{0,8}[，,]?)?${ANSWERS}(?:了)?${OUTLET}(?:的)?(?:提问|问题|关切|询问)`,
      'du',
    ),
  },
  {
    name: 'asked about, said',
    example: '何某被问到粮价时回应称，',
    pattern: new RegExp(
      `^${WHO}(?:在)?被(?<outlet>[^，。：；“”]{0,20}?)(?:记者)?(?:问及|问到|问起|问|追问)${TOPIC}(?:时|，|后)[，,]?(?:他|她)?${SAYS}`,
      'du',
    ),
  },
  {
    name: 'reporters asked, somebody said',
    example: '有记者问粮食是否够吃，何某表示，',
    pattern: new RegExp(
      `^(?:有|一名|一位|多名|现场有?)?(?<outlet>[^，。：；！？“”被]{0,24}?)记者(?:问及|问到|问起|提问|询问|追问|关注到?|问)[道：:，,]?${TOPIC}[，,？?。”]+(?:对此，|对此|对于这一问题，)?${WHO}(?:则|也|在)?${SAYS}`,
      'du',
    ),
  },
  {
    name: 'in answer to a question, somebody said',
    example: '在回答某报记者关于粮价的提问时，何某表示，',
    pattern: new RegExp(
      `^(?:在)?(?:回答|答复|回应|针对|面对|对于|就)${OUTLET}${ABOUT}${TOPIC}的?(?:提问|问题|询问|疑问)(?:时)?[，,]${WHO}${SAYS}`,
      'du',
    ),
  },
  {
    name: 'what reporters care about, somebody said',
    example: '某报记者关心的是粮食够不够吃，何某答道，',
    pattern: new RegExp(
      `^(?:而|至于)?(?<outlet>[^，。：；！？“”]{0,24}?)记者(?:更|最|则|还|也)?(?:关心|关注|好奇|感兴趣|想知道|想了解|想问)的?(?:则|还|也|问题)?(?:是|：)${TOPIC}[，,？?。]+(?:对此，|对此)?${WHO}${SAYS}`,
      'du',
    ),
  },
  {
    name: 'speaking of a topic, somebody told a reporter',
    example: '在谈到粮价时，何某告诉某报记者，',
    pattern: new RegExp(
      `^(?:而|此外，)?(?:在|当)?(?:谈到|谈及|谈起|说到|说起|提到|提及|讲到|聊到|聊起|问到|问及)${TOPIC}时?[，,]${WHO}(?:现场|也|则|还)?(?:(?:告诉|告知)(?<outlet>[^，。：；！？“”]{0,24}?)记者|(?:对|向)(?<reporter>[^，。：；！？“”]{0,24}?)记者(?:说|表示|介绍|透露|坦言|解释))`,
      'du',
    ),
  },
  {
    name: 'a reporter asked about, somebody said',
    example: '某报记者就粮价提问，何某回应说，',
    pattern: new RegExp(
      `^(?<outlet>[^，。：；！？“”]{0,24}?)记者(?:围绕|就|针对)${TOPIC}(?:提问|发问|提出问题|追问)(?:时|后)?[，,。]${WHO}${SAYS}`,
      'du',
    ),
  },
  {
    name: 'a question word for word, somebody said',
    example: '“粮食够不够吃？”面对某报记者的提问，何某说，',
    pattern: new RegExp(
      `^“(?<topic>[^“”]{4,100})”[，,]?(?:(?:面对|对于|针对|回答|回应)${OUTLET}的?(?:提问|发问|追问|问题|疑问)|(?<reporter>[^，。：；！？“”]{0,24}?)记者(?:提问|发问|追问|问)道?)[，,。]${WHO}${SAYS}`,
      'du',
    ),
  },
  {
    name: 'about a topic, somebody answered',
    example: '围绕粮食安全，何某回答了某报记者的提问。',
    pattern: new RegExp(
      `^(?:围绕|就|针对|关于)${TOPIC}[，,]${WHO}(?:现场|分别|也)?${ANSWERS}了?${OUTLET}(?:的)?(?:提问|问题|关切|询问)`,
      'du',
    ),
  },
  {
    name: 'asked about, somebody said',
    example: '被问到粮价，何某回应称，',
    pattern: new RegExp(
      `^(?:当|在)?被(?<outlet>[^，。：；“”]{0,20}?)(?:记者)?(?:问及|问到|问起|追问)${TOPIC}(?:时)?[，,]${WHO}${SAYS}`,
      'du',
    ),
  },
];

/** A paragraph that brings in somebody who speaks without being asked: 审议中，何某代表说，…. */
const SPEAKS_UP = new RegExp(
  `^(?:(?:审议|讨论|座谈|发言|会议|活动|采访)(?:中|上|时|现场|间隙)，|会上，)?${WHO}(?:则|也|还)?${SAYS}[，,：:]`,
  'du',
);

/** The scene around what is said: 活动最后，…参观了…; 插播一个花絮：…. */
const NARRATES =
  /^(?:(?:活动|会议|采访|发布会|座谈|见面会|开放日)(?:的?最后|结束|现场|尾声|期间|间隙)|会后，|(?:插播|现场)[^，。：]{0,6}花絮|[^，。：]{0,4}花絮[：:]|记者(?:在现场|注意到|看到|了解到)|据(?:悉|了解|介绍)，)/u;

/** Longest stretch of a paragraph in which one introduction is looked for. */
const REACH = 260;

/** Turns and questions of a newspaper report in `paragraphs` of one article; none where nobody is asked. */
export function readReport(paragraphs: readonly Paragraph[], end: number): { turns: Turn[]; questions: Question[] } {
  const turns: Turn[] = [];
  const questions: Question[] = [];
  const starts: number[] = [];
  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    const writtenFrom = (start: number) => paragraph.written({ start, end: Math.min(text.length, start + REACH) });
    const begin = (start: number, near: string, person: Introduction['person'], kind: Turn['kind']) => {
      const at = ({ start: from, end: to }: Span) => paragraph.toSource({ start: start + from, end: start + to });
      const speaker = asWritten(person.speaker, near);
      const bodyStart = paragraph.toSource({ start, end: start + 1 }).start;
      const labelSpan = at(person.span);
      const role = asWritten(person.role, near);
      starts.push(bodyStart);
      turns.push({ start: bodyStart, end: 0, label: speaker, labelSpan, bodyStart, speaker, role, kind });
      return { at, speaker };
    };
    if (!text.includes('记者') && !/被.{0,20}问/u.test(text)) {
      const person = turns.length > 0 ? readSpeakingUp(text.slice(0, REACH)) : undefined;
      if (person && person.speaker !== turns.at(-1)!.speaker) begin(0, writtenFrom(0), person, 'statement');
      continue;
    }
    const sentences = splitSentences(text);
    let read = 0;
    for (let index = 0; index < sentences.length; index++) {
      const { start } = sentences[index]!;
      // an introduction that takes two sentences has been read with its first
      if (start < read) continue;
      const found = readIntroduction(text.slice(start, start + REACH), sentences[index]!.end - start);
      if (!found) continue;
      read = start + Math.max(found.person.span.end, found.topic.end);
      const near = writtenFrom(start);
      // “……”何某在回答……时说: what he said stands first
      const first = sentences[0]!;
      const isSaidFirst = index === 1 && /^“[^“”]*”$/u.test(text.slice(first.start, first.end)) && first.end === start;
      const { at, speaker } = begin(start, near, found.person, 'answer');
      if (isSaidFirst) {
        const { start: said } = paragraph.toSource(first);
        starts[starts.length - 1] = said;
        turns[turns.length - 1] = { ...turns.at(-1)!, start: said };
      }
      questions.push({
        ...at(found.topic),
        asker: asWritten(found.asker, near),
        answeredBy: [speaker],
        asks: [],
        turn: turns.length - 1,
        answers: [turns.length - 1],
      });
    }
  }
  const spoken = paragraphs.filter(
    ({ text }) => !NARRATES.test(text) && !isSiteLine(text) && !isSectionHeading(text) && !/^[-—─–=*]+$/u.test(text),
  );
  const lastInk = (limit: number) => spoken[partitionPoint(spoken.length, (index) => spoken[index]!.start < limit) - 1];
  return {
    turns: turns.map((turn, index) => {
      const limit = starts[index + 1] ?? end;
      const paragraph = lastInk(limit);
      return { ...turn, end: paragraph ? lastVisible(paragraph, turn, limit) : turn.labelSpan.end };
    }),
    questions,
  };
}

/** The end of the text before `limit` in `paragraph`: all of it, or up to the sentence before the next introduction. */
function lastVisible(paragraph: Paragraph, turn: Turn, limit: number): number {
  if (paragraph.end <= limit) return paragraph.end;
  let length = paragraph.text.length;
  while (length > 0 && paragraph.toSource({ start: length - 1, end: length }).end > limit) length--;
  while (length > 0 && /\s/u.test(paragraph.text[length - 1]!)) length--;
  return Math.max(turn.labelSpan.end, paragraph.toSource({ start: length - 1, end: length }).end);
}

/** Only people with an office speak up; others are narrated. */
function readSpeakingUp(words: string): Introduction['person'] | undefined {
  const match = SPEAKS_UP.exec(words);
  const who = match?.indices?.groups?.who;
  const person = who && findPerson(words.slice(...who), who[0]);
  return person && person.role !== '' ? person : undefined;
}

function readIntroduction(words: string, sentenceEnd: number): Introduction | undefined {
  for (const { pattern } of PATTERNS) {
    const match = pattern.exec(words);
    const groups = match?.indices?.groups;
    if (!match || !groups) continue;
    // the introduction begins in this sentence and may end in the next (a verbatim question)
    if (match[0].length > sentenceEnd + 120) continue;
    const [whoStart, whoEnd] = groups.who!;
    const person = findPerson(words.slice(whoStart, whoEnd), whoStart);
    if (!person) continue;
    const [topicStart, topicEnd] = groups.topic!;
    return {
      person,
      asker: readAsker(match.groups!.outlet ?? match.groups!.reporter ?? ''),
      topic: trimTopic(words, topicStart, topicEnd),
    };
  }
  return undefined;
}

const readAsker = (outlet: string): string =>
  cleanOutlet(
    outlet
      .replace(/^(?:有|了|来自|一名|一位|多名|多位|现场|部分|中外|媒体|外国|境外|海外|的|在场|与会|并|境内外)+/u, '')
      .replace(/(?:的|等|等媒体)$/u, ''),
  );

/** Wholly quoted, the topic is what stands inside the marks. */
function trimTopic(words: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (/[，,：:\s]/u.test(words[from] ?? '')) from++;
  while (to > from && /[，,\s]/u.test(words[to - 1]!)) to--;
  const quoted = /^[“「『"](.*)[”」』"]$/u.exec(words.slice(from, to));
  return quoted && !/[“”「」]/u.test(quoted[1]!) ? { start: from + 1, end: to - 1 } : { start: from, end: to };
}

/** 某局局长何某代表: a delegate who is called by an office too. */
function readNamed(core: string): Person | undefined {
  const person = readPerson(core);
  return person?.speaker ? person : readPerson(core.replace(/(?:代表|委员)$/u, ''));
}

/** Name and office in the words before the verb: `何某代表`, `某局局长何某`, `全国人大代表、某市市长何某`, `何某还`. */
function findPerson(words: string, at: number): Introduction['person'] | undefined {
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
  return { ...direct, span: { start, end: start + direct.speaker.length } };
}
