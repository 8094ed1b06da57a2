import { commands, Disposable, l10n, type QuickPickItem, type Uri, window, workspace } from 'vscode';
import type { ClaimFacts, Correction } from '../../core/annotation/annotation';
import { NO_SPEAKER } from '../../core/corrections/noSpeaker';
import { oneLine } from '../../core/summary/oneLine';
import { sliceOf } from '../../core/text/span';
import type { AnalysedDocument } from '../../host/analyses';
import { engine } from '../../host/engine';
import { type FindingReference, placeOf, readReference } from '../../host/findingReference';
import { findingsAt } from '../../host/findings';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { formatValue, nameWords } from '../../host/wording';

/** What the analysis got wrong: rejecting and correcting findings, declaring slogans, and taking that back. */
export function registerCorrections(services: Services): Disposable {
  const { analyses, sidecars } = services;

  const on = (command: string, correct: (finding: Finding) => Promise<CorrectionValue | undefined>) =>
    commands.registerCommand(command, async (argument?: unknown) => {
      const reference = readReference(argument, () => analyses.active());
      const finding = reference && (await findFinding(services, reference));
      if (!finding) {
        window.showInformationMessage(l10n.t('Put the cursor on a figure, a slogan or a speaker first.'));
        return;
      }
      const value = await correct(finding);
      if (value) await add(finding.analysed, finding.span, value);
    });

  const add = async (analysed: AnalysedDocument, span: Finding['span'], value: CorrectionValue) => {
    const target = engine().describeTarget(analysed.source.text, span);
    const { uri } = analysed.document;
    const known = sidecars.known(uri).sidecar.corrections;
    const anchorer = new (engine().Anchorer)(analysed.source.text);
    const isHere = (old: Correction) => anchorer.anchor(old.target).span?.start === span.start;
    const replaced = known.filter((old) => isSameSubject(old, { target, ...value } as Correction, isHere));
    const correction = replaced.reduce(merged, { target, ...value } as Correction);
    const operations = [
      ...replaced.map((old) => ({ kind: 'deleteCorrection' as const, correction: old })),
      { kind: 'addCorrection' as const, correction },
    ];
    await services.history.run(l10n.t('correction'), [{ transcript: uri, operations }]);
  };

  return Disposable.from(
    // menus of one kind of finding name that kind
    ...[COMMANDS.rejectFinding, COMMANDS.rejectClaim, COMMANDS.rejectSlogan, COMMANDS.rejectSpeaker].map((command) =>
      on(command, async ({ reference }) => REJECTIONS[reference.kind]),
    ),
    ...[COMMANDS.correctFinding, COMMANDS.correctClaim, COMMANDS.correctSpeaker].map((command) =>
      on(command, askForCorrection),
    ),
    commands.registerCommand(COMMANDS.declareSlogan, async () => {
      const editor = window.activeTextEditor;
      if (editor?.document.languageId !== LANGUAGE) return;
      const analysed = analyses.get(editor.document);
      const span = analysed.source.span(editor.selection);
      const words = analysed.source.text.slice(span.start, span.end);
      if (words.trim().length < 2 || words.length > 60) {
        window.showInformationMessage(l10n.t('Select the words of the slogan, from 2 to 60 characters.'));
        return;
      }
      await add(analysed, span, { slogan: 'accept' });
    }),
    commands.registerCommand(COMMANDS.showCorrections, () => showCorrections(services)),
  );
}

type WithoutTarget<T> = T extends unknown ? Omit<T, 'target'> : never;
type CorrectionValue = WithoutTarget<Correction>;

const REJECTIONS: Readonly<Record<FindingReference['kind'], CorrectionValue>> = {
  claim: { claim: 'reject' },
  slogan: { slogan: 'reject' },
  speaker: { speaker: NO_SPEAKER },
};

interface Finding {
  readonly reference: FindingReference;
  readonly analysed: AnalysedDocument;
  readonly span: { readonly start: number; readonly end: number };
}

/** The finding that stands at a reference now; a tree may be older than the text. */
async function findFinding(
  { analyses, sidecars }: Services,
  reference: FindingReference,
): Promise<Finding | undefined> {
  const { uri, range } = placeOf(reference);
  const document = await workspace.openTextDocument(uri);
  await sidecars.load(uri);
  const analysed = analyses.get(document);
  const { claim, slogan, labelled } = findingsAt(analysed, analysed.source.offset(range.start));
  const span = { claim, slogan, speaker: labelled?.labelSpan }[reference.kind];
  return span && { reference, analysed, span };
}

