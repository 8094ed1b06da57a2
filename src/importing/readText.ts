import { cleanText } from '../core/importing/cleanText';
import { cleanSubtitles } from '../core/importing/subtitles';
import { decodeOriginal } from './decodeOriginal';
import { ImportProblem, type ReadOriginal } from './original';

export const readText: ReadOriginal = async (bytes) => ({ lines: cleanText(textOf(bytes)), facts: {}, leftAlone: [] });

export const readSubtitles: ReadOriginal = async (bytes) => ({
  lines: cleanSubtitles(textOf(bytes)),
  facts: {},
  leftAlone: [],
});

/** Of a hundred characters, how many may be none before bytes are taken for no text at all. */
const MOST_UNREADABLE = 1;

function textOf(bytes: Uint8Array): string {
  const text = decodeOriginal(bytes);
  const unreadable = text.match(/[\0\ufffd]/gu)?.length ?? 0;
  if (unreadable * 100 > text.length * MOST_UNREADABLE) throw new ImportProblem('damaged');
  return text;
}
