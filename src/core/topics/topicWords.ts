import type { TaggedWord } from '../text/word';
import { isGeneral } from './generalWords';
import type { TaggedText } from './topicQuestion';

/**
 * `name`: a slogan. `noun`: can stand alone. `new`: unknown to the dictionary, a name or a bad cut. `part`: belongs to a
 * noun beside it. `break`: nothing joins across it.
 */
export type Role = 'name' | 'noun' | 'new' | 'part' | 'break';

export interface TopicWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly role: Role;
}

export interface WordSense {
  /** Names of slogans, in plain characters. */
  readonly slogans: readonly string[];
  /** Names of speakers and outlets, in plain characters. */
  readonly names: ReadonlySet<string>;
  /** Whether parts of speech are known. */
  readonly tagged: boolean;
}

const NOUN = /^(?:n|ng|nz|vn|an|j|i|l|eng)$/u;
const PART = /^(?:v|vi|a|ad|b|k|h|s)$/u;
/** Single characters that are no part of a compound, where nothing tells their part of speech. */
const FUNCTION_CHARACTERS =
  /^[的了着过地得在是有和与及或而且但也都还就又再才把被让将对从向到给为以于由按据如若则因所其此这那哪何谁我你您他她它们不没未非很太更最已曾正会能可要想请问说看做来去上下中里外内前后之等吗呢吧啊么嘛个些每各某几多少年月日时分]$/u;

/** The words of a text with what they can do in a topic; a slogan is one word, however it was cut. */
export function topicWords({ text, words }: TaggedText, sense: WordSense): TopicWord[] {
  const names = findNames(text, sense.slogans);
  const result: TopicWord[] = [];
  let next = 0;
  for (const word of words) {
    while (next < names.length && names[next]!.end <= word.start) next++;
    const name = names[next];
    if (name && name.start < word.end) {
      if (result.at(-1) !== name) result.push(name);
      continue;
    }
    const { start, end } = word;
    result.push({ start, end, text: text.slice(start, end), role: roleOf(text.slice(start, end), word, sense) });
  }
  return result;
}

function findNames(text: string, slogans: readonly string[]): TopicWord[] {
  const found = slogans.flatMap((name) => {
    const places: TopicWord[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      places.push({ start: at, end: at + name.length, text: name, role: 'name' });
    }
    return places;
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: TopicWord[] = [];
  for (const place of found) if (place.start >= (apart.at(-1)?.end ?? 0)) apart.push(place);
  return apart;
}

function roleOf(text: string, { pos }: TaggedWord, { names, tagged }: WordSense): Role {
  if (!/^(?:\p{Script=Han}+|[A-Za-z][A-Za-z\d+.-]*)$/u.test(text) || names.has(text) || isGeneral(text)) return 'break';
  const isLong = text.length > 1;
  if (!tagged) {
    if (isLong) return 'noun';
    return FUNCTION_CHARACTERS.test(text) ? 'break' : 'part';
  }
  if (pos === '') return isLong ? 'new' : 'break';
  if (NOUN.test(pos)) return isLong ? 'noun' : 'part';
  return PART.test(pos) && isLong ? 'part' : 'break';
}
