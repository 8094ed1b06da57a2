import { l10n, type Uri, window } from 'vscode';
import type { Codebook } from '../../core/codebook/codebook';
import { showTag } from '../../host/annotationReference';
import { engine } from '../../host/engine';
import type { Step } from '../../host/history';
import { newTags } from '../../host/newTags';
import type { Services } from '../../host/services';

/** What a key binding or script can pass so that nothing is asked. */
export interface NewTag {
  /** `parent/child`; what is missing above it is created too. */
  readonly path: string;
  readonly description?: string;
}

/** Puts a tag into the codebook of a transcript that no passage has yet. `parent` is what its path begins with. */
export async function createTag(
  services: Services,
  transcript: Uri,
  given: NewTag | undefined,
  parent: string,
): Promise<void> {
  const { codebook } = await services.codebooks.load(transcript);
  const tag = given ?? (await askForTag(codebook, parent));
  if (!tag || fault(codebook, tag.path) !== '') return;
  const { path, description } = tag;
  const steps = newTags(services.codebooks, transcript, codebook, [path]).map((step): Step => {
    if (!('codebook' in step) || !description) return step;
    const own = step.operations.map((operation) =>
      operation.kind === 'addTag' && operation.path === path ? { ...operation, description } : operation,
    );
    return { ...step, operations: own };
  });
  if (await services.history.run(l10n.t('add tag {0} to the codebook', path), steps)) showTag(path);
}

async function askForTag(codebook: Codebook, parent: string): Promise<NewTag | undefined> {
  const title = l10n.t('New Tag');
  const path = (
    await window.showInputBox({
      ...{ title, value: parent, valueSelection: [parent.length, parent.length] as [number, number] },
      prompt: l10n.t('Its name, below another tag as parent/child'),
      validateInput: (typed) => (typed.trim() === parent ? '' : fault(codebook, typed.trim())),
    })
  )?.trim();
  if (!path || path === parent) return undefined;
  const description = await window.showInputBox({
    title: l10n.t('New Tag: {0}', path),
    prompt: l10n.t('When it applies, and when it does not. May be left empty.'),
  });
  return description === undefined ? undefined : { path, description: description.trim() };
}

/** Why a path cannot be that of a new tag, empty where it can. */
function fault(codebook: Codebook, path: string): string {
  if (!path.split('/').every((name) => engine().isTagName(name)))
    return l10n.t('Between slashes there must be a name, without blanks at its ends.');
  if (engine().findTag(codebook, path)) return l10n.t('There is a tag {0} already.', path);
  const today = engine().resolveTag(codebook, path);
  return today === undefined ? '' : l10n.t('The tag {0} had this name. Choose another.', today);
}
