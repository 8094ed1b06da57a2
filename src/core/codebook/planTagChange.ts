import type { Annotation } from '../annotation/annotation';
import type { SidecarOperation } from '../annotation/sidecarOperation';
import { type Codebook, isWithin, joinPath, nameOf, parentOf } from './codebook';
import type { TagChange } from './codebookOperation';
import { resolveTag } from './oldNames';

/** What a change of the codebook does to one sidecar. */
export interface SidecarPlan {
  readonly key: string;
  readonly operations: readonly Extract<SidecarOperation, { kind: 'change' }>[];
}

/**
 * How annotations are to be rewritten together with the codebook, for those sidecars that are touched: tags below a
 * renamed, moved or merged one go with it, and an annotation that gets a tag twice keeps it once. Each operation is
 * refused when the tags are no longer what they were. `codebook`, as it is before the change, lets tags be understood
 * that are written with old names.
 */
export function planTagChange(
  change: TagChange,
  sidecars: readonly { readonly key: string; readonly annotations: readonly Annotation[] }[],
  codebook?: Codebook,
): SidecarPlan[] {
  const rewrite = rewriteOf(change);
  if (!rewrite) return [];
  const plans: SidecarPlan[] = [];
  for (const { key, annotations } of sidecars) {
    const operations = annotations.flatMap(({ id, tags }) => {
      const rewritten = tags.flatMap((written) => {
        const tag = (codebook && resolveTag(codebook, written)) ?? written;
        return isWithin(tag, change.path) ? rewrite(tag) : [written];
      });
      const changed = rewritten.some((tag, index) => tag !== tags[index]) || rewritten.length < tags.length;
      if (!changed) return [];
      const changes = { tags: [...new Set(rewritten)] };
      return [{ kind: 'change' as const, id, changes, ifStill: { tags } }];
    });
    if (operations.length > 0) plans.push({ key, operations });
  }
  return plans;
}

/** What becomes of a tag within the one that is changed; undefined where annotations stay as they are. */
function rewriteOf(change: TagChange): ((tag: string) => string[]) | undefined {
  const { path } = change;
  const to = (now: string) => (now === path ? undefined : (tag: string) => [now + tag.slice(path.length)]);
  switch (change.kind) {
    case 'renameTag':
      return to(joinPath(parentOf(path), change.name));
    case 'moveTag':
      return to(joinPath(change.to, nameOf(path)));
    case 'mergeTag':
      return to(change.into);
    case 'deleteTag':
      return () => [];
    default:
      return undefined;
  }
}
