import { isAmong, Kind, kindAt } from '../../text/characters';
import type { Line } from '../../text/lines';

/** The outward form of a speaker label at the start of a line; whether it names a speaker is decided by the document. */
export interface LabelCandidate {
  /** Where the turn would begin: number, bold type and brackets belong to it, a time stamp or the mark of a heading do not. */
  readonly start: number;
  readonly labelStart: number;
  readonly labelEnd: number;
  /** Behind colon, brackets, mark-up and time stamp of this line; at most the line's end. */
  readonly bodyStart: number;
  readonly text: string;
  readonly form: 'colon' | 'bracket' | 'stamp' | 'line' | 'sound';
}

/** No label is longer; several offices and a name fit (`某部党组成员、副部长兼某局局长 某某某`). */
const MAX_LABEL = 44;
const WINDOW = 88;

const CLOCK = String.raw`\d{1,2}[:：]\d{2}(?:[:：]\d{2})?`;
/** A clock time, perhaps with its day. */
export const STAMP = String.raw`(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?[ \u3000T]*)?${CLOCK}`;
/** A time, or a day set off by a stroke: `2019年2月15日／`. */
const LEADING_STAMP = new RegExp(
  String.raw`^(?:[\[(（【]?${STAMP}[\])）】]?[ \u3000\t]*|(?:\*\*)?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ \u3000]*[/／|｜][ \u3000]*)`,
  'u',
);
/** What sets off labels and headings, in a class of characters. */
export const ORNAMENT = '◆◇●○■□▲△★☆※►▶Ø•';
const ORNAMENTS = `[#@${ORNAMENT}]+[ \\t\\u3000]*`;
/** Marks of Markdown's headings, quotations and lists, and ornaments, which are no part of what is said; and indents lost in a conversion. */
export const BLOCK_MARK = new RegExp(`^(?:#{1,6}[ \\t]+|>[ \\t]*|[-*+][ \\t]+|\\?{2,4}(?!\\?))?(?:${ORNAMENTS})?`, 'u');
/** Bold type, and what a newscast writes before labels. */
const MARKUP = new RegExp(
  `^(?:[【[(（](?:同期声?|采访|现场|画外音)[】\\])）][ \\t\\u3000]*(?:${ORNAMENTS})?)?(?:\\*\\*|__)?`,
  'u',
);
const NUMBER =
  /^(?:[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[【[]\d{1,3}[】\]]|(?:\d{1,3}[ ]?[.．、]|[一二三四五六七八九十]{1,3}、)(?!\d)|\d{1,2}(?=[问答][：:]))[ \u3000]*/u;
const NAME = String.raw`[^：:，。？！；“”"!?,;\n]{1,${MAX_LABEL}}?`;
/** 何某（以下简称“何”）: what he is called from now on. */
const LEGEND = String.raw`[（(](?:以下|下文|下)?(?:均)?简?称(?:为)?[^（）()\n]{1,8}[）)]`;
/** Online users are called in quotation marks, and programmes: 网友“北方的风”, 某台“夜话”记者. */
const CALLED = String.raw`\p{Script=Han}{2,4}[“"][^”"\n]{1,16}[”"]|\p{Script=Han}{2,12}“[^”\n]{1,16}”\p{Script=Han}{0,8}记者`;
/** 会后，有记者问及：a question that is told behind the others. */
const TOLD = '(?:会[后上前]|随后|另外?)，(?:还|又)?有[^，：？！。]{0,6}记者[^，：？！。]{0,4}问[及到]?';
const COLON = new RegExp(
  String.raw`^(${CALLED}|${TOLD}|${NAME})(?:${LEGEND})?(?:[ \u3000]+[\[(（]?${STAMP}[\])）]?)?[ \u3000]*(?:\*\*|__)?[ ]*(?:(?<!\d)[：:]|(?<=\d)[：:](?!\d))(?!//)(?:\*\*|__)?[ \u3000\t]*(?:[(（]\d{1,2}[时点]\d{1,2}分?[)）])?`,
  'u',
);
const BRACKET = new RegExp(
  String.raw`^[【\[〔［]([^】\]〕］：:，。？！；\n]{1,${MAX_LABEL}})[】\]〕］][ \u3000]*(?:[\[(（]?${STAMP}[\])）]?[ \u3000]*)?[：:]?[ \u3000\t]*`,
  'u',
);
/** `Q1 ……`, `问1. ……`: numbered, without a colon. */
const BARE = /^([问答QA]\d{1,2})(?:[.．、]|\t|\u3000| {1,3}(?=\S{4}))[ \t\u3000]*/u;
/** 【同期】某局局长 何某: a sound bite of a newscast, what is said in the next line. */
const SOUND_BITE = /^[【[]同期/u;
const WHO = /^([^，。：:！？\n]{2,40})$/u;
/** A voice of WebVTT. */
const VOICE = /^<v(?:\.[\w.]+)? ([^<>\n]{1,40})>/u;
const STAMPED = new RegExp(String.raw`^(${NAME})[ \u3000\t]+[\[(（]?${STAMP}[\])）]?[ \u3000]*$`, 'u');

/** 记者（通过翻译）, 何某（翻阅材料）: what he does, no office, outlet or name. */
const STAGE_NOTE =
  /(?<=.)\s*（(?:通过.{0,6}翻译|经翻译|用?.{1,3}[语文]|.{0,4}(?:笑|鼓掌|插话|举手|起立|鞠躬|点头|摇头|停顿|沉默|哽咽)[^（）]{0,4}|[看翻查指拿举接打][^（）长任员]{1,5}|在席位上|现场|视频连线?|电话连线?|连线|线上|书面)）$/u;

/** A line that is nothing but a time stamp. */
export const STAMP_LINE = new RegExp(String.raw`^[\[(（【]?${STAMP}[\])）】]?$`, 'u');

/** A time stamp with a few words of the site: `[10:30:15] 直播结束`. */
export const STAMPED_NOTE = new RegExp(
  String.raw`^[\[(（【]?${STAMP}[\])）】]?[ \u3000]*\p{Script=Han}{2,10}。?$`,
  'u',
);

/** The label that a line could begin with, by form alone. */
export function readLabelCandidate(text: string, line: Line): LabelCandidate | undefined {
  if (!hasLabelMark(text, line)) return undefined;
  const head = text.slice(line.inkStart, Math.min(line.inkEnd, line.inkStart + WINDOW));
  const leading = LEADING_STAMP.exec(head)?.[0].length ?? 0;
  const block = leading + BLOCK_MARK.exec(head.slice(leading))![0].length;
  const markup = MARKUP.exec(head.slice(block))?.[0].length ?? 0;
  const number = NUMBER.exec(head.slice(block + markup))?.[0].length ?? 0;
  const before = block + markup + number;
  const rest = head.slice(before);

  const isWhole = head.length === line.inkEnd - line.inkStart;
  const sound = isWhole && SOUND_BITE.test(head.slice(block)) ? WHO.exec(rest) : null;
  const bracket = sound ? null : (VOICE.exec(rest) ?? BRACKET.exec(rest));
  // labels and clock times have one
  const hasColon = rest.includes('：') || rest.includes(':');
  const isOpen = !bracket && !sound;
  const colon = isOpen ? ((hasColon ? COLON.exec(rest) : null) ?? BARE.exec(rest)) : null;
  const stamp = isOpen && !colon && isWhole && hasColon ? STAMPED.exec(rest) : null;
  const match = bracket ?? colon ?? stamp ?? sound;
  if (!match) return undefined;
  const called = match[1]!;
  // 何某答道：“……” is a report
  if (/..[问答][道说]?$/u.test(called) && /^[“「『]/u.test(rest.slice(match[0].length))) return undefined;
  const raw = called.replace(/(?:\*\*|__)$/u, '');
  const name = raw.trim().replace(STAGE_NOTE, '');
  if (name === '') return undefined;
  const labelStart = line.inkStart + before + match[0].indexOf(called) + (raw.length - raw.trimStart().length);
  return {
    start: line.inkStart + block,
    labelStart,
    labelEnd: labelStart + name.length,
    bodyStart: line.inkStart + before + match[0].length,
    text: name,
    form: sound ? 'sound' : bracket ? 'bracket' : colon ? 'colon' : 'stamp',
  };
}

/** A colon, bracket or clock time near the line's start, before anything that ends a sentence. */
function hasLabelMark(text: string, line: Line): boolean {
  const end = Math.min(line.inkEnd, line.inkStart + WINDOW);
  for (let at = line.inkStart; at < end; at++) {
    const code = text.charCodeAt(at);
    if (
      code === 0xff1a ||
      code === 0x3a ||
      code === 0x3011 ||
      code === 0xff3d ||
      code === 0x5d ||
      code === 0x3015 ||
      code === 0x3e
    )
      return true;
    if (
      at > line.inkStart &&
      at < line.inkStart + 4 &&
      (kindAt(text, at) === Kind.space || isAmong('.．、', text.charCodeAt(at)))
    )
      return true;
    const kind = kindAt(text, at);
    const isTold = at < line.inkStart + 4 && isAmong('会随另', text.charCodeAt(line.inkStart));
    if (kind === Kind.sentenceEnd || (code === 0xff0c && !isTold)) return false;
  }
  return false;
}
