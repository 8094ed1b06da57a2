import type { UseComparison } from '../history/compareUse';
import type { SloganHistory } from '../history/overTime';
import type { ComparedFigure, ExploreAnswer } from './explore';

/** Some of the things that an answer lists. */
export interface AnswerPage {
  readonly figures?: readonly ComparedFigure[];
  readonly histories?: readonly SloganHistory[];
  readonly comparison?: readonly UseComparison[];
}

/** A page lists about so many figures, or uses of slogans: few enough to be handed on without a pause. */
const PAGE = 500;

/** An answer without what it lists, and that in pages, in its order. */
export function answerPages(answer: ExploreAnswer): { readonly rest: ExploreAnswer; readonly pages: AnswerPage[] } {
  switch (answer.mode) {
    case 'figures':
      return {
        rest: { ...answer, figures: [] },
        pages: split(answer.figures, () => 1).map((figures) => ({ figures })),
      };
    case 'slogans':
      return {
        rest: { ...answer, histories: [], comparison: answer.comparison && [] },
        pages: [
          ...split(answer.histories, ({ uses }) => uses.length).map((histories) => ({ histories })),
          ...split(answer.comparison ?? [], () => 1).map((comparison) => ({ comparison })),
        ],
      };
    default:
      return { rest: answer, pages: [] };
  }
}

/** The answer of which `answerPages` has made these. */
export function joinAnswer(rest: ExploreAnswer, pages: readonly AnswerPage[]): ExploreAnswer {
  if (rest.mode === 'figures') return { ...rest, figures: pages.flatMap(({ figures = [] }) => figures) };
  if (rest.mode !== 'slogans') return rest;
  return {
    ...rest,
    histories: pages.flatMap(({ histories = [] }) => histories),
    comparison: rest.comparison && pages.flatMap(({ comparison = [] }) => comparison),
  };
}

function split<T>(all: readonly T[], sizeOf: (one: T) => number): T[][] {
  const pages: T[][] = [];
  let size = PAGE;
  for (const one of all) {
    if (size >= PAGE) {
      pages.push([]);
      size = 0;
    }
    pages.at(-1)!.push(one);
    size += sizeOf(one);
  }
  return pages;
}
