import { DiagnosticSeverity, Disposable, l10n, languages, type TextDocument, workspace } from 'vscode';
import type { Problem } from '../../core/problem';
import { innerQuotes } from '../../core/text/innerQuotes';
import { LANGUAGE, SECTION } from '../../host/ids';
import { OwnDiagnostic } from '../../host/ownDiagnostic';
import type { Services } from '../../host/services';
import { settings } from '../../host/settings';

/** What contradicts itself in open transcripts, in the Problems panel. */
export function registerProblems({ analyses }: Services): Disposable {
  const collection = languages.createDiagnosticCollection(LANGUAGE);
  const show = (document: TextDocument) => {
    if (document.isClosed || document.languageId !== LANGUAGE || !settings.reportProblems(document)) {
      collection.delete(document.uri);
      return;
    }
    const { problems, source } = analyses.get(document);
    collection.set(
      document.uri,
      problems.map((problem) => {
        const range = source.range(problem.span);
        return new OwnDiagnostic(range, wordProblem(problem), DiagnosticSeverity.Information, problem.code);
      }),
    );
  };
  const showAll = () => analyses.open().forEach(show);
  showAll();
  return Disposable.from(
    collection,
    analyses.onDidChange(show),
    workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SECTION)) showAll();
    }),
  );
}

function wordProblem(problem: Problem): string {
  switch (problem.code) {
    case 'itemCount':
      return l10n.t(
        '“{0}” is followed by {1} items; its numerals count {2}.',
        innerQuotes(problem.name),
        problem.found,
        problem.expected.join('/'),
      );
    case 'arithmetic':
      return l10n.t('The text says {0}, but its figures give {1}.', round(problem.stated), round(problem.computed));
  }
}

const round = (value: number): number => Number(value.toPrecision(6));
