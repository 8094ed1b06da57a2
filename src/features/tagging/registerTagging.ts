import { commands, type Disposable, l10n, type TextEditor, window } from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import { changeSidecar } from '../../host/changeSidecar';
import { engine } from '../../host/engine';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { settings } from '../../host/settings';

/** What a key binding or script can pass so that nothing is asked. */
interface TagArguments {
  readonly tags?: readonly string[];
  readonly note?: string;
}

export function registerTagging(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.tagSelection, async (argument?: unknown) => {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== LANGUAGE) {
      window.showInformationMessage(l10n.t('Open a transcript and select a passage to tag it.'));
      return;
    }
    await tagSelection(services, editor, readArguments(argument));
  });
}

async function tagSelection(services: Services, editor: TextEditor, { tags, note }: TagArguments): Promise<void> {
  const { document } = editor;
  const { source } = services.analyses.get(document);
  const span = source.span(editor.selection);
  if (source.text.slice(span.start, span.end).trim() === '') {
    window.showInformationMessage(l10n.t('Select the words that you want to tag.'));
    return;
  }
  const chosen = tags ?? (await askForTags());
  if (!chosen || chosen.length === 0) return;

  const creator = settings.creator();
  const annotation: Annotation = {
    id: engine().newAnnotationId(),
    tags: chosen,
    target: engine().describeTarget(source.text, span),
    ...(note ? { note } : {}),
    ...(creator ? { creator } : {}),
    created: new Date().toISOString().replace(/\.\d+Z$/u, 'Z'),
  };
  await changeSidecar(services, document.uri, [{ kind: 'add', annotation }]);
}

async function askForTags(): Promise<string[] | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Tag Selection'),
    prompt: l10n.t('One tag, or several with commas. A tag may have a parent: energy/supply'),
    validateInput: (value) => (splitTags(value).length > 0 ? undefined : l10n.t('Type a tag.')),
  });
  return typed === undefined ? undefined : splitTags(typed);
}

const splitTags = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[,，、;；]/u)
      .map((tag) => tag.trim().replace(/\s*\/\s*/gu, '/'))
      .filter((tag) => tag !== ''),
  ),
];

function readArguments(argument: unknown): TagArguments {
  if (typeof argument !== 'object' || argument === null) return {};
  const { tags, note } = argument as Record<string, unknown>;
  return {
    ...(Array.isArray(tags) ? { tags: tags.flatMap((tag) => splitTags(String(tag))) } : {}),
    ...(typeof note === 'string' ? { note } : {}),
  };
}
