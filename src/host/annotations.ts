import type { TextDocument } from 'vscode';
import type { Anchored } from '../core/annotation/anchor';
import type { Annotation } from '../core/annotation/annotation';
import type { Analyses } from './analyses';
import { engine } from './engine';
import type { Sidecars } from './sidecars';

export interface LiveAnnotation extends Annotation {
  readonly anchored: Anchored;
}

/** The annotations of open transcripts, anchored in the text as it is. */
export class LiveAnnotations {
  constructor(
    private readonly sidecars: Sidecars,
    private readonly analyses: Analyses,
  ) {}

  get(document: TextDocument): LiveAnnotation[] {
    const { text } = this.analyses.get(document).source;
    const { anchor } = engine();
    const { annotations } = this.sidecars.known(document.uri).sidecar;
    return annotations.map((annotation) => ({ ...annotation, anchored: anchor(text, annotation.target) }));
  }
}
