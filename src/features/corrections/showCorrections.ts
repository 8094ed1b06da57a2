import { l10n, type QuickPickItem, type Uri, window } from 'vscode';
import type { Correction } from '../../core/annotation/annotation';
import { NO_SPEAKER } from '../../core/corrections/noSpeaker';
import type { Services } from '../../host/services';
import { nameWords, quoteWords, wordDirection, wordKind, wordModality, wordPeriod } from '../../host/wording';

/** Lists the corrections of the transcript, to take some of them back. */
export async function showCorrections(services: Services): Promise<void> {
  const document = services.analyses.active()?.document;
  const corrections = document ? services.sidecars.known(document.uri).sidecar.corrections : [];
  if (!document || corrections.length === 0) {
    window.showInformationMessage(l10n.t('There are no corrections in this transcript.'));
    return;
  }
  const items = corrections.map((correction): QuickPickItem & { correction: Correction } => ({
    correction,
    label: nameWords(correction.target.exact),
    description: wordCorrection(correction),
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Corrections'),
    placeHolder: l10n.t('Choose those to take back'),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (chosen && chosen.length > 0)
    await takeBack(
      services,
      document.uri,
      chosen.map(({ correction }) => correction),
    );
}

const takeBack = ({ history }: Services, transcript: Uri, corrections: readonly Correction[]) => {
  const operations = corrections.map((correction) => ({ kind: 'deleteCorrection' as const, correction }));
  const words = quoteWords(corrections[0]!.target.exact);
  const label =
    corrections.length === 1
      ? l10n.t('take back the correction of “{0}”', words)
      : l10n.t('take back {0} corrections', corrections.length);
  return history.run(label, [{ transcript, operations }]);
};

function wordCorrection(correction: Correction): string {
  if ('slogan' in correction) return wordSlogan(correction.slogan);
  if ('speaker' in correction) return wordSpeaker(correction.speaker);
  if (correction.claim === 'reject') return l10n.t('not a figure');
  const { value, unit, kind, indicator, period, direction, modality, compared } = correction.claim;
  return [
    indicator === undefined ? '' : l10n.t('measures: {0}', indicator),
    value === undefined ? '' : l10n.t('value: {0}', value),
    unit === undefined ? '' : l10n.t('unit: {0}', unit),
    kind ? wordKind(kind) : '',
    period ? wordPeriod({ words: '', ...period }) : '',
    direction ? wordDirection(direction) || l10n.t('no direction') : '',
    modality ? wordModality(modality) || l10n.t('fact') : '',
    compared ? l10n.t('comparable with no other') : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

type Verdict<Kind extends string> = Extract<Correction, Record<Kind, unknown>>;

function wordSlogan(slogan: Verdict<'slogan'>['slogan']): string {
  if (slogan === 'accept') return l10n.t('declared a slogan');
  if (slogan === 'reject') return l10n.t('not a slogan');
  const { name, items } = slogan;
  return [
    name ? l10n.t('called: {0}', name) : '',
    items ? l10n.t('stands for: {0}', items.map(({ exact }) => nameWords(exact)).join('、')) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function wordSpeaker(speaker: Verdict<'speaker'>['speaker']): string {
  if (speaker === NO_SPEAKER) return l10n.t('not a speaker');
  const { name, role = '', outlet = '' } = typeof speaker === 'string' ? { name: speaker } : speaker;
  return l10n.t('speaker: {0}', [name, role, outlet].filter(Boolean).join(' · '));
}
