import { type Disposable, languages, SelectionRange } from 'vscode';
import { expandSpan } from '../../core/text/expand';
import type { Span } from '../../core/text/span';
import type { AnalysedDocument } from '../../host/analyses';
import { engine } from '../../host/engine';
import { findingsAt } from '../../host/findings';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { type Part, structureOf } from '../../host/structure';

/** Expand Selection: word, claim or slogan, clause, sentence, paragraph, point, turn, question, article. */
export function registerSelectionRanges({ analyses, words }: Services): Disposable {
  return languages.registerSelectionRangeProvider(
    { language: LANGUAGE },
    {
      async provideSelectionRanges(document, positions) {
        const analysed = analyses.get(document);
        const offsets = positions.map((position) => analysed.source.offset(position));
        const near = await words.near(analysed, offsets);
        return offsets.map((offset) => {
          const word = engine().wordAt(analysed.source.text, near, offset);
          const spans = spansAround(analysed, offset, word);
          return spans.reduceRight<SelectionRange | undefined>(
            (outer, span) => new SelectionRange(analysed.source.range(span), outer),
            undefined,
          )!;
        });
      },
    },
  );
}

/** Spans that hold one another, the smallest first, each larger than the one before. */
function spansAround(analysed: AnalysedDocument, offset: number, word: Span | undefined): Span[] {
  const { text } = analysed.source;
  const { claim, slogan } = findingsAt(analysed, offset);
  const found: Span[] = [claim, slogan].filter((span) => span !== undefined);
  const within = found[0] ?? { start: offset, end: offset };
  // a word that a finding cuts was cut wrongly
  const isWord = word && found.every(({ start, end }) => start <= word.start && word.end <= end);
  const all: Span[] = [
    ...(isWord ? [word] : []),
    ...found,
    ...expandSpan(text, within),
    ...partsAround(structureOf(analysed), offset),
  ];
  all.push({ start: 0, end: text.length });
  const spans: Span[] = [{ start: offset, end: offset }];
  for (const span of all.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = spans.at(-1)!;
    const holds = span.start <= inner.start && inner.end <= span.end;
    if (holds && span.end - span.start > inner.end - inner.start) spans.push({ start: span.start, end: span.end });
  }
  return spans;
}

function partsAround(parts: readonly Part[], offset: number): Part[] {
  const part = parts.find(({ start, end }) => start <= offset && offset <= end);
  return part ? [...partsAround(part.children, offset), part] : [];
}
