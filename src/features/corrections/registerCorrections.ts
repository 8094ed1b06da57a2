import { commands, Disposable, l10n, window, workspace } from 'vscode';
import type { Correction } from '../../core/annotation/annotation';
import { NO_SPEAKER } from '../../core/corrections/noSpeaker';
import type { AnalysedDocument } from '../../host/analyses';
import { engine } from '../../host/engine';
import { type FindingReference, placeOf, readReference } from '../../host/findingReference';
import { findingsAt } from '../../host/findings';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { quoteWords } from '../../host/wording';
import { askForFigure } from './askForFigure';
import { askForSlogan } from './askForSlogan';
import { askForSpeaker } from './askForSpeaker';
import type { CorrectionValue, Finding } from './finding';
import { showCorrections } from './showCorrections';

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
    // what another program has done to the file a moment ago counts too
    const known = (await sidecars.loadFresh(uri)).sidecar.corrections;
    const anchorer = new (engine().Anchorer)(analysed.source.text);
    const isHere = (old: Correction) => anchorer.anchor(old.target).span?.start === span.start;
    const replaced = known.filter((old) => isSameSubject(old, { target, ...value } as Correction, isHere));
    const correction = replaced.reduce(merged, { target, ...value } as Correction);
    const operations = [
      ...replaced.map((old) => ({ kind: 'deleteCorrection' as const, correction: old })),
      { kind: 'addCorrection' as const, correction },
    ];
    const label = l10n.t('correction of “{0}”', quoteWords(target.exact));
    await services.history.run(label, [{ transcript: uri, operations }]);
  };

  return Disposable.from(
    // menus of one kind of finding name that kind
    ...[COMMANDS.rejectFinding, COMMANDS.rejectClaim, COMMANDS.rejectSlogan, COMMANDS.rejectSpeaker].map((command) =>
      on(command, async ({ reference }) => REJECTIONS[reference.kind]),
    ),
    ...[COMMANDS.correctFinding, COMMANDS.correctClaim, COMMANDS.correctSlogan, COMMANDS.correctSpeaker].map(
      (command) => on(command, (finding) => askForCorrection(services, finding)),
    ),
    on(COMMANDS.notCompared, async ({ reference }) =>
      reference.kind === 'claim' ? { claim: { compared: 'no' } } : undefined,
    ),
    commands.registerCommand(COMMANDS.declareSlogan, async () => {
      const editor = window.activeTextEditor;
      if (editor?.document.languageId !== LANGUAGE) return;
      const analysed = analyses.get(editor.document);
      const selected = analysed.source.span(editor.selection);
      const [span = selected] = await services.words.selected(analysed, [selected]);
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

const REJECTIONS: Readonly<Record<FindingReference['kind'], CorrectionValue>> = {
  claim: { claim: 'reject' },
  slogan: { slogan: 'reject' },
  speaker: { speaker: NO_SPEAKER },
};

/** The finding that stands at a reference now; a tree may be older than the text. */
async function findFinding(
  { analyses, sidecars }: Services,
  reference: FindingReference,
): Promise<Finding | undefined> {
  const { uri, range } = placeOf(reference);
  const document = await workspace.openTextDocument(uri);
  await sidecars.loadFresh(uri);
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

/** A correction keeps what an earlier one says of other facts of the same thing. */
function merged(correction: Correction, old: Correction): Correction {
  const [now, before] = [factsOf(correction), factsOf(old)];
  if (typeof now !== 'object' || typeof before !== 'object') return correction;
  const [kind] = Object.keys(correction).filter((key) => key !== 'target');
  return { target: correction.target, [kind!]: { ...before, ...now } } as unknown as Correction;
}

const factsOf = (correction: Correction) =>
  'claim' in correction ? correction.claim : 'slogan' in correction ? correction.slogan : correction.speaker;

function askForCorrection(services: Services, finding: Finding): Promise<CorrectionValue | undefined> {
  switch (finding.reference.kind) {
    case 'claim':
      return askForFigure(services, finding);
    case 'speaker':
      return askForSpeaker(finding);
    case 'slogan':
      return askForSlogan(services, finding);
  }
}
