import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import { CLAIM_COLUMNS, type ClaimRow } from '../../core/summary/claimRows';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import { ClaimsTablePanel } from './claimsTablePanel';

/** What a key binding or script can pass so that nothing is asked. */
interface ExportArguments {
  readonly target?: Uri;
}

/** The claims as a table, and as CSV and JSON Lines for other programs. */
export function registerClaimsTable(services: Services): Disposable {
  let panel: ClaimsTablePanel | undefined;
  return Disposable.from(
    { dispose: () => panel?.dispose() },
    commands.registerCommand(COMMANDS.openClaimsTable, () => {
      if (panel) panel.show();
      else {
        panel = new ClaimsTablePanel(services, () => {
          panel = undefined;
        });
      }
    }),
    commands.registerCommand(COMMANDS.exportClaims, (argument?: ExportArguments) => exportClaims(services, argument)),
  );
}

async function exportClaims(services: Services, argument: ExportArguments | undefined): Promise<void> {
  const { transcripts, indicators, log } = services;
  const shown = transcripts.shown();
  if (shown.every(({ summary }) => summary.claims.length === 0)) {
    window.showInformationMessage(l10n.t('There are no figures to export. Open a transcript first.'));
    return;
  }
  const target = argument?.target ?? (await askForTarget(shown));
  if (!target) return;
  const rows: ClaimRow[] = [];
  for (const { uri, summary } of shown) {
    rows.push(...engine().claimRows(nameInWorkspace(uri), await indicators.refineFully(uri, summary)));
  }
  const isJson = /\.(?:jsonl|ndjson|json)$/iu.test(target.path);
  const text = isJson ? engine().writeJsonLines(rows) : engine().writeCsv(rows, CLAIM_COLUMNS);
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    log.error(`cannot write ${target.toString()}`, error as Error);
    window.showErrorMessage(l10n.t('{0} could not be written. Choose another place.', target.fsPath));
    return;
  }
  window.setStatusBarMessage(l10n.t('{0} figures written to {1}', rows.length, fileName(target)), 5000);
}

/** Paths tell transcripts of the same name apart. */
const nameInWorkspace = (uri: Uri): string => workspace.asRelativePath(uri);

async function askForTarget(shown: readonly { uri: Uri }[]): Promise<Uri | undefined> {
  const single = shown.length === 1 ? shown[0]!.uri : undefined;
  const folder = single ? Uri.joinPath(single, '..') : workspace.workspaceFolders?.[0]?.uri;
  const name = single ? fileName(single).replace(/\.[^.]+$/u, '') : l10n.t('figures');
  return window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${name}.csv`) } : {}),
    filters: { CSV: ['csv'], 'JSON Lines': ['jsonl'] },
    title: l10n.t('Export Figures'),
  });
}
