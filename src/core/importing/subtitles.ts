import type { ImportedLine } from './importedLine';

const TIME = /^(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}.*$/u;
const SENTENCE_END = /[。！？!?…]["'”’」』）)]*$/u;
const LABEL = /^[^\s，。！？；：:“”]{1,24}[：:]/u;

/** Seconds without words that part paragraphs. */
const PAUSE = 3;
/** Characters of a paragraph that is ended with its sentence. */
const LONG = 300;

/**
 * The words of subtitles (SRT, WebVTT), put together to paragraphs: one line up to a new speaker, a pause of three seconds
 * or, where it is long, the end of a sentence. Numbers, times, settings and notes are left out, and lines said twice because they roll.
 */
export function cleanSubtitles(text: string): ImportedLine[] {
  const lines: ImportedLine[] = [];
  const cues = cuesOf(text);
  const isPunctuated = /[。！？]/u.test(text);
  let paragraph = -1;
  let [ended, speaker] = [0, ''];
  let before: readonly string[] = [];
  for (const cue of cues) {
    for (const line of cue.head) lines.push({ text: line, dropped: 'cue' });
    const shown: string[] = [];
    const begun = cue.from ?? ended;
    let isAfterPause = begun - ended >= PAUSE;
    for (const { words, voice, isTurn } of spokenLines(cue.words)) {
      shown.push(words);
      if (before.includes(words) && begun - ended < 1) {
        lines.push({ text: words, dropped: 'repeated' });
        continue;
      }
      const isOther = voice !== speaker;
      const said = voice !== '' && isOther && !LABEL.test(words) ? `${voice}：${words}` : words;
      const last = lines[paragraph]?.text ?? '';
      const isDone = SENTENCE_END.test(last);
      // where sentences have marks, a colon within one names nobody
      const isLabelled = LABEL.test(words) && (isDone || !isPunctuated || /[）)]$/u.test(last));
      const isLong = isDone && last.length > LONG;
      const isNew = paragraph < 0 || isOther || isTurn || isLabelled || isAfterPause || isLong;
      if (isNew) paragraph = lines.push({ text: said }) - 1;
      else lines[paragraph] = { text: joinSpoken(last, said) };
      [speaker, isAfterPause] = [voice, false];
    }
    before = shown;
    ended = cue.to ?? begun;
  }
  return lines;
}

const isLatin = (character: string): boolean => /[\p{Script=Latin}\d,.;:!?]/u.test(character);

/** Subtitles set a blank where Chinese writes a comma, and break where they please. */
const joinSpoken = (before: string, after: string): string =>
  before + (isLatin(before.at(-1) ?? '') && isLatin(after.at(0) ?? '') ? ' ' : '') + after;

interface Cue {
  /** Its number or name, its times: as written. */
  readonly head: readonly string[];
  readonly words: readonly string[];
  /** Seconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

function cuesOf(text: string): Cue[] {
  const blocks = text.split(/\n[ \t]*\n/u).map((block) => block.split('\n').filter((line) => line.trim() !== ''));
  return blocks.flatMap((block): Cue[] => {
    if (block.length === 0) return [];
    const at = block.findIndex((line) => TIME.test(line.trim()));
    if (at >= 0) {
      const [from, to] = block[at]!.split('-->').map(seconds);
      return [{ head: block.slice(0, at + 1), words: block.slice(at + 1), from, to }];
    }
    const isMeta = /^(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP)/u.test(block[0]!.trimStart().replace(/^\ufeff/u, ''));
    return [isMeta ? { head: block, words: [] } : { head: [], words: block }];
  });
}

function seconds(time: string): number {
  const parts = (time.trim().split(/\s/u)[0] ?? '').replace(',', '.').split(':').map(Number);
  return parts.reduce((sum, part) => sum * 60 + (Number.isFinite(part) ? part : 0), 0);
}

interface Spoken {
  readonly words: string;
  /** Who says it, where a voice of WebVTT names him. */
  readonly voice: string;
  /** Whether a dash says that somebody else speaks. */
  readonly isTurn: boolean;
}

/** What the lines of a cue say, without their marks. */
function spokenLines(lines: readonly string[]): Spoken[] {
  let voice = '';
  const said = lines.flatMap((line) => {
    // a voice holds to the end of its cue
    voice = /<v(?:\.[^\s>]{0,60})?\s+([^>]{1,60})>/u.exec(line)?.[1]?.trim() ?? voice;
    const words = line
      .replace(/<\/?(?:[a-z]{1,5}(?:[.\s][^<>]{0,80})?|\d[\d:.]{0,15})>/giu, '')
      .replace(/\{\\[^{}]{1,40}\}/gu, '')
      .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/gu, (_, name: string) => ENTITIES[name] ?? '')
      .trim();
    return words === '' ? [] : [{ words, voice, isTurn: false }];
  });
  const isDialogue = said.length > 1 && said.every(({ words }) => DASH.test(words));
  return isDialogue ? said.map((line) => ({ ...line, words: line.words.replace(DASH, ''), isTurn: true })) : said;
}

const DASH = /^[-–]\s*(?=\S)/u;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };
