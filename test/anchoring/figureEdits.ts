import type { Span } from '../../src/core/text/span';
import { type EditedText, random } from './editedText';

/** A figure of the kind whose change is news: its hedge, number and unit, and the word that governs it. */
const FIGURE =
  /(?<cue>增长|提高|上升|增加|下降|减少|达到?|超过|约|近)?(?<number>\d[\d,.]*)(?<unit>%|个百分点|[万亿]?(?:元|吨|人|个|项|家|户|平方米|公里|美元))/gu;

/** Passages that hold, cut or touch a figure, each within one line. */
export function choosePassagesAtFigures(text: string, count: number, seed: number): Span[] {
  const next = random(seed);
  const figures = [...text.matchAll(FIGURE)];
  if (figures.length === 0) return [];
  return Array.from({ length: count }, () => {
    const { index, 0: whole, groups } = figures[Math.floor(next() * figures.length)]!;
    const number = index + (groups?.cue?.length ?? 0);
    const end = index + whole.length;
    const unit = number + groups!.number!.length;
    const choices: Span[] = [
      { start: number, end: unit },
      { start: number, end },
      { start: index, end: unit },
      { start: index, end },
      { start: index - 3, end },
      { start: number, end: end + 3 },
    ];
    return choices[Math.floor(next() * choices.length)]!;
  }).filter(({ start, end }) => start >= 0 && end <= text.length && !text.slice(start, end).includes('\n'));
}

/** Changes the figure in or beside a passage: a digit, the sign, the hedge, the unit, a range, the word that governs it. */
export function changeFigure(text: EditedText, passage: Span, seed: number): void {
  const next = random(seed);
  const figure = [...text.original.matchAll(FIGURE)].find(
    ({ index, 0: whole }) => index < passage.end && index + whole.length > passage.start,
  );
  if (!figure) return;
  const { index, groups } = figure;
  const { cue = '', number, unit } = groups as { cue?: string; number: string; unit: string };
  const at = index + cue.length;
  const behind = at + number.length;
  const digit = at + Math.floor(next() * number.length);
  const edits: (() => unknown)[] = [
    () => text.replace(digit, digit + 1, String((Number(text.original[digit]) || 3) === 9 ? 8 : 9)),
    () => text.insert(at, '-'),
    () => text.insert(behind, '余'),
    () => text.insert(behind + unit.length, `—${number}9${unit}`),
    () => text.replace(behind, behind + unit.length, unit.includes('%') ? '个百分点' : '万美元'),
    () => text.insert(behind, '.5'),
    () => (['增长', '提高', '上升', '增加'].includes(cue) ? text.replace(index, at, '下降') : text.insert(at, '近')),
    () => (['下降', '减少'].includes(cue) ? text.replace(index, at, '增长') : text.insert(at, '不足')),
  ];
  edits[Math.floor(next() * edits.length)]!();
}
