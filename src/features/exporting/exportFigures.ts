import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { FIGURE_COLUMNS, type Row } from '../../core/query/row';
import { engine } from '../../host/engine';
import { type RefinedTranscript, withIndicators } from '../../host/indicators';
import type { Services } from '../../host/services';
import { signalOf } from '../../host/signalOf';
import { fileName } from '../../host/wording';
import { writeExport } from '../../host/writeExport';

/** Writes the figures of the transcripts that the views show as CSV or JSON Lines; asks where, unless `given` says. */
export async function exportFigures(services: Services, given: Uri | undefined): Promise<void> {
  const shown = services.transcripts.shownHeads();
  if (shown.every(({ counts }) => counts.claims === 0)) {
    window.showInformationMessage(l10n.t('There are no figures to export. Open a transcript first.'));
    return;
  }
  const target = given ?? (await askForTarget(shown.map(({ uri }) => uri)));
  if (!target) return;
  const rows = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Exporting figures'), cancellable: true },
    (_, token) => {
      const signal = signalOf(token);
      return figureRows(services, signal).catch((error) => {
        if (!signal.aborted) throw error;
        return undefined;
      });
    },
  );
  if (!rows) return;
  const isJson = /\.(?:jsonl|ndjson|json)$/iu.test(target.path);
  const text = (isJson ? engine().writeRowsJsonLines : engine().writeRowsCsv)(rows, FIGURE_COLUMNS);
  await writeExport(services.log, target, text, l10n.t('{0} figures written to {1}', rows.length, fileName(target)));
}

async function figureRows({ index, indicators, transcripts }: Services, signal: AbortSignal): Promise<Row[]> {
  const uris = transcripts.shownHeads().map(({ uri }) => uri);
  const only = uris.map(String);
  const rows: Row[] = [];
  await index.ask({ mode: 'rows', query: { find: 'figures' } }, (found) => rows.push(...found), signal, {
    ...(only ? { only } : {}),
  });
  const refined: RefinedTranscript[] = [];
  for (const { uri, summary } of await transcripts.parts({ lists: ['claims'] }, signal, uris)) {
    signal.throwIfAborted();
    refined.push({ uri, summary: await indicators.refineFully(uri, summary) });
  }
  // paths tell transcripts of the same name apart
  return withIndicators(rows, refined).map((row) => ({ ...row, path: workspace.asRelativePath(Uri.parse(row.path)) }));
}

async function askForTarget(uris: readonly Uri[]): Promise<Uri | undefined> {
  const single = uris.length === 1 ? uris[0]! : undefined;
  const folder = single ? Uri.joinPath(single, '..') : workspace.workspaceFolders?.[0]?.uri;
  const name = single ? fileName(single).replace(/\.[^.]+$/u, '') : l10n.t('figures');
  return window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${name}.csv`) } : {}),
    filters: { CSV: ['csv'], 'JSON Lines': ['jsonl'] },
    title: l10n.t('Export Figures'),
  });
}
