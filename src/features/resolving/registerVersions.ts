import { commands, Disposable, l10n, type QuickPickItem, window } from 'vscode';
import type { Annotation } from '../../core/annotation/annotation';
import type { SidecarOperation } from '../../core/annotation/sidecarOperation';
import { readAnnotationReferences, transcriptAt } from '../../host/annotationReference';
import { engine } from '../../host/engine';
import { COMMANDS } from '../../host/ids';
import type { Services } from '../../host/services';
import { nameWords } from '../../host/wording';
import { compareSides } from './comparing';

async function pickVersion(versions: readonly Annotation[]): Promise<Annotation | undefined> {
  const items = versions.map((version): QuickPickItem & { version: Annotation } => ({
    version,
    label: nameWords(version.note || version.tags.join(', ') || version.target.exact),
    description: [version.tags.join(', '), version.creator].filter(Boolean).join(' · '),
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Which Version Is Meant?') }))?.version;
}

/** What a person decides about an annotation of which a merge has kept both versions. */
export function registerVersions(services: Services): Disposable {
  const { annotations, sidecars, history } = services;
  const find = async (argument: unknown, selected: unknown) => {
    const [reference] = await readAnnotationReferences(argument, selected, annotations);
    const transcript = reference && transcriptAt(reference);
    const all = transcript ? (await sidecars.loadFresh(transcript)).sidecar.annotations : [];
    const found = all.find(({ id }) => id === reference?.id);
    const counterpart = found && engine().otherVersion(all, found);
    // at a caret both stand: the person says which
    const one = argument === undefined && found && counterpart ? await pickVersion([found, counterpart]) : found;
    if (found && !one) return undefined;
    const other = one && engine().otherVersion(all, one);
    if (transcript && one && (other || one.conflictsWith !== undefined)) return { transcript, one, other };
    window.showInformationMessage(l10n.t('Choose an annotation of which a merge has kept two versions.'));
    return undefined;
  };
  const on = (
    command: string,
    label: () => string,
    decide: (one: Annotation, other: Annotation | undefined) => SidecarOperation[],
  ) =>
    commands.registerCommand(command, async (argument?: unknown, selected?: unknown) => {
      const found = await find(argument, selected);
      if (!found) return;
      const operations = decide(found.one, found.other);
      await history.run(label(), [{ transcript: found.transcript, operations }]);
    });
  return Disposable.from(
    on(
      COMMANDS.keepThisVersion,
      () => l10n.t('keep this version'),
      (one, other) => engine().keepVersion(one, other),
    ),
    on(
      COMMANDS.keepOtherVersion,
      () => l10n.t('keep the other version'),
      (one, other) => (other ? engine().keepVersion(other, one) : engine().keepBoth(one, other)),
    ),
    on(
      COMMANDS.keepBothVersions,
      () => l10n.t('keep both versions'),
      (one, other) => engine().keepBoth(one, other),
    ),
    commands.registerCommand(COMMANDS.compareVersions, async (argument?: unknown, selected?: unknown) => {
      const found = await find(argument, selected);
      if (!found) return;
      const { describeVersion } = engine();
      await compareSides(
        { name: l10n.t('this version'), words: describeVersion(found.one) },
        { name: l10n.t('the other version'), words: found.other ? describeVersion(found.other) : '' },
        l10n.t('{0}: this version ↔ the other', nameWords(found.one.target.exact)),
      );
    }),
  );
}
