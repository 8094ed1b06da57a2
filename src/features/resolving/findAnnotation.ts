import { l10n, type TextDocument, window } from 'vscode';
import { type AnnotationReference, transcriptAt } from '../../host/annotationReference';
import type { LiveAnnotation } from '../../host/annotations';
import { openTranscript } from '../../host/openTranscript';
import type { Services } from '../../host/services';

/** An annotation in its transcript, which is open, and the version of the text in which it was found. */
export interface FoundAnnotation {
  readonly services: Services;
  readonly document: TextDocument;
  readonly version: number;
  readonly live: LiveAnnotation;
}

/** Opens the transcript of an annotation and anchors it there; where it is gone the person is told. */
export async function findAnnotation(
  services: Services,
  reference: AnnotationReference,
): Promise<FoundAnnotation | undefined> {
  const document = await openTranscript(transcriptAt(reference));
  const { version } = document;
  const all = await services.annotations.ready(document);
  const live = all.find(({ annotation }) => annotation.id === reference.id);
  if (live) return { services, document, version, live };
  window.showInformationMessage(l10n.t('This annotation was deleted meanwhile.'));
  return undefined;
}
