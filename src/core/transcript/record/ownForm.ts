import { groupBy } from '../../groupBy';
import { asksSomething } from '../asks';
import { isPersonName } from '../names';
import { readLabel } from '../speakers';
import { bodiesOf, partsOf, shareOf, whoOf } from './dialogue';
import { type LabelCandidate, ORNAMENT } from './labels';
import type { Opening, RecordInput } from './openings';

/*
 * How a document sets the labels of those who speak: `### 何某：` in a line of its own, `**何某：**`, ▲何某：. Where nearly all known
 * ones have such a form, others in it speak too, whatever they are called: 某果, tvbs, 匿名.
 */

/** So many known labels tell the form. */
const LEAST = 4;
/** Mark-up, ornaments and brackets; a colon alone says nothing. */
const STANDS_OUT = new RegExp(`[#*_@【[〔［${ORNAMENT}]`, 'u');
const WITH_NAME = /^(.+?(?:[ \u3000]+|[社報报台臺网網刊聞闻]))(\p{Script=Han}{2,3})$/u;
/** A question is no longer; an answer may ask within. */
const QUESTION = 400;
/** An outlet or user in Latin letters. */
const LATIN = /^[A-Za-z][\w .&-]{0,20}$/u;

/** Adds those who speak by the form of their labels alone; who mostly asks is an asker. */
export function withOwnForm(input: RecordInput, openings: readonly Opening[], from: number, to: number): Opening[] {
  const forms = openings.map(({ index, candidate }) => formOf(input, index, candidate));
  const byForm = groupBy(
    forms.filter((form) => form !== ''),
    (form) => form,
  );
  const [own] = [...byForm].find(([, same]) => same.length >= LEAST && same.length * 3 >= forms.length * 2) ?? [];
  if (own === undefined) return [...openings];
  const known = new Set(openings.map(({ index }) => index));
  const added: Opening[] = [];
  for (let index = from; index < to; index++) {
    const candidate = input.candidates[index];
    if (!candidate || known.has(index) || input.isNoise(index) || formOf(input, index, candidate) !== own) continue;
    const { sense, speaker } = readLabel(candidate);
    const isNamed = sense === 'unknown' || sense === 'name' || LATIN.test(candidate.text);
    if (isNamed) added.push({ index, candidate, sense: 'name', speaker: speaker || candidate.text, role: '' });
  }
  if (added.length === 0 || added.length > openings.length) return [...openings];
  const all = [...openings, ...added].toSorted((a, b) => a.index - b.index);
  const parts = partsOf(all, bodiesOf(input, all), (body) => body.length <= QUESTION && asksSomething(body));
  const isAdded = new Set(added);
  return all.map((opening) => {
    if (!isAdded.has(opening) || shareOf(parts, whoOf(opening)) < 0.5) return opening;
    return { ...opening, sense: 'asker', speaker: outletOf(opening.speaker) };
  });
}

/** 某报 何某, 某报何某: for which outlet a journalist asks. */
function outletOf(label: string): string {
  const [, outlet, name] = WITH_NAME.exec(label) ?? [];
  return outlet && isPersonName(name!) ? outlet.trim() : label;
}

/** What stands around a label in its line, but for its number, and whether it stands alone; empty where any text could have it. */
function formOf({ text, lines }: RecordInput, index: number, candidate: LabelCandidate): string {
  const { inkStart, inkEnd } = lines[index]!;
  const before = text.slice(inkStart, candidate.labelStart);
  const isAlone = candidate.bodyStart >= inkEnd;
  if (!STANDS_OUT.test(before)) return '';
  const behind = text.slice(candidate.labelEnd, candidate.bodyStart).trim();
  return `${before.replace(/[\d一二三四五六七八九十]+/gu, '0')}|${behind.replaceAll('：', ':')}|${isAlone}`;
}
