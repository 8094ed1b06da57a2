import { type Disposable, FoldingRange, languages } from 'vscode';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { type Part, structureOf } from '../../host/structure';

/** Folds what spans several lines: articles, questions with their answers, answers, points. */
export function registerFolding({ analyses }: Services): Disposable {
  return languages.registerFoldingRangeProvider(
    { language: LANGUAGE },
    {
      async provideFoldingRanges(document, _context, token) {
        const analysed = await analyses.settled(document, token);
        if (!analysed) return undefined;
        const ranges: FoldingRange[] = [];
        const add = (part: Part) => {
          const { start, end } = analysed.source.range(part);
          if (end.line > start.line) ranges.push(new FoldingRange(start.line, end.line));
          part.children.forEach(add);
        };
        structureOf(analysed).forEach(add);
        return ranges;
      },
    },
  );
}
