import { commands, Disposable, l10n, type QuickPickItem, type Range, type TextDocument, window } from 'vscode';
import type { SidecarOperation } from '../../core/annotation/sidecarOperation';
import { readAnnotationReferences, transcriptAt } from '../../host/annotationReference';
import type { LiveAnnotation } from '../../host/annotations';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { nameWords } from '../../host/wording';
import { registerComparing } from './comparing';
import { type FoundAnnotation, findAnnotation } from './findAnnotation';

/** What a person decides about passages that were not found again by themselves, and about two versions after a merge. */
export function registerResolving(services: Services): Disposable {
  const { annotations } = services;
  /** Runs `decide` on each annotation that the command was called on, with its transcript open. */
  const on = (
    command: string,
    decide: (found: FoundAnnotation) => Promise<SidecarOperation[] | undefined>,
    label: () => string,
  ) =>
    commands.registerCommand(command, async (argument?: unknown, selected?: unknown) => {
      const references = readAnnotationReferences(argument, selected, annotations);
      if (references.length === 0) {
        window.showInformationMessage(l10n.t('Choose an annotation in the view, or put the cursor into one.'));
        return;
      }
      for (const reference of references) {
        const found = await findAnnotation(services, reference);
        const operations = found && (await decide(found));
        if (!operations) continue;
        await services.history.run(label(), [{ transcript: transcriptAt(reference), operations }]);
      }
    });
  return Disposable.from(
    registerComparing(services),
    on(COMMANDS.acceptProposal, accept, () => l10n.t('take the new words')),
    on(COMMANDS.reanchorToSelection, reanchor, () => l10n.t('re-anchor')),
    on(
      COMMANDS.keepAsOrphan,
      async ({ live }) => [change(live, { resolution: 'orphan' })],
      () => l10n.t('keep as gone'),
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

/** Takes the place that is proposed; of several the person chooses. Of two versions this one stays. */
async function accept(found: FoundAnnotation): Promise<SidecarOperation[] | undefined> {
  const { annotation, proposals } = found.live;
  if (annotation.conflictsWith !== undefined) return keepThisVersion(found);
  if (proposals.length === 0) {
    window.showInformationMessage(
      l10n.t('No similar words were found. Select the passage and re-anchor it, or keep it as gone.'),
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

function keepThisVersion({ services, document, live }: FoundAnnotation): SidecarOperation[] {
  const { annotations } = services.sidecars.known(document.uri).sidecar;
  const other = annotations.find(({ id }) => id === live.annotation.conflictsWith);
  return [
    { kind: 'change', id: live.annotation.id, changes: { conflictsWith: null } },
    ...(other ? [{ kind: 'delete' as const, id: other.id }] : []),
  ];
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
  const editor = window.visibleTextEditors.find(({ document }) => document === found.document);
  if (!editor || editor.selection.isEmpty) {
    window.showInformationMessage(l10n.t('Select the passage in the transcript first, then re-anchor.'));
    return undefined;
  }
  return [change(found.live, targetAt(found, editor.selection))];
}
