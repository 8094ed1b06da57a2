import {
  CodeAction,
  CodeActionKind,
  DiagnosticSeverity,
  Disposable,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { isResolved } from '../../core/annotation/isResolved';
import type { SidecarProblem } from '../../core/annotation/sidecar';
import { innerQuotes } from '../../core/text/innerQuotes';
import { annotationsAt, referenceToAnnotation } from '../../host/annotationReference';
import type { LiveAnnotation } from '../../host/annotations';
import { engine } from '../../host/engine';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import { wordProblem } from '../../host/messages';
import { OwnDiagnostic, wholeLine } from '../../host/ownDiagnostic';
import type { Services } from '../../host/services';
import { sidecarOf, transcriptOf } from '../../host/sidecars';
import { wordState } from '../../host/wording';

type Kind = 'annotation' | SidecarProblem['code'];

/** What waits for a person: a passage in the transcript where it has a place there, else in the sidecar. */
export function registerAnnotationProblems(services: Services): Disposable {
  const { analyses, annotations, index, sidecars } = services;
  const inSidecars = languages.createDiagnosticCollection('policy-transcript-annotations');
  const inTranscripts = languages.createDiagnosticCollection('policy-transcript-passages');

  const show = async (transcript: Uri) => {
    const { problems, lines, sidecar } = await sidecars.load(transcript);
    const document = analyses.openAt(transcript);
    const live = document ? annotations.get(document).filter(waits) : [];
    inTranscripts.set(
      transcript,
      live.flatMap((one) => diagnosticAt(placeOf(one), one)),
    );
    const lost = live.filter((one) => !placeOf(one));
    const ofEntries = lost.flatMap((one) => {
      const index = sidecar.annotations.findIndex(({ id }) => id === one.annotation.id);
      return index < 0 ? [] : diagnosticAt(wholeLine(lines.annotations[index]!), one);
    });
    const ofFile = problems.map((problem) => {
      const { code, line, columns, endLine = line } = problem;
      const range = columns ? new Range(line, columns.start, endLine, columns.end) : wholeLine(line);
      const severity = code === 'wideComma' ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
      return new OwnDiagnostic<Kind>(range, wordProblem(problem), severity, code);
    });
    inSidecars.set(sidecarOf(transcript), [...ofFile, ...ofEntries]);
  };
  const showOpened = (document: TextDocument) => {
    if (document.uri.path.endsWith(SIDECAR_SUFFIX)) void show(transcriptOf(document.uri));
  };

  /** Sidecars that cannot be read are told of, whether or not anybody opens them. */
  const showFaults = () => {
    for (const { uri, fault } of index.found()) if (fault) void show(uri);
  };

  for (const document of analyses.open()) void show(document.uri);
  workspace.textDocuments.forEach(showOpened);
  return Disposable.from(
    inSidecars,
    inTranscripts,
    index.onDidChange(showFaults),
    sidecars.onDidChange((transcript) => void show(transcript)),
    annotations.onDidChange((document) => void show(document.uri)),
    workspace.onDidOpenTextDocument(showOpened),
    workspace.onDidCloseTextDocument(({ uri }) => inTranscripts.delete(uri)),
    languages.registerCodeActionsProvider(
      [{ language: LANGUAGE }, { pattern: `**/*${SIDECAR_SUFFIX}` }],
      {
        provideCodeActions(document, range, { diagnostics }) {
          const own = diagnostics.filter((one): one is OwnDiagnostic<Kind> => one instanceof OwnDiagnostic);
          return own.flatMap((diagnostic) => fixes(services, document, range.start, diagnostic));
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
  );
}

function separate(document: TextDocument, diagnostic: OwnDiagnostic<Kind>): CodeAction {
  const action = new CodeAction(l10n.t('Separate the tags'), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  const words = document.getText(diagnostic.range).replaceAll('\r', '');
  action.edit.replace(document.uri, diagnostic.range, engine().separateTags(words));
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

/** Whether a person has to look at it. */
const waits = ({ annotation, state }: LiveAnnotation): boolean => !isResolved(state, annotation);

const placeOf = ({ range, proposals }: LiveAnnotation): Range | undefined => range ?? proposals[0];

function diagnosticAt(range: Range | undefined, { annotation, state }: LiveAnnotation): OwnDiagnostic<Kind>[] {
  const words = l10n.t('Annotated passage “{0}”: {1}', innerQuotes(annotation.target.exact), wordState(state));
  return range ? [new OwnDiagnostic<Kind>(range, words, DiagnosticSeverity.Warning, 'annotation')] : [];
}

function fixes(
  { annotations, sidecars }: Services,
  document: TextDocument,
  at: Position,
  diagnostic: OwnDiagnostic<Kind>,
): CodeAction[] {
  const fix = (title: string, command: string, ...args: unknown[]) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { command, title, arguments: args };
    action.diagnostics = [diagnostic];
    return action;
  };
  if (diagnostic.kind === 'conflictMarkers') {
    return [fix(l10n.t('Merge Annotations by Entry'), COMMANDS.resolveConflict, document.uri)];
  }
  if (diagnostic.kind === 'wideComma') return [separate(document, diagnostic)];
  if (diagnostic.kind !== 'annotation') return [];
  const isSidecar = document.uri.path.endsWith(SIDECAR_SUFFIX);
  const transcript = isSidecar ? transcriptOf(document.uri) : document.uri;
  const { lines, sidecar } = sidecars.known(transcript);
  const id = isSidecar
    ? sidecar.annotations[lines.annotations.findLastIndex((line) => line <= at.line)]?.id
    : annotationsAt(annotations.get(document).filter(waits), at)[0]?.annotation.id;
  if (id === undefined) return [];
  const reference = referenceToAnnotation(transcript, id);
  return [
    // what has no place in the text is reported in the sidecar, and there is nothing to accept
    ...(isSidecar ? [] : [fix(l10n.t('Accept the text as it is now'), COMMANDS.acceptProposal, reference)]),
    fix(l10n.t('Compare old and new words'), COMMANDS.compareWording, reference),
    fix(l10n.t('Move to the selected words'), COMMANDS.reanchorToSelection, reference),
    fix(l10n.t('Keep without a passage'), COMMANDS.keepAsOrphan, reference),
  ];
}
