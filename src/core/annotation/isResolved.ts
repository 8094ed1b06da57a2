import { type AnchorState, isAccepted } from './anchoring/anchored';
import type { Annotation } from './annotation';

/** Whether nobody has to look for the passage: it has its place, or a person has decided that it has none. */
export const isResolved = (state: AnchorState, { resolution }: Pick<Annotation, 'resolution'>): boolean =>
  isAccepted(state) || resolution !== undefined;
