import type { Annotation } from './annotation';
import type { SidecarOperation } from './sidecarOperation';

/** The other version of an annotation that a merge has left twice; whichever of the two names the other. */
export function otherVersion(
  annotations: readonly Annotation[],
  { id, conflictsWith }: Annotation,
): Annotation | undefined {
  return annotations.find((other) =>
    conflictsWith === undefined ? other.conflictsWith === id : other.id === conflictsWith,
  );
}

const settle = ({ id, conflictsWith }: Annotation): SidecarOperation[] =>
  conflictsWith === undefined ? [] : [{ kind: 'change', id, changes: { conflictsWith: null } }];

/** The operations that leave only the first of two versions. `other` may be gone already. */
export const keepVersion = (kept: Annotation, other: Annotation | undefined): SidecarOperation[] => [
  ...settle(kept),
  ...(other ? [{ kind: 'delete' as const, id: other.id }] : []),
];

/** The operations that make two annotations of their own of two versions. */
export const keepBoth = (one: Annotation, other: Annotation | undefined): SidecarOperation[] => [
  ...settle(one),
  ...(other ? settle(other) : []),
];

/** A version in words that can be compared line by line. */
export const describeVersion = ({ tags, note, target, creator, created }: Annotation): string =>
  [...tags, target.exact, note, [creator, created].filter(Boolean).join(' · ')].filter(Boolean).join('\n');
