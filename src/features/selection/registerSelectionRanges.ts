import { type Disposable, languages, SelectionRange } from 'vscode';
import { expandSpan } from '../../core/text/expand';
import type { Span } from '../../core/text/span';
import type { AnalysedDocument } from '../../host/analyses';
import { findingsAt } from '../../host/findings';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { type Part, structureOf } from '../../host/structure';

/** Expand Selection: claim or slogan, clause, sentence, paragraph, point, turn, question, article. */
export function registerSelectionRanges({ analyses }: Services): Disposable {
  return languages.registerSelectionRangeProvider(
    { language: LANGUAGE },
    {
      provideSelectionRanges(document, positions) {
        const analysed = analyses.get(document);
        return positions.map((position) => {
          const spans = spansAround(analysed, analysed.source.offset(position));
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
function spansAround(analysed: AnalysedDocument, offset: number): Span[] {
  const { text } = analysed.source;
  const { claim, slogan } = findingsAt(analysed, offset);
  const found: Span[] = [claim, slogan].filter((span) => span !== undefined);
  const within = found[0] ?? { start: offset, end: offset };
  const all: Span[] = [...found, ...expandSpan(text, within), ...partsAround(structureOf(analysed), offset)];
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
