import type { QueryDocument } from '../core/query/queryDocument';
import type { Analyses } from './analyses';
import type { LiveAnnotations } from './annotations';
import { pathOf } from './pathOf';
import { tabbedUris } from './tabbedUris';

/** The transcripts that have a tab, as queries read them and as they stand in the editor, by their URIs. */
export function openDocuments(analyses: Analyses, annotations: LiveAnnotations): ReadonlyMap<string, QueryDocument> {
  const tabs = tabbedUris();
  const shown = analyses.open().filter(({ uri }) => tabs.has(uri.toString()));
  return new Map(
    shown.map((document) => {
      const { source, date, turns, questions, slogans, claims, facts } = analyses.get(document);
      const live = annotations.get(document);
      return [
        document.uri.toString(),
        {
          ...{ path: pathOf(document.uri), text: source.text, facts },
          analysis: { date, turns, questions, slogans, claims },
          annotations: live.map(({ annotation }) => annotation),
          anchored: live.map(({ state, range, proposals }) => ({
            state,
            ...(range ? { span: source.span(range) } : {}),
            proposals: proposals.map((proposal) => source.span(proposal)),
          })),
        },
      ];
    }),
  );
}
