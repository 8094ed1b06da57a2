import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { Target } from '../../core/annotation/annotation';
import type { Span } from '../../core/text/span';
import { readAnnotationReferences } from '../../host/annotationReference';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { nameWords } from '../../host/wording';
import { findAnnotation } from './findAnnotation';

const SCHEME = 'policy-transcripts-wording';
const CONTEXT = 32;
/** So many characters of the old context are enough to find it again. */
const MARK = 12;
const NEAR = 400;

interface Side {
  readonly name: string;
  readonly words: string;
}

/** A clause a line: a paragraph on one line shows no difference. */
const byClause = (words: string): string => words.replace(/(?<=[，。；！？])(?!\n)/gu, '\n');

/** Shows two wordings side by side. */
export function compareSides(old: Side, now: Side, title: string): Thenable<void> {
  const uri = ({ name, words }: Side) => Uri.from({ scheme: SCHEME, path: `/${name}`, query: byClause(words) });
  return commands.executeCommand('vscode.diff', uri(old), uri(now), title);
}

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
      const { target } = live.annotation;
      const { source } = services.analyses.get(document);
      const place = live.range ?? live.proposals[0];
      await compareSides(
        { name: l10n.t('as annotated'), words: `${target.prefix}${target.exact}${target.suffix}` },
        {
          name: place ? l10n.t('as it is now') : l10n.t('what stands there now'),
          words: presentWords(source.text, target, place && source.span(place)),
        },
        l10n.t('{0}: as annotated ↔ now', nameWords(target.exact)),
      );
    }),
  );
}

/** The present words with as much around them as the annotation keeps: more would look new where it is not. */
function presentWords(text: string, { exact, prefix, suffix, start }: Target, place: Span | undefined): string {
  if (place) return text.slice(Math.max(0, place.start - prefix.length), place.end + suffix.length);
  const from = text.indexOf(prefix.slice(0, MARK));
  const to = text.indexOf(suffix.slice(-MARK), from) + Math.min(MARK, suffix.length);
  if (from >= 0 && to > from && to - from < exact.length + NEAR) return text.slice(from, to);
  return text.slice(Math.max(0, start - CONTEXT), start + exact.length + CONTEXT);
}
