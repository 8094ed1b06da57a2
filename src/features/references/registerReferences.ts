import {
  type CancellationToken,
  type Definition,
  Disposable,
  DocumentHighlight,
  Location,
  type LocationLink,
  languages,
  type Position,
  type TextDocument,
} from 'vscode';
import type { SummaryPart } from '../../core/summary/transcriptHead';
import type { SloganSummary } from '../../core/summary/transcriptSummary';
import { findingsAt } from '../../host/findings';
import { LANGUAGE } from '../../host/ids';
import { toRange } from '../../host/ranges';
import type { Services } from '../../host/services';
import type { ShownTranscript } from '../../host/transcripts';

type Place = Pick<ShownTranscript, 'uri' | 'summary'>;

/** Go to Definition, Find All References and highlights for slogans and speakers, here and in the whole workspace. */
export function registerReferences({ analyses, transcripts, index }: Services): Disposable {
  const selector = { language: LANGUAGE };

  /** The slogan or speaker at the caret, by name. */
  const subjectAt = (document: TextDocument, position: Position) => {
    const analysed = analyses.get(document);
    const { slogan, labelled } = findingsAt(analysed, analysed.source.offset(position));
    if (slogan) return { slogan: slogan.name, range: analysed.source.range(slogan) };
    if (labelled) {
      return { speaker: labelled.speaker || labelled.label, range: analysed.source.range(labelled.labelSpan) };
    }
    return undefined;
  };
  const here = (document: TextDocument): Place => ({
    uri: document.uri,
    summary: analyses.summary(document),
  });

  /** Where the figure at the caret is said; without an answer the editor would mark its last digit in other figures. */
  const sameFigures = (document: TextDocument, position: Position): DocumentHighlight[] | undefined => {
    const { source, claims } = analyses.get(document);
    const { claim } = findingsAt(analyses.get(document), source.offset(position));
    if (!claim) return undefined;
    const same = claims.filter(({ value, unit }) => value === claim.value && unit === claim.unit);
    return same.map((one) => new DocumentHighlight(source.range(one)));
  };

  /** The transcripts of the workspace, this one first. */
  const everywhere = async (document: TextDocument, part: SummaryPart, token: CancellationToken): Promise<Place[]> => {
    await Promise.race([index.ready(), new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()))]);
    const own = document.uri.toString();
    if (token.isCancellationRequested) return [here(document)];
    const all = await transcripts.partsFor(part, token);
    return [here(document), ...all.filter(({ uri }) => uri.toString() !== own)];
  };

  return Disposable.from(
    languages.registerDefinitionProvider(selector, {
      async provideDefinition(document, position, token): Promise<Definition | LocationLink[] | undefined> {
        const subject = subjectAt(document, position);
        if (!subject) return undefined;
        if (subject.speaker) return speakerPlaces(here(document), subject.speaker).slice(0, 1);
        const name = subject.slogan!;
        const own = explanations(here(document), name, subject.range);
        // what is explained here is shown at once where nobody has looked at the others yet
        if (own.length > 0 && !index.isLookedAt) return own;
        const all = (await everywhere(document, { lists: ['slogans'], name }, token)).slice(1);
        const found = [...own, ...firstAndLatest(all, name).flatMap((one) => explanations(one, name, subject.range))];
        return found.length > 0 ? found : sloganPlaces(here(document), name).slice(0, 1);
      },
    }),
    languages.registerReferenceProvider(selector, {
      async provideReferences(document, position, _context, token) {
        const subject = subjectAt(document, position);
        if (!subject) return undefined;
        const { speaker, slogan } = subject;
        const lists = [speaker ? ('turns' as const) : ('slogans' as const)];
        const all = await everywhere(document, { lists, name: speaker ?? slogan! }, token);
        return all.flatMap((transcript) =>
          subject.speaker ? speakerPlaces(transcript, subject.speaker) : sloganPlaces(transcript, subject.slogan!),
        );
      },
    }),
    languages.registerDocumentHighlightProvider(selector, {
      async provideDocumentHighlights(document, position, token) {
        if (!(await analyses.settled(document, token))) return undefined;
        const subject = subjectAt(document, position);
        if (!subject) return sameFigures(document, position);
        const places = subject.speaker
          ? speakerPlaces(here(document), subject.speaker)
          : sloganPlaces(here(document), subject.slogan!);
        return places.map(({ range }) => new DocumentHighlight(range));
      },
    }),
  );
}

const sloganOf = ({ summary }: Place, name: string): SloganSummary | undefined =>
  summary.slogans.find((slogan) => slogan.name === name);

const sloganPlaces = (transcript: Place, name: string): Location[] =>
  (sloganOf(transcript, name)?.mentions ?? []).map(({ at }) => new Location(transcript.uri, toRange(at)));

const speakerPlaces = ({ uri, summary }: Place, speaker: string): Location[] =>
  summary.turns.flatMap((turn) => (turn.speaker === speaker ? [new Location(uri, toRange(turn.at))] : []));

/** The transcripts that explain a slogan first and last, by their days; all that do where no day is known. */
function firstAndLatest(transcripts: readonly Place[], name: string): Place[] {
  const explaining = transcripts.filter((transcript) => sloganOf(transcript, name)?.explained !== undefined);
  const dayOf = ({ summary }: Place) => summary.facts.date ?? '';
  const dated = explaining.filter((one) => dayOf(one) !== '').sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  return dated.length > 1 ? [dated[0]!, dated.at(-1)!] : explaining;
}

/** Where a slogan is spelled out: from its explained mention to its last item. */
function explanations(transcript: Place, name: string, origin: LocationLink['originSelectionRange']) {
  const slogan = sloganOf(transcript, name);
  if (slogan?.explained === undefined) return [];
  const mention = toRange(slogan.mentions[slogan.explained]!.at);
  const items = slogan.items.map(({ at }) => toRange(at));
  const link: LocationLink = {
    targetUri: transcript.uri,
    targetRange: items.reduce((whole, item) => whole.union(item), mention),
    targetSelectionRange: mention,
    ...(origin ? { originSelectionRange: origin } : {}),
  };
  return [link];
}
