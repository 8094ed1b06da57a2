import { cleanText } from '../core/importing/cleanText';
import { cleanSubtitles } from '../core/importing/subtitles';
import { decodeOriginal } from './decodeOriginal';
import type { ReadOriginal } from './original';

export const readText: ReadOriginal = async (bytes) => ({
  lines: cleanText(decodeOriginal(bytes)),
  facts: {},
  leftAlone: [],
});

export const readSubtitles: ReadOriginal = async (bytes) => ({
  lines: cleanSubtitles(decodeOriginal(bytes)),
  facts: {},
  leftAlone: [],
});
