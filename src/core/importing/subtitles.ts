import type { ImportedLine } from './importedLine';

const TIME = /^(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}.*$/u;
const SENTENCE_END = /[。！？!?…]["'”’」』）)]*$/u;
const LABEL = /^[^\s，。！？；：:“”]{1,24}[：:]/u;

/**
 * The words of subtitles (SRT, WebVTT), put together to sentences: one line up to the end of a sentence, a new speaker or
 * a pause of three seconds. Numbers, times, settings and notes are left out, and lines said twice because they roll.
 */
export function cleanSubtitles(text: string): ImportedLine[] {
  const lines: ImportedLine[] = [];
  let paragraph = -1;
  let [ended, begun] = [0, 0];
  let before: readonly string[] = [];
  for (const cue of cuesOf(text)) {
    for (const line of cue.head) lines.push({ text: line, dropped: 'cue' });
    const shown: string[] = [];
    begun = cue.from ?? ended;
    for (const { words, voice } of cue.words.map(spoken)) {
      if (words === '') continue;
      shown.push(words);
      if (before.includes(words) && begun - ended < 1) {
        lines.push({ text: words, dropped: 'repeated' });
        continue;
      }
      const said = voice === '' || LABEL.test(words) ? words : `${voice}：${words}`;
      const last = lines[paragraph]?.text ?? '';
      const isNew = paragraph < 0 || SENTENCE_END.test(last) || LABEL.test(said) || begun - ended >= 3;
      if (isNew) paragraph = lines.push({ text: said }) - 1;
      else lines[paragraph] = { text: joinSpoken(last, said) };
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

/** What a line of a cue says, without its marks; a voice of WebVTT names the speaker. */
function spoken(line: string): { words: string; voice: string } {
  const voice = /<v(?:\.[^\s>]{0,60})?\s+([^>]{1,60})>/u.exec(line)?.[1]?.trim() ?? '';
  const words = line
    .replace(/<\/?(?:[a-z]{1,5}(?:[.\s][^<>]{0,80})?|\d[\d:.]{0,15})>/giu, '')
    .replace(/\{\\[^{}]{1,40}\}/gu, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/gu, (_, name: string) => ENTITIES[name] ?? '')
    .trim();
  return { words, voice };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '' };
