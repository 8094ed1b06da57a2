import { commands, Disposable, l10n, type QuickPickItem, type Range, type TextDocument, Uri, window } from 'vscode';
import type { SidecarOperation } from '../../core/annotation/sidecarOperation';
import type { Span } from '../../core/text/span';
import { readAnnotationReferences, referenceToAnnotation, transcriptAt } from '../../host/annotationReference';
import type { LiveAnnotation } from '../../host/annotations';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import { hasOwnSelection } from '../../host/revealed';
import type { Services } from '../../host/services';
import { nameWords, quoteWords } from '../../host/wording';
import { registerComparing, selectedInComparison } from './comparing';
import { type FoundAnnotation, findAnnotation } from './findAnnotation';
import { registerVersions } from './registerVersions';

/** What a person decides about passages that were not found again by themselves. */
export function registerResolving(services: Services): Disposable {
  const { annotations } = services;
  /** Runs `decide` on each annotation that the command was called on, with its transcript open. */
  const on = (
    command: string,
    decide: (found: FoundAnnotation) => Promise<SidecarOperation[] | undefined>,
    label: (found: FoundAnnotation, operations: readonly SidecarOperation[]) => string,
  ) =>
    commands.registerCommand(command, async (argument?: unknown, selected?: unknown) => {
      const references = await readAnnotationReferences(argument, selected, annotations);
      if (references.length === 0) {
        window.showInformationMessage(l10n.t('Choose an annotation in the view, or put the cursor into one.'));
        return;
      }
      for (const reference of references) {
        const found = await findAnnotation(services, reference);
        const operations = found && (await decide(found));
        if (!operations) continue;
        const isMade = await services.history.run(label(found, operations), [
          { transcript: transcriptAt(reference), operations },
        ]);
        // what was compared is decided
        if (isMade && argument instanceof Uri) await commands.executeCommand('workbench.action.closeActiveEditor');
      }
    });
  return Disposable.from(
    registerComparing(services),
    registerVersions(services),
    on(COMMANDS.acceptProposal, accept, ({ live }) => l10n.t('accept “{0}”', quoteWords(live.proposed))),
    on(COMMANDS.reanchorToSelection, reanchor, (_, operations) =>
      l10n.t('move to “{0}”', quoteWords(newWords(operations))),
    ),
    on(
      COMMANDS.keepAsOrphan,
      async ({ live }) => [change(live, { resolution: 'orphan' })],
      () => l10n.t('keep without a passage'),
    ),
  );
}

type Changes = Extract<SidecarOperation, { kind: 'change' }>['changes'];

const change = ({ annotation }: LiveAnnotation, changes: Changes): SidecarOperation => ({
  kind: 'change',
  id: annotation.id,
  changes,
  ifStill: { target: annotation.target },
});

function targetAt({ services, document }: FoundAnnotation, range: Range): Changes {
  const { source } = services.analyses.get(document);
  return { target: engine().describeTarget(source.text, source.span(range)), resolution: null };
}

/** Takes the place that is proposed; of several the person chooses. */
async function accept(found: FoundAnnotation): Promise<SidecarOperation[] | undefined> {
  const { proposals } = found.live;
  if (proposals.length === 0) {
    window.showInformationMessage(
      l10n.t(
        'No similar words were found. Select the passage and move the annotation there, or keep it without a passage.',
      ),
    );
    return undefined;
  }
  const place = proposals.length === 1 ? proposals[0] : await choosePlace(found.document, proposals);
  if (!place) return undefined;
  if (found.document.version !== found.version) {
    window.showInformationMessage(l10n.t('The text was changed meanwhile. Try again.'));
    return undefined;
  }
  return [change(found.live, targetAt(found, place))];
}

async function choosePlace(document: TextDocument, places: readonly Range[]): Promise<Range | undefined> {
  const items = places.map((range): QuickPickItem & { range: Range } => ({
    range,
    label: nameWords(document.getText(range)),
    description: l10n.t('line {0}', range.start.line + 1),
    detail: nameWords(document.lineAt(range.start.line).text.slice(Math.max(0, range.start.character - 12))),
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Several Places Fit'),
    placeHolder: l10n.t('Which is it?'),
  });
  return chosen?.range;
}

async function reanchor(found: FoundAnnotation): Promise<SidecarOperation[] | undefined> {
  const selected = selectedSpan(found);
  if (!selected) {
    window.showInformationMessage(
      l10n.t('Select in the text the words to which the annotation shall move, then try again.'),
    );
    return undefined;
  }
  const { analyses, words } = found.services;
  const analysed = analyses.get(found.document);
  const { source } = analysed;
  const [span = selected] = await words.selected(analysed, [selected]);
  if (found.document.version !== found.version) {
    window.showInformationMessage(l10n.t('The text was changed meanwhile. Try again.'));
    return undefined;
  }
  return [change(found.live, targetAt(found, source.range(span)))];
}

/** What is selected in the transcript, or in the comparison of the annotation with it. */
function selectedSpan({ services, document, live }: FoundAnnotation): Span | undefined {
  const { source } = services.analyses.get(document);
  const compared = selectedInComparison(referenceToAnnotation(document.uri, live.annotation.id), source.text);
  if (compared) return compared;
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  return editor && hasOwnSelection(editor) ? source.span(editor.selection) : undefined;
}

/** Where an annotation is moved to. */
const newWords = (operations: readonly SidecarOperation[]): string =>
  operations.flatMap((one) => (one.kind === 'change' && one.changes.target ? [one.changes.target.exact] : []))[0] ?? '';
