import { l10n } from 'vscode';
import type { NamesProblem } from '../core/names/readNames';
import type { QueryProblem } from '../core/query/readQuery';

/** What is wrong with a query or a list of names, at the line where it is shown. */
export function wordProblem({ code, line, detail, meant = '' }: QueryProblem | NamesProblem): string {
  switch (code) {
    case 'unparseable':
      return l10n.t(
        'Line {0}, or the one above it, is not valid YAML (is a bracket, quote or indent missing?). The file is not used until it is corrected.',
        line + 1,
      );
    case 'notAQuery':
      return l10n.t('This is no query: write keys such as “words: [煤炭]”, each on a line.');
    case 'notNames':
      return l10n.t('This is no list of names: write “- name: …”.');
    case 'noName':
      return l10n.t('This has no name, so it is left out. Write “- name: …”.');
    case 'badList':
      return l10n.t('“{0}” must be a list, each entry on a line that begins with “- ”.', detail);
    case 'badValue':
      return meant === ''
        ? l10n.t('The value of “{0}” is not understood.', detail)
        : l10n.t('The value of “{0}” is not understood. Known are: {1}.', detail, meant);
    case 'badDay':
      return l10n.t('“{0}”: this is no day. Write 2024, 2024-03, 2024-03-05 or 2024年3月5日.', detail);
    case 'reversedDays':
      return l10n.t('The last day is before the first ({0}): nothing lies between them.', detail);
    case 'needsWords':
      return l10n.t('Under “words” has to stand what is looked for.');
    case 'ofPassages':
      return l10n.t('“{0}” is asked of annotated passages alone, not where “find” names something else.', detail);
    case 'unknownKey':
      return meant === ''
        ? l10n.t('“{0}” is not known here.', detail)
        : l10n.t('“{0}” is not known here. Did you mean “{1}”?', detail, meant);
    case 'ambiguousName':
      return l10n.t('“{1}” has the name “{0}” already; here it counts for nothing.', detail, meant);
  }
}
