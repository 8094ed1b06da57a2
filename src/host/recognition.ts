import { languages, type TextDocument, type Uri, workspace } from 'vscode';
import type { Recognition } from '../core/summary/indexText';
import type { Decisions } from './decisions';
import { LANGUAGE } from './ids';
import { settings } from './settings';

const OURS_BY_NAME = /\.transcript(?:\.txt)?$/u;

/**
 * By what a file is a transcript, undefined where it is none whatever it holds. The one rule for what opens as a transcript
 * and for what counts as one in the workspace.
 */
export function recognitionOf(uri: Uri, decisions: Decisions): Recognition | undefined {
  const decision = decisions.get(uri.toString());
  if (decision === 'plain') return undefined;
  if (decision === 'transcript') return 'accepted';
  const language = associatedLanguage(uri);
  if (language !== undefined) return language === LANGUAGE ? 'accepted' : undefined;
  if (OURS_BY_NAME.test(uri.path)) return 'accepted';
  if (uri.path.endsWith('.md')) return settings.recogniseMarkdownFiles(uri) ? 'content' : 'work';
  if (!uri.path.endsWith('.txt') && uri.scheme !== 'untitled') return undefined;
  return settings.recogniseTextFiles(uri) ? 'content' : 'work';
}

/** What the user's own `files.associations` say of a file; the longest of several patterns holds. */
function associatedLanguage(uri: Uri): string | undefined {
  const associations = workspace.getConfiguration('files', uri).get<Record<string, string>>('associations', {});
  const file = { uri, languageId: '' } as TextDocument;
  return Object.entries(associations)
    .filter(([pattern]) => languages.match({ pattern: pattern.includes('/') ? pattern : `**/${pattern}` }, file) > 0)
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
}
