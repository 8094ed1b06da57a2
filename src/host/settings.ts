import { type ConfigurationScope, workspace } from 'vscode';
import { CODEBOOK_FILE } from '../core/codebook/codebook';
import { SECTION } from './ids';

/** The settings as typed values, read when asked: cheap, and never stale. */
export const settings = {
  recogniseTextFiles: (scope?: ConfigurationScope): boolean =>
    workspace.getConfiguration(SECTION, scope).get('recogniseTextFiles', true),
  recogniseMarkdownFiles: (scope?: ConfigurationScope): boolean =>
    workspace.getConfiguration(SECTION, scope).get('recogniseMarkdownFiles', false),
  /** Who is named in annotations; empty: nobody. */
  creator: (): string => workspace.getConfiguration(SECTION).get('creator', '').trim(),
  /** The path of the codebook in its workspace folder. */
  codebook: (scope?: ConfigurationScope): string =>
    workspace.getConfiguration(SECTION, scope).get('codebook', '').trim() || CODEBOOK_FILE,
  /** Whether a selection is brought to whole words before it is tagged. */
  snapToWords: (): boolean => workspace.getConfiguration(SECTION).get('snapToWords', true),
  /** Whether the views select what the cursor is in. */
  followCursor: (): boolean => workspace.getConfiguration(SECTION).get('followCursor', true),
  /** Whether contradictions in the text are reported as problems. */
  reportProblems: (scope?: ConfigurationScope): boolean =>
    workspace.getConfiguration(SECTION, scope).get('reportProblems', true),
};
