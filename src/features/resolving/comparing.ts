import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import { readAnnotationReferences } from '../../host/annotationReference';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { nameWords } from '../../host/wording';
import { findAnnotation } from './findAnnotation';

const SCHEME = 'policy-transcripts-wording';
const CONTEXT = 32;

/** A clause a line: a paragraph on one line shows no difference. */
const byClause = (words: string): string => words.replace(/(?<=[，。；！？])(?!\n)/gu, '\n');

/** Old and new wording of an annotated passage side by side. */
export function registerComparing(services: Services): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: ({ query }) => query }),
    commands.registerCommand(COMMANDS.compareWording, async (argument?: unknown, selected?: unknown) => {
      const [reference] = readAnnotationReferences(argument, selected, services.annotations);
      if (!reference) {
        window.showInformationMessage(l10n.t('Choose an annotation in the view, or put the cursor into one.'));
        return;
      }
      const found = await findAnnotation(services, reference);
      if (!found) return;
      const { document, live } = found;
      const { exact, prefix, suffix, start } = live.annotation.target;
      const { source } = services.analyses.get(document);
      const { text } = source;
      const place = live.range ?? live.proposals[0];
      const span = place ? source.span(place) : { start, end: Math.min(text.length, start + exact.length) };
      const now = text.slice(Math.max(0, span.start - CONTEXT), span.end + CONTEXT);
      const side = (name: string, words: string) =>
        Uri.from({ scheme: SCHEME, path: `/${name}`, query: byClause(words) });
      await commands.executeCommand(
        'vscode.diff',
        side(l10n.t('as annotated'), `${prefix}${exact}${suffix}`),
        side(place ? l10n.t('as it is now') : l10n.t('what stands there now'), now),
        l10n.t('{0}: as annotated ↔ now', nameWords(exact)),
      );
    }),
  );
}
