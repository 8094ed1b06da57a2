import { l10n, window } from 'vscode';
import type { SpeakerFacts } from '../../core/annotation/annotation';
import type { CorrectionValue, Finding } from './finding';

/** Asks who speaks under a label: the name, the office, and of a journalist the outlet. */
export async function askForSpeaker({ analysed, span }: Finding): Promise<CorrectionValue | undefined> {
  const turn = analysed.turns.find(({ labelSpan }) => labelSpan.start === span.start)!;
  const { speaker, role, kind } = turn;
  const title = l10n.t('Correct Speaker: {0}', turn.label);
  const journalist = kind === 'question';
  const choice = (fact: keyof SpeakerFacts, label: string, value: string) => ({
    ...{ fact, label, value },
    description: value || l10n.t('none'),
  });
  const choices = [
    choice('name', journalist ? l10n.t('Who asks') : l10n.t('Name'), speaker),
    choice('role', l10n.t('Office'), role),
    ...(journalist ? [choice('outlet', l10n.t('Outlet'), speaker)] : []),
  ];
  const chosen = await window.showQuickPick(choices, { title, placeHolder: l10n.t('What is wrong?') });
  if (!chosen) return undefined;
  const typed = await window.showInputBox({
    title: `${title} · ${chosen.label}`,
    prompt: l10n.t('Holds for all that this person says in the transcript'),
    value: chosen.value,
    validateInput: (words) => (words.trim() === '' && chosen.fact !== 'role' ? l10n.t('Type a name.') : ''),
  });
  const words = typed?.trim();
  if (words === undefined || words === chosen.value) return undefined;
  const known: SpeakerFacts = { name: speaker || turn.label };
  return { speaker: { ...known, [chosen.fact]: words } };
}
