import { DiagnosticSeverity, Disposable, languages, Range, workspace } from 'vscode';
import type { CodebookProblem } from '../../core/codebook/readCodebook';
import { OwnDiagnostic, wholeLine } from '../../host/ownDiagnostic';
import type { Services } from '../../host/services';
import { wordCodebookProblem } from './wordCodebookProblem';

/** What is wrong with the codebooks of the workspace and of open transcripts, whether or not they are open themselves. */
export function registerCodebookProblems({ codebooks, analyses }: Services): Disposable {
  const collection = languages.createDiagnosticCollection('policy-transcript-codebooks');
  let shown: readonly string[] = [];
  /** The latest look: what an earlier one finds is out of date. */
  let look = 0;
  /** A place in each folder that can have a codebook, by the URI of the codebook. */
  const places = () => {
    const all = [...(workspace.workspaceFolders ?? []), ...analyses.open()].map(({ uri }) => uri);
    return new Map(all.map((place) => [codebooks.uriFor(place).toString(), place]));
  };
  const show = async () => {
    const own = ++look;
    const now = places();
    shown = [...now.keys()];
    const found = await Promise.all([...now.values()].map((place) => codebooks.load(place)));
    if (own !== look) return;
    collection.clear();
    for (const { uri, problems } of found) collection.set(uri, problems.map(diagnosticOf));
  };
  const refresh = () => void show();
  const follow = () => {
    if ([...places().keys()].join('\n') !== shown.join('\n')) refresh();
  };
  refresh();
  return Disposable.from(
    collection,
    codebooks.onDidChange(refresh),
    workspace.onDidChangeWorkspaceFolders(follow),
    workspace.onDidOpenTextDocument(follow),
    workspace.onDidCloseTextDocument(follow),
  );
}

function diagnosticOf(problem: CodebookProblem): OwnDiagnostic {
  const { code, line, columns } = problem;
  const range = columns ? new Range(line, columns.start, line, columns.end) : wholeLine(line);
  return new OwnDiagnostic(range, wordCodebookProblem(problem), severityOf(code), code);
}

function severityOf(code: CodebookProblem['code']): DiagnosticSeverity {
  switch (code) {
    case 'conflictMarkers':
    case 'unparseable':
    case 'newerVersion':
      return DiagnosticSeverity.Error;
    default:
      return DiagnosticSeverity.Warning;
  }
}
