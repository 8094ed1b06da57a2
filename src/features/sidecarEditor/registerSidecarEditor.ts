import {
  CodeAction,
  CodeActionKind,
  CompletionItem,
  CompletionItemKind,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  Hover,
  l10n,
  languages,
  type Position,
  Range,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { isResolved } from '../../core/annotation/isResolved';
import { annotationsAt, referenceToAnnotation } from '../../host/annotationReference';
import type { LiveAnnotation } from '../../host/annotations';
import { engine } from '../../host/engine';
import { fileExists } from '../../host/fileExists';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import { wordProblem } from '../../host/messages';
import type { Services } from '../../host/services';
import { sidecarOf, transcriptOf } from '../../host/sidecars';
import { wordState } from '../../host/wording';

const SIDECARS = { pattern: `**/*${SIDECAR_SUFFIX}` };
const SOURCE = 'Policy Transcripts';
const NO_TRANSCRIPT = 'noTranscript';
const CONFLICT = 'conflictMarkers';

/** Problems of annotations in transcript and sidecar, with what the view offers as quick fixes; tags in the YAML file. */
export function registerSidecarEditor(services: Services): Disposable {
  const { analyses, annotations, sidecars, codebooks } = services;
  const inSidecars = languages.createDiagnosticCollection('policy-transcript-annotations');
  const inTranscripts = languages.createDiagnosticCollection('policy-transcript-passages');

  const show = async (transcript: Uri) => {
    const { problems, lines, sidecar } = await sidecars.load(transcript);
    const document = analyses.openAt(transcript);
    const live = document ? annotations.get(document).filter(waits) : [];
    inTranscripts.set(
      transcript,
      live.flatMap((one) => (one.proposals[0] ? [diagnosticOf(one, one.proposals[0])] : [])),
    );
    const ofEntries = live.flatMap((one) => {
      const index = sidecar.annotations.findIndex(({ id }) => id === one.annotation.id);
      return index < 0 ? [] : [diagnosticOf(one, wholeLine(lines.annotations[index]!))];
    });
    const ofFile = problems.map((problem) => {
      const diagnostic = new Diagnostic(wholeLine(problem.line), wordProblem(problem), DiagnosticSeverity.Error);
      diagnostic.code = problem.code;
      diagnostic.source = SOURCE;
      return diagnostic;
    });
    inSidecars.set(sidecarOf(transcript), [...ofFile, ...ofEntries]);
  };
  /** A sidecar that is opened by itself: does it have a transcript? */
  const showOpened = async (document: TextDocument) => {
    if (!document.uri.path.endsWith(SIDECAR_SUFFIX)) return;
    const transcript = transcriptOf(document.uri);
    await show(transcript);
    if (await fileExists(transcript)) return;
    const words = l10n.t('The transcript of these annotations is missing. Re-link them to where it is now.');
    const diagnostic = new Diagnostic(wholeLine(0), words, DiagnosticSeverity.Warning);
    diagnostic.code = NO_TRANSCRIPT;
    diagnostic.source = SOURCE;
    inSidecars.set(document.uri, [...(inSidecars.get(document.uri) ?? []), diagnostic]);
  };

  for (const document of analyses.open()) void show(document.uri);
  for (const document of workspace.textDocuments) void showOpened(document);
  return Disposable.from(
    inSidecars,
    inTranscripts,
    sidecars.onDidChange((transcript) => void show(transcript)),
    annotations.onDidChange((document) => void show(document.uri)),
    workspace.onDidOpenTextDocument((document) => void showOpened(document)),
    workspace.onDidCloseTextDocument(({ uri }) => inTranscripts.delete(uri)),
    languages.registerCodeActionsProvider(
      [{ language: LANGUAGE }, SIDECARS],
      {
        provideCodeActions(document, range, { diagnostics }) {
          const own = diagnostics.filter(({ source }) => source === SOURCE);
          return own.flatMap((diagnostic) => fixes(services, document, range.start, diagnostic));
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    languages.registerCompletionItemProvider(
      SIDECARS,
      {
        async provideCompletionItems(document, position) {
          if (!isInTags(document, position)) return undefined;
          const { codebook } = await codebooks.load(transcriptOf(document.uri));
          return engine()
            .allTags(codebook)
            .map(({ path, description }) => {
              const item = new CompletionItem(path, CompletionItemKind.EnumMember);
              item.range = document.getWordRangeAtPosition(position, TAG) ?? new Range(position, position);
              if (description) item.documentation = description;
              return item;
            });
        },
      },
      '[',
      ' ',
      ',',
      '/',
    ),
    languages.registerHoverProvider(SIDECARS, {
      async provideHover(document, position) {
        const range = isInTags(document, position) ? document.getWordRangeAtPosition(position, TAG) : undefined;
        if (!range) return undefined;
        const { codebook } = await codebooks.load(transcriptOf(document.uri));
        const tag = engine().findTag(codebook, document.getText(range));
        return tag?.description ? new Hover(tag.description, range) : undefined;
      },
    }),
  );
}

/** Whether a person has to look at it. */
const waits = ({ annotation, state }: LiveAnnotation): boolean => !isResolved(state, annotation);

const wholeLine = (line: number): Range => new Range(line, 0, line, 1000);

function diagnosticOf({ annotation, state }: LiveAnnotation, range: Range): Diagnostic {
  const words = l10n.t('Annotated passage “{0}”: {1}', annotation.target.exact, wordState(state));
  const diagnostic = new Diagnostic(range, words, DiagnosticSeverity.Warning);
  diagnostic.code = state;
  diagnostic.source = SOURCE;
  return diagnostic;
}

function fixes(
  { annotations, sidecars }: Services,
  document: TextDocument,
  at: Position,
  diagnostic: Diagnostic,
): CodeAction[] {
  const fix = (title: string, command: string, ...args: unknown[]) => {
    const action = new CodeAction(title, CodeActionKind.QuickFix);
    action.command = { command, title, arguments: args };
    action.diagnostics = [diagnostic];
    return action;
  };
  if (diagnostic.code === NO_TRANSCRIPT) return [fix(l10n.t('Re-link…'), COMMANDS.relinkSidecar, document.uri)];
  if (diagnostic.code === CONFLICT) return [fix(l10n.t('Merge by entry'), COMMANDS.resolveConflict, document.uri)];
  const isSidecar = document.uri.path.endsWith(SIDECAR_SUFFIX);
  const transcript = isSidecar ? transcriptOf(document.uri) : document.uri;
  const { lines, sidecar } = sidecars.known(transcript);
  const id = isSidecar
    ? sidecar.annotations[lines.annotations.findLastIndex((line) => line <= at.line)]?.id
    : annotationsAt(annotations.get(document).filter(waits), at)[0]?.annotation.id;
  if (id === undefined) return [];
  const reference = referenceToAnnotation(transcript, id);
  return [
    fix(l10n.t('Take the new words'), COMMANDS.acceptProposal, reference),
    fix(l10n.t('Compare old and new words'), COMMANDS.compareWording, reference),
    fix(l10n.t('Re-anchor to the selection'), COMMANDS.reanchorToSelection, reference),
    fix(l10n.t('Keep as gone'), COMMANDS.keepAsOrphan, reference),
  ];
}

const TAG = /[^\s,[\]"':]+/u;

/** Whether a place is inside the tags of an entry: between brackets, or in a list below the key. */
function isInTags(document: TextDocument, { line, character }: Position): boolean {
  const before = document.lineAt(line).text.slice(0, character);
  if (/tags:\s*\[[^\]]*$/u.test(before)) return true;
  if (!/^\s*-\s*\S*$/u.test(before)) return false;
  for (let above = line - 1; above >= 0; above--) {
    const words = document.lineAt(above).text;
    if (/^\s*-\s*\S*\s*$/u.test(words)) continue;
    return /^\s*(?:-\s+)?tags:\s*$/u.test(words);
  }
  return false;
}
