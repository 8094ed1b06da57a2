import { Diagnostic, type DiagnosticSeverity, l10n, Range } from 'vscode';

/**
 * A diagnostic of this extension. Its kind, which tells quick fixes what they are for, is not its `code`: that is shown
 * to people. The editor hands the same object to providers of quick fixes.
 */
export class OwnDiagnostic<Kind extends string = string> extends Diagnostic {
  override source = l10n.t('Policy Transcripts');

  constructor(
    range: Range,
    words: string,
    severity: DiagnosticSeverity,
    readonly kind: Kind,
  ) {
    super(range, words, severity);
  }
}

export const wholeLine = (line: number): Range => new Range(line, 0, line, 1000);
