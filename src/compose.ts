import type { ExtensionContext } from 'vscode';
import { registerAnnotationMarks } from './features/annotationMarks/registerAnnotationMarks';
import { registerAnnotationsView } from './features/annotationsView/registerAnnotationsView';
import { registerClaimsView } from './features/claimsView/registerClaimsView';
import { registerCodebookProblems } from './features/codebookProblems/registerCodebookProblems';
import { registerCorrections } from './features/corrections/registerCorrections';
import { registerDocumentFacts } from './features/documentFacts/registerDocumentFacts';
import { registerExplore } from './features/explore/registerExplore';
import { registerExporting } from './features/exporting/registerExporting';
import { registerFileEvents } from './features/fileEvents/registerFileEvents';
import { registerFolding } from './features/folding/registerFolding';
import { registerGitMerge } from './features/gitMerge/registerGitMerge';
import { registerHighlighting } from './features/highlighting/registerHighlighting';
import { registerHover } from './features/hover/registerHover';
import { registerImporting } from './features/importing/registerImporting';
import { registerLegend } from './features/legend/registerLegend';
import { registerMissingTranscripts } from './features/missingTranscripts/registerMissingTranscripts';
import { registerNaming } from './features/naming/registerNaming';
import { registerNavigation } from './features/navigation/registerNavigation';
import { registerNotes } from './features/notes/registerNotes';
import { registerOutline } from './features/outline/registerOutline';
import { registerOverTime } from './features/overTime/registerOverTime';
import { registerProblems } from './features/problems/registerProblems';
import { registerQuestionsView } from './features/questionsView/registerQuestionsView';
import { registerRecognition } from './features/recognition/registerRecognition';
import { registerReferences } from './features/references/registerReferences';
import { registerResolving } from './features/resolving/registerResolving';
import { registerSample } from './features/sample/registerSample';
import { registerScope } from './features/scope/registerScope';
import { registerSegmenterStatus } from './features/segmenterStatus/registerSegmenterStatus';
import { registerSelectionRanges } from './features/selection/registerSelectionRanges';
import { registerSidecarCopies } from './features/sidecarCopies/registerSidecarCopies';
import { registerSidecarEditor } from './features/sidecarEditor/registerSidecarEditor';
import { registerSlogansView } from './features/slogansView/registerSlogansView';
import { registerSuggesting } from './features/suggesting/registerSuggesting';
import { registerTagCommands } from './features/tagCommands/registerTagCommands';
import { registerTagging } from './features/tagging/registerTagging';
import { registerWorkspaceFiles } from './features/workspaceFiles/registerWorkspaceFiles';
import { registerWorkspaceSymbols } from './features/workspaceSymbols/registerWorkspaceSymbols';
import type { Platform } from './host/platform';
import { createServices } from './host/services';

/** Puts services and features together, for the host that runs them. */
export function compose(context: ExtensionContext, platform: Platform): void {
  const services = createServices(context, platform);
  const features = [
    ...[registerRecognition, registerHighlighting, registerOutline, registerFolding, registerSelectionRanges],
    // of hovers that registered last stands first: annotations, what is under the pointer, other transcripts
    ...[
      registerOverTime,
      registerHover,
      registerReferences,
      registerNavigation,
      registerProblems,
      registerWorkspaceSymbols,
    ],
    ...[registerScope, registerQuestionsView, registerSlogansView, registerClaimsView],
    ...[registerCorrections, registerDocumentFacts, registerTagging, registerTagCommands, registerNotes],
    ...[registerAnnotationMarks, registerAnnotationsView, registerResolving, registerSidecarEditor],
    ...[registerFileEvents, registerGitMerge, registerExporting, registerSegmenterStatus, registerSuggesting],
    ...[registerCodebookProblems, registerMissingTranscripts, registerSidecarCopies, registerImporting],
    ...[registerWorkspaceFiles, registerNaming, registerExplore, registerLegend, registerSample],
  ];
  context.subscriptions.push(services, ...features.map((register) => register(services)));
}
