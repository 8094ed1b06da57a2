import { TabInputText, window } from 'vscode';
import type { QueryDocument } from '../core/query/queryDocument';
import type { Analyses } from './analyses';
import type { LiveAnnotations } from './annotations';
import { pathOf } from './pathOf';

/** The transcripts that have a tab, as queries read them and as they stand in the editor, by their URIs. */
export function openDocuments(analyses: Analyses, annotations: LiveAnnotations): ReadonlyMap<string, QueryDocument> {
  // the editor keeps documents for a while after their tabs and even their files are gone
  const tabs = new Set(
    window.tabGroups.all.flatMap(({ tabs }) =>
      tabs.map(({ input }) => (input instanceof TabInputText ? input.uri.toString() : '')),
    ),
  );
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
