import type { Uri } from 'vscode';

/** How a file is called where queries name files. */
export const pathOf = (uri: Uri): string => (uri.scheme === 'file' ? uri.fsPath : uri.path);
