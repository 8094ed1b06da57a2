import { Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { ClaimSummary } from '../../core/summary/transcriptSummary';
import { engine } from '../../host/engine';
import { referenceTo } from '../../host/findingReference';
import { CLAIMS_TABLE } from '../../host/ids';
import { toRange } from '../../host/ranges';
import { rememberRevealed } from '../../host/revealed';
import type { Services } from '../../host/services';
import { textColumn } from '../../host/textColumn';
import { fileName, wordDirection, wordHedge, wordKind, wordModality } from '../../host/wording';
import type { RevealRow, ShowRows, TableMessage, TableWords } from './messages';

/** The table of claims: those that the views show, kept current. */
export class ClaimsTablePanel implements Disposable {
  private readonly panel: WebviewPanel;
  private readonly all: Disposable;
  private places: { readonly uri: Uri; readonly claim: ClaimSummary }[] = [];

  constructor(
    private readonly services: Services,
    onDispose: () => void,
  ) {
    const { extensionUri } = services;
    this.panel = window.createWebviewPanel(
      CLAIMS_TABLE,
      l10n.t('Figures'),
      { viewColumn: ViewColumn.Beside, preserveFocus: false },
      {
        enableScripts: true,
        enableFindWidget: true,
        retainContextWhenHidden: true,
        localResourceRoots: [Uri.joinPath(extensionUri, 'dist')],
      },
    );
    this.panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media/transcript-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media/transcript-dark.svg'),
    };
    this.all = Disposable.from(
      this.panel,
      services.transcripts.onDidChange(() => this.update()),
      services.indicators.onDidChange(() => this.update()),
      this.panel.webview.onDidReceiveMessage((message: TableMessage) => {
        if (message.kind === 'ready') this.update();
        else void this.reveal(message);
      }),
    );
    this.panel.onDidDispose(() => {
      onDispose();
      this.all.dispose();
    });
    this.panel.webview.html = this.page();
  }

  show(): void {
    this.panel.reveal();
    this.update();
  }

  private update(): void {
    const { transcripts, indicators } = this.services;
    const shown = transcripts.shown();
    this.places = shown.flatMap(({ uri, summary }) => summary.claims.map((claim) => ({ uri, claim })));
    let id = 0;
    const rows = shown.flatMap(({ uri, summary }) =>
      engine()
        .claimRows(fileName(uri), indicators.refine(uri, summary))
        .map((row, index) => ({
          ...row,
          id: id++,
          reference: referenceTo('claim', uri, toRange(summary.claims[index]!.at)),
        })),
    );
    const withFiles = transcripts.scope === 'workspace';
    const single = !withFiles && shown[0] ? fileName(shown[0].uri) : undefined;
    const all = withFiles ? l10n.t('Figures of the whole workspace') : l10n.t('Figures');
    const label = single ? l10n.t('Figures of {0}', single) : all;
    const message: ShowRows = { kind: 'rows', rows, withFiles, label };
    void this.panel.webview.postMessage(message);
    this.panel.title = single ? l10n.t('Figures: {0}', single) : l10n.t('Figures');
  }

  /** Shows the claim beside the table, which keeps the focus unless asked otherwise: the next row is one key away. */
  private async reveal({ id, focus }: RevealRow): Promise<void> {
    const place = this.places[id];
    if (!place) return;
    const selection = toRange(place.claim.at);
    const viewColumn = textColumn(place.uri, this.panel.viewColumn);
    try {
      rememberRevealed(await window.showTextDocument(place.uri, { viewColumn, preserveFocus: !focus, selection }));
    } catch (error) {
      this.services.log.error(`cannot show ${place.uri.toString()}`, error as Error);
      window.showErrorMessage(l10n.t('{0} cannot be opened. Was it moved or deleted?', place.uri.fsPath));
    }
  }

  private page(): string {
    const { webview } = this.panel;
    const resource = (name: string) => webview.asWebviewUri(Uri.joinPath(this.services.extensionUri, 'dist', name));
    const nonce = crypto.randomUUID();
    const words = JSON.stringify(tableWords()).replaceAll('<', '\\u003c');
    return `<!DOCTYPE html>
<html lang="${l10n.t('en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource} 'unsafe-inline'; font-src ${webview.cspSource}; script-src 'nonce-${nonce}';">
<link rel="stylesheet" href="${resource('claimsTable.css')}">
<title>${l10n.t('Figures')}</title>
</head>
<body>
<div id="bar"><input id="filter" type="search"><span id="count" role="status"></span></div>
<main><div id="table"></div><p id="empty" role="status"></p></main>
<script nonce="${nonce}">const WORDS = ${words};</script>
<script nonce="${nonce}" src="${resource('claimsTable.js')}"></script>
</body>
</html>`;
  }

  dispose(): void {
    this.all.dispose();
  }
}

function tableWords(): TableWords {
  const kinds = ['quantity', 'money', 'percent', 'fraction', 'multiple', 'rank'] as const;
  const hedges = ['about', 'atLeast', 'atMost'] as const;
  const directions = ['increase', 'decrease', 'reach'] as const;
  const modalities = ['target', 'forecast', 'asked'] as const;
  return {
    columns: {
      words: l10n.t('Figure'),
      indicator: l10n.t('Measures'),
      speaker: l10n.t('Speaker'),
      period: l10n.t('Period'),
      value: l10n.t('Value'),
      unit: l10n.t('Unit'),
      file: l10n.t('File'),
      kind: l10n.t('Kind'),
      hedge: l10n.t('Precision'),
      direction: l10n.t('Direction'),
      modality: l10n.t('Status'),
      outlet: l10n.t('Asked by'),
    },
    values: {
      ...Object.fromEntries(kinds.map((kind) => [kind, wordKind(kind)])),
      ...Object.fromEntries(hedges.map((hedge) => [hedge, wordHedge(hedge)])),
      ...Object.fromEntries(directions.map((direction) => [direction, wordDirection(direction)])),
      ...Object.fromEntries(modalities.map((modality) => [modality, wordModality(modality)])),
      exact: '',
      none: '',
      actual: '',
    },
    filter: l10n.t('Filter: words of any column'),
    noMatch: l10n.t('No figure matches “{0}”. Clear the filter to see all {1}.'),
    none: l10n.t('No transcript with figures is open. Open one, or show the whole workspace.'),
    count: l10n.t('Figures: {0}'),
  };
}
