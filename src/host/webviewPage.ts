import { l10n, Uri, type Webview } from 'vscode';

/** What the page of a webview is made of. */
export interface Page {
  /** Of its script and its sheet in `dist`. */
  readonly name: string;
  readonly title: string;
  /** HTML without anything that comes from a document. */
  readonly body: string;
  /** Whether its script writes styles into elements, as tables that lay themselves out do. */
  readonly hasOwnStyles?: boolean;
  /** Whether its script makes pictures. */
  readonly hasPictures?: boolean;
  /** What the script finds as constants of these names: plain data. */
  readonly constants: Readonly<Record<string, unknown>>;
}

/** The HTML of a webview that runs its own script and nothing else. */
export function webviewPage(
  webview: Webview,
  extensionUri: Uri,
  { name, title, body, hasOwnStyles, hasPictures, constants }: Page,
): string {
  const resource = (file: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', file));
  const nonce = crypto.randomUUID();
  const styles = hasOwnStyles ? `${webview.cspSource} 'unsafe-inline'` : webview.cspSource;
  const policy = `default-src 'none'; style-src ${styles}; font-src ${webview.cspSource}; script-src 'nonce-${nonce}';${hasPictures ? ' img-src data:;' : ''}`;
  const declared = Object.entries(constants).map(
    ([key, value]) => `const ${key} = ${JSON.stringify(value).replaceAll('<', '\\u003c')};`,
  );
  return `<!DOCTYPE html>
<html lang="${l10n.t('en')}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${resource(`${name}.css`)}">
<title>${title.replaceAll('<', '&lt;')}</title>
</head>
<body>
${body}
<script nonce="${nonce}">${declared.join(' ')}</script>
<script nonce="${nonce}" src="${resource(`${name}.js`)}"></script>
</body>
</html>`;
}