/** Whether two corrections say something of the same thing, so that the later replaces the earlier. */
function isSameSubject(a: Correction, b: Correction, isHere: (old: Correction) => boolean): boolean {
  if ('slogan' in a && 'slogan' in b) return a.target.exact === b.target.exact;
  if ('speaker' in a && 'speaker' in b) return a.target.exact === b.target.exact;
  // the same words may stand for several figures: a claim is the one that stands there now
  return 'claim' in a && 'claim' in b && a.target.exact === b.target.exact && isHere(a);
}

/** A correction of a figure keeps what an earlier one says of its other facts. */
function merged(correction: Correction, old: Correction): Correction {
  if (!('claim' in correction) || !('claim' in old)) return correction;
  if (correction.claim === 'reject' || old.claim === 'reject') return correction;
  return { ...correction, claim: { ...old.claim, ...correction.claim } };
}

async function askForCorrection({ reference, analysed, span }: Finding): Promise<CorrectionValue | undefined> {
  switch (reference.kind) {
    case 'claim':
      return askForFigure(analysed, span);
    case 'speaker':
      return askForSpeaker(analysed, span);
    case 'slogan':
      window.showInformationMessage(l10n.t('A slogan can be rejected, or other words can be declared a slogan.'));
      return undefined;
  }
}

async function askForFigure(analysed: AnalysedDocument, span: Finding['span']): Promise<CorrectionValue | undefined> {
  const claim = analysed.claims.find(({ start }) => start === span.start)!;
  const { text } = analysed.source;
  const indicator = claim.measures ?? (claim.indicator ? oneLine(sliceOf(text, claim.indicator)) : '');
  const title = l10n.t('Correct Figure: {0}', sliceOf(text, span));
  type Item = QuickPickItem & { readonly fact: keyof ClaimFacts; readonly value: string };
  const items: Item[] = [
    { fact: 'indicator', value: indicator, label: l10n.t('What is measured'), description: indicator },
    { fact: 'value', value: String(claim.value), label: l10n.t('Value'), description: formatValue(claim) },
    { fact: 'unit', value: claim.unit, label: l10n.t('Unit'), description: claim.unit },
  ];
  const chosen = await window.showQuickPick(items, { title, placeHolder: l10n.t('What is wrong?') });
  if (!chosen) return undefined;
  const typed = await window.showInputBox({
    title: `${title} · ${chosen.label}`,
    value: chosen.value,
    ...(chosen.fact === 'value' ? { prompt: l10n.t('The value in full, without 万 or 亿') } : {}),
    validateInput: (words) =>
      chosen.fact === 'value' && readNumber(words) === undefined
        ? l10n.t('Type a number, such as 1193000000 or 65.7.')
        : '',
  });
  const words = typed?.trim();
  if (words === undefined || words === chosen.value) return undefined;
  return { claim: chosen.fact === 'value' ? { value: readNumber(words)! } : { [chosen.fact]: words } };
}

function readNumber(typed: string): number | undefined {
  const plain = typed.replace(/[,，\s]/gu, '');
  return /^-?\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : undefined;
}

async function askForSpeaker(analysed: AnalysedDocument, span: Finding['span']): Promise<CorrectionValue | undefined> {
  const turn = analysed.turns.find(({ labelSpan }) => labelSpan.start === span.start)!;
  const speaker = await window.showInputBox({
    title: l10n.t('Correct Speaker: {0}', turn.label),
    prompt: l10n.t('Who speaks under this label, throughout the transcript'),
    value: turn.speaker,
    validateInput: (typed) => (typed.trim() === '' ? l10n.t('Type a name.') : ''),
  });
  return speaker === undefined || speaker.trim() === turn.speaker ? undefined : { speaker: speaker.trim() };
}

async function showCorrections(services: Services): Promise<void> {
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
  return history.run(l10n.t('take correction back'), [{ transcript, operations }]);
};

function wordCorrection(correction: Correction): string {
  if ('slogan' in correction) {
    return correction.slogan === 'accept' ? l10n.t('declared a slogan') : l10n.t('not a slogan');
  }
  if ('speaker' in correction) {
    return correction.speaker === NO_SPEAKER ? l10n.t('not a speaker') : l10n.t('speaker: {0}', correction.speaker);
  }
  if (correction.claim === 'reject') return l10n.t('not a figure');
  const { value, unit, indicator } = correction.claim;
  return [
    indicator === undefined ? '' : l10n.t('measures: {0}', indicator),
    value === undefined ? '' : l10n.t('value: {0}', value),
    unit === undefined ? '' : l10n.t('unit: {0}', unit),
  ]
    .filter(Boolean)
    .join(' · ');
}
