import type { ExtensionContext } from 'vscode';
import { registerAnnotationMarks } from './features/annotationMarks/registerAnnotationMarks';
import { registerNavigation } from './features/navigation/registerNavigation';
import { registerOutline } from './features/outline/registerOutline';
import { registerQuestionsView } from './features/questionsView/registerQuestionsView';
import { registerRecognition } from './features/recognition/registerRecognition';
import { registerSlogansView } from './features/slogansView/registerSlogansView';
import { registerTagging } from './features/tagging/registerTagging';
import { createServices } from './host/services';

export function activate(context: ExtensionContext): void {
  const services = createServices(context.workspaceState);
  context.subscriptions.push(
    services,
    registerRecognition(services),
    registerNavigation(services),
    registerOutline(services),
    registerQuestionsView(services),
    registerSlogansView(services),
    registerTagging(services),
    registerAnnotationMarks(services),
  );
}
