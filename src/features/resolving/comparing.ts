import { commands, Disposable, l10n, type Position, Uri, window, workspace } from 'vscode';
import type { Target } from '../../core/annotation/annotation';
import type { Span } from '../../core/text/span';
import { type AnnotationReference, readAnnotationReferences } from '../../host/annotationReference';
import { beforeClauses, byClause, type ComparedWords, readComparison } from '../../host/comparison';
import { COMMANDS, OWN_SCHEMES } from '../../host/ids';
import type { Services } from '../../host/services';
import { nameWords } from '../../host/wording';
import { findAnnotation } from './findAnnotation';

const SCHEME = OWN_SCHEMES.wording;
/** The folders by which menus know that a decision can be made there: where words are proposed, and where there are none. */
const DECIDING = '/decide';
const MOVING = '/move';
const CONTEXT = 32;
/** So many characters of the old context are enough to find it again. */
const MARK = 12;
const NEAR = 400;

interface Side extends ComparedWords {
  readonly name: string;
  /** Whether there are words to accept for the annotation on which a decision is made. */
  readonly isProposed?: boolean;
}

/** Shows two wordings side by side. */
export function compareSides(old: Side, now: Side, title: string): Thenable<void> {
  const uri = ({ name, isProposed = false, ...compared }: Side) => {
    const folder = compared.reference ? (isProposed ? DECIDING : MOVING) : '';
    return Uri.from({ scheme: SCHEME, path: `${folder}/${name}`, query: JSON.stringify(compared) });
  };
  return commands.executeCommand('vscode.diff', uri(old), uri(now), title);
}

/** Old and new wording of an annotated passage side by side. */
export function registerComparing(services: Services): Disposable {
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: (uri) => byClause(readComparison(uri).words),
    }),
    commands.registerCommand(COMMANDS.compareWording, async (argument?: unknown, selected?: unknown) => {
      const [reference] = await readAnnotationReferences(argument, selected, services.annotations);
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
          ...presentWords(source.text, target, place && source.span(place)),
          reference,
          isProposed: live.proposals.length > 0,
        },
        l10n.t('{0}: as annotated ↔ now', nameWords(target.exact)),
      );
    }),
  );
}

/** The present words with as much around them as the annotation keeps: more would look new where it is not. */
function presentWords(
  text: string,
  { exact, prefix, suffix, start }: Target,
  place: Span | undefined,
): { words: string; start: number } {
  const slice = (from: number, to: number) => ({ words: text.slice(from, to), start: from });
  if (place) return slice(Math.max(0, place.start - prefix.length), place.end + suffix.length);
  const from = text.indexOf(prefix.slice(0, MARK));
  const to = text.indexOf(suffix.slice(-MARK), from) + Math.min(MARK, suffix.length);
  if (from >= 0 && to > from && to - from < exact.length + NEAR) return slice(from, to);
  return slice(Math.max(0, start - CONTEXT), start + exact.length + CONTEXT);
}

/** What is selected in the comparison on an annotation, as it is in the transcript's text; undefined where nothing is. */
export function selectedInComparison({ id }: AnnotationReference, text: string): Span | undefined {
  for (const { document, selection } of window.visibleTextEditors) {
    if (document.uri.scheme !== SCHEME || selection.isEmpty) continue;
    const { words, reference, start = 0 } = readComparison(document.uri);
    // the transcript may have been edited while it was compared
    if (reference?.id !== id || text.slice(start, start + words.length) !== words) continue;
    const at = (position: Position) => start + beforeClauses(words, document.offsetAt(position));
    return { start: at(selection.start), end: at(selection.end) };
  }
  return undefined;
}
