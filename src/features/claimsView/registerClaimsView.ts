import { commands, Disposable, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { COMMANDS, VIEWS } from '../../host/ids';
import type { Services } from '../../host/services';
import type { ShownTranscript } from '../../host/transcripts';
import { transcriptTree } from '../../host/transcriptTree';
import { Tree, type TreeContent } from '../../host/tree';
import { arrangeClaims, type ClaimOrder, type PlacedClaim } from './arrangeClaims';

const DEFAULT: ClaimOrder = { group: 'indicator', sort: 'place' };

/** The figures that were claimed, by what they measure, who says them, their kind or the question they answer. */
export function registerClaimsView({ transcripts, indicators, workspaceState }: Services): Disposable {
  const order = () => workspaceState.get<ClaimOrder>('claims.order', DEFAULT);
  const arrange = (shown: readonly ShownTranscript[], several: boolean): TreeContent => {
    const claims = shown.flatMap(({ uri, summary }) =>
      summary.claims.map(
        (claim, index): PlacedClaim => ({ uri, summary, claim, index, measured: indicators.of(uri, claim) }),
      ),
    );
    return {
      nodes: arrangeClaims(claims, order(), several),
      description: transcripts.countShown(claims.length),
      message: shown.length > 0 && claims.length === 0 ? l10n.t('No figures were found.') : '',
    };
  };
  const content = (signal: AbortSignal) =>
    transcriptTree(transcripts, { lists: ['claims', 'questions'] }, 'claims', arrange, signal);
  const tree = new Tree(VIEWS.claims, content, [transcripts.onDidChange, indicators.onDidChange]);
  return Disposable.from(
    tree,
    commands.registerCommand(COMMANDS.arrangeClaims, async () => {
      const chosen = await pickOrder(order());
      if (!chosen) return;
      await workspaceState.update('claims.order', chosen);
      tree.refresh();
    }),
  );
}

async function pickOrder(current: ClaimOrder): Promise<ClaimOrder | undefined> {
  type Item = QuickPickItem & { change?: Partial<ClaimOrder> };
  const choice = (change: Partial<ClaimOrder>, label: string): Item => {
    const isNow = change.group ? change.group === current.group : change.sort === current.sort;
    return { change, label, ...(isNow ? { description: l10n.t('now') } : {}) };
  };
  const heading = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
  const items = [
    heading(l10n.t('Group by')),
    choice({ group: 'indicator' }, l10n.t('What is measured')),
    choice({ group: 'kind' }, l10n.t('Kind of figure')),
    choice({ group: 'speaker' }, l10n.t('Speaker')),
    choice({ group: 'question' }, l10n.t('Question')),
    choice({ group: 'none' }, l10n.t('Nothing: one list')),
    heading(l10n.t('Sort by')),
    choice({ sort: 'place' }, l10n.t('Place in the text')),
    choice({ sort: 'size' }, l10n.t('Size, largest first')),
  ];
  const chosen = await window.showQuickPick(items, { title: l10n.t('Group and Sort Figures') });
  return chosen?.change && { ...current, ...chosen.change };
}
