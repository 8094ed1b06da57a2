import { l10n } from 'vscode';
import type { CodebookProblem } from '../../core/codebook/readCodebook';

/** What is wrong with a codebook, at the line where it is shown. */
export function wordCodebookProblem({ code, line, detail, meant = '' }: CodebookProblem): string {
  switch (code) {
    case 'conflictMarkers':
      return l10n.t('The codebook has conflict markers. Keep one of the two versions; until then it is not used.');
    case 'unparseable':
      return l10n.t(
        'Line {0}, or the one above it, is not valid YAML (is a bracket, quote or indent missing?). The codebook is not used until it is corrected.',
        line + 1,
      );
    case 'newerVersion':
      return l10n.t('This codebook was written by a newer version of the extension. Update it to use the codebook.');
    case 'notACodebook':
      return l10n.t(
        'This does not look like a codebook, so it is not used. A codebook has a list of “- name: …” under “tags:”, and no other lists or groups of keys beside it.',
      );
    case 'badTag':
      return l10n.t('This is not a tag, so it is left out. Write “- name: …”.');
    case 'noName':
      return l10n.t('This tag has no name, so it is left out. Write “name: …”.');
    case 'unusableName':
      return l10n.t(
        '“{0}” cannot be the name of a tag, so it is left out: it must be on one line, without “/”.',
        detail,
      );
    case 'duplicateTag':
      return l10n.t('There are two tags “{0}”; this one is left out.', detail);
    case 'badList':
      return l10n.t('“{0}” must be a list, each entry on a line that begins with “- ”.', detail);
    case 'badColor':
      return l10n.t("“{0}” is not a colour; a default is used. Write one such as '#009e73'.", detail);
    case 'unquotedColor':
      return l10n.t("Without quotes YAML takes the colour for a comment. Write '{0}'.", detail);
    case 'unknownKey':
      return l10n.t('“{0}” is not known here. Did you mean “{1}”?', detail, meant);
    case 'ambiguousName':
      return l10n.t('Another tag has the old name “{0}” as well.', detail);
  }
}
