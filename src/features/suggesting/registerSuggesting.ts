import { commands, type Disposable, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { SuggestedSlogan } from '../../core/summary/suggestSlogans';
import { decode } from '../../core/text/decode';
import { LineMap } from '../../core/text/lineMap';
import { normaliseText } from '../../core/text/normalise';
import { engine } from '../../host/engine';
import type { Step } from '../../host/history';
import { COMMANDS } from '../../host/ids';
import { newTags } from '../../host/newTags';
import type { Services } from '../../host/services';
import type { ShownTranscript } from '../../host/transcripts';
import { pickSuggestions, type Suggestions } from './pickSuggestions';

/** More than anybody reads through; the most widespread come first. */
const MOST_OFFERED = 50;

/** What recurs in the workspace and that no lexicon or codebook knows: new slogans and tags, if the person says so. */
export function registerSuggesting(services: Services): Disposable {
  return commands.registerCommand(COMMANDS.suggest, async () => {
    const found = await search(services);
    if (!found) return;
    const { slogans, topics, transcripts } = found;
    if (slogans.length + topics.length === 0) {
      window.showInformationMessage(
        l10n.t('Nothing to suggest: no unknown name recurs in the transcripts of this workspace.'),
      );
      return;
    }
    const chosen = await pickSuggestions(found);
    if (!chosen) return;
    const steps = [
      ...(await sloganSteps(services, transcripts, chosen.slogans)),
      ...(await tagSteps(services, transcripts, chosen.tags)),
    ];
    if (steps.length > 0) await services.history.run(l10n.t('accept suggestions'), steps);
  });
}

/** Undefined where the person stopped it. */
const search = (services: Services): Thenable<Suggestions | undefined> =>
  window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Looking for names that recur'), cancellable: true },
    async (_, token) => {
      const { index, words, codebooks } = services;
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const stopped = new Promise<void>((resolve) => {
        stop.signal.addEventListener('abort', () => resolve());
      });
      await Promise.race([index.ready(), stopped]);
      if (stop.signal.aborted) return undefined;
      const transcripts = await services.transcripts
        .parts({ lists: ['turns', 'questions', 'slogans', 'suspects'] }, stop.signal)
        .catch((error: unknown) => {
          if (stop.signal.aborted) return undefined;
          throw error;
        });
      if (!transcripts) return undefined;
      if (transcripts.length === 0) return { transcripts, slogans: [], topics: [] };
      const { suggestSlogans, suggestTopics, resolveTag, allTags } = engine();
      const first = transcripts[0]!.uri;
      const summaries = transcripts.map(({ summary }) => summary);
      try {
        const { codebook } = await codebooks.load(first);
        const tags = new Set(allTags(codebook).map(({ name }) => name));
        const recurring = await suggestTopics(summaries, await words.segmenterFor(first), stop.signal);
        const topics = recurring.filter(({ name }) => !tags.has(name) && resolveTag(codebook, name) === undefined);
        const slogans = await withoutRejected(services, transcripts, suggestSlogans(summaries));
        return {
          transcripts,
          slogans: slogans.slice(0, MOST_OFFERED),
          topics: topics.slice(0, MOST_OFFERED),
        };
      } catch (error) {
        if (stop.signal.aborted) return undefined;
        throw error;
      }
    },
  );

/** What somebody has said to be no slogan is not offered there again. */
async function withoutRejected(
  { sidecars }: Services,
  transcripts: readonly ShownTranscript[],
  slogans: readonly SuggestedSlogan[],
): Promise<SuggestedSlogan[]> {
  const rejected = await Promise.all(
    transcripts.map(async ({ uri }) => {
      const { sidecar } = await sidecars.load(uri);
      return new Set(
        sidecar.corrections.flatMap((one) => ('slogan' in one && one.slogan === 'reject' ? [one.target.exact] : [])),
      );
    }),
  );
  return slogans
    .map((slogan) => ({
      ...slogan,
      places: slogan.places.filter(({ transcript, place }) => !rejected[transcript]!.has(place.words)),
    }))
    .filter(({ places }) => places.length > 0);
}

/** An accepted slogan holds for its whole transcript, so one place in each says it. */
async function sloganSteps(
  { analyses }: Services,
  transcripts: readonly ShownTranscript[],
  slogans: readonly SuggestedSlogan[],
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const [index, { uri }] of transcripts.entries()) {
    const places = slogans.flatMap((slogan) => slogan.places.filter(({ transcript }) => transcript === index));
    if (places.length === 0) continue;
    const open = analyses.openAt(uri);
    const text = open ? analyses.get(open).source.text : normaliseText(decode(await workspace.fs.readFile(uri)));
    const lines = new LineMap(text);
    const describer = new (engine().TargetDescriber)(text);
    const operations = places.flatMap(({ place: { at, words } }) => {
      const target = describer.describe({ start: lines.offset(at.start), end: lines.offset(at.end) });
      // a file that has changed since it was indexed may hold other words there
      return target.exact === words
        ? [{ kind: 'addCorrection' as const, correction: { target, slogan: 'accept' as const } }]
        : [];
    });
    if (operations.length > 0) steps.push({ transcript: uri, operations });
  }
  return steps;
}

async function tagSteps(
  { codebooks }: Services,
  transcripts: readonly ShownTranscript[],
  tags: readonly string[],
): Promise<Step[]> {
  const first = transcripts[0]!.uri;
  const { codebook } = await codebooks.loadFresh(first);
  return newTags(codebooks, first, codebook, tags);
}
