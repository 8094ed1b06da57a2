import { commands, type Disposable, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { ExploreAnswer, ExploreRequest } from '../../core/explore/explore';
import { engine } from '../../host/engine';
import { placeOf, readReference } from '../../host/findingReference';
import { findingsAt } from '../../host/findings';
import { COMMANDS } from '../../host/ids';
import type { NamesKind } from '../../host/nameLists';
import type { Services } from '../../host/services';
import { signalOf } from '../../host/signalOf';
import { indicatorNaming, type Naming, nameTheSame } from './sameNames';

/** What a panel passes that has asked the workspace already. */
interface Answered {
  readonly kind: NamesKind;
  readonly name: string;
  /** Another name that was pointed at. */
  readonly other?: string;
  readonly answer: ExploreAnswer;
}

/** The command by which people say which names of indicators and of slogans mean the same. */
export const registerNaming = (services: Services): Disposable =>
  commands.registerCommand(COMMANDS.sameNames, async (argument?: unknown) => {
    const naming = isAnswered(argument) ? namingOf(argument) : await askFor(services, argument);
    const chosen = isAnswered(argument) ? argument.other : undefined;
    if (naming) await nameTheSame(services, { ...naming, ...(chosen === undefined ? {} : { chosen }) });
  });

const isAnswered = (argument: unknown): argument is Answered =>
  typeof argument === 'object' && argument !== null && 'answer' in argument;

function namingOf({ name, answer }: Answered): Naming | undefined {
  if (answer.mode === 'figures') return indicatorNaming(name, answer.figures);
  if (answer.mode !== 'slogans') return undefined;
  const others = answer.histories.map((history) => ({ name: history.name, count: history.mentions }));
  const near = engine().nearSlogans(name, answer.histories);
  return { kind: 'slogans', name, others: others.sort((a, b) => b.count - a.count), near };
}

/** The figure or slogan that a node or link stands for, or at the caret, among all those of the workspace. */
async function askFor(services: Services, argument: unknown): Promise<Naming | undefined> {
  const { analyses, names } = services;
  const reference = readReference(argument, () => analyses.active());
  const place = reference && placeOf(reference);
  const document = place && (await workspace.openTextDocument(place.uri));
  const analysed = document && analyses.get(document);
  const found = place && analysed ? findingsAt(analysed, analysed.source.offset(place.range.start)) : undefined;
  if (found?.claim && document) {
    const indicators = await names.indicators();
    const answer = await ask(services, { mode: 'figures', query: {}, indicators });
    const { start } = found.claim;
    const figures = answer?.mode === 'figures' ? answer.figures : [];
    const own = figures.find((figure) => figure.path === document.uri.toString() && figure.start === start);
    if (own && own.indicator !== '') return indicatorNaming(own.indicator, figures);
    if (!answer) return undefined;
  }
  if (found?.slogan) {
    const slogans = await names.slogans();
    const { name: written } = found.slogan;
    const answer = await ask(services, { mode: 'slogans', query: {}, slogans });
    const entry = slogans.find(({ name, variants }) => [name, ...variants].includes(written));
    return answer && namingOf({ kind: 'slogans', name: entry?.name ?? written, answer });
  }
  window.showInformationMessage(l10n.t('Put the caret into a slogan, or a figure whose indicator is known.'));
  return undefined;
}

/** Undefined where the person stops it, or it fails, which is said. */
async function ask({ index, log }: Services, request: ExploreRequest): Promise<ExploreAnswer | undefined> {
  const options = {
    ...{ location: ProgressLocation.Notification, cancellable: true },
    title: l10n.t('Looking for names in all transcripts…'),
  };
  return window.withProgress(options, async (_, token) => {
    const signal = signalOf(token);
    try {
      return await index.ask(request, () => {}, signal);
    } catch (error) {
      if (!signal.aborted) {
        log.error('the workspace could not be asked', error as Error);
        window.showErrorMessage(l10n.t('The transcripts could not be asked. Details are in the log.'));
      }
      return undefined;
    }
  });
}
