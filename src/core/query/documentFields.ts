import type { Codebook } from '../codebook/codebook';
import { resolveTag } from '../codebook/oldNames';
import { oneLine } from '../summary/oneLine';
import { questionWords } from '../summary/questionWords';
import { charactersOf } from '../text/charactersOf';
import { sliceOf } from '../text/span';
import { holdsOneOf, isOneOf, tagTest } from './conditions';
import type { Dated } from './dated';
import type { Query } from './query';
import type { QueryDocument } from './queryDocument';

/** What can be told of a document without reading it: by it most documents of a large workspace are passed over. */
export interface DocumentFields extends Dated {
  /** Every name once; speakers by their labels, too. */
  readonly tags: readonly string[];
  readonly speakers: readonly string[];
  readonly roles: readonly string[];
  readonly outlets: readonly string[];
  readonly slogans: readonly string[];
  readonly indicators: readonly string[];
  /** Who asks what. */
  readonly questions: readonly string[];
  /** In characters without blanks. */
  readonly length: number;
  readonly counts: Readonly<Record<'passages' | 'turns' | 'slogans' | 'figures', number>>;
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

export function documentFields({ path, text, facts, analysis, annotations }: QueryDocument): DocumentFields {
  const { date, turns, questions, slogans, claims } = analysis;
  return {
    ...{ path, facts, analysis: { date } },
    tags: unique(annotations.flatMap(({ tags }) => tags)),
    speakers: unique(turns.flatMap(({ speaker, label }) => [speaker || label, label])),
    roles: unique(turns.map(({ role }) => role)),
    outlets: unique(questions.map(({ asker }) => asker)),
    slogans: unique(slogans.map(({ name }) => name)),
    indicators: unique(
      claims.map(({ measures, indicator }) => measures ?? (indicator ? oneLine(sliceOf(text, indicator)) : '')),
    ),
    questions: questions.map((question) => question.asker + questionWords(text, question)),
    length: charactersOf(text),
    counts: {
      ...{ passages: annotations.length, turns: turns.length },
      ...{ slogans: slogans.length, figures: claims.length },
    },
  };
}

/** Names come again and again: each is looked at once, unless there are more than `most`. */
export function onceEach<T>(test: (name: string) => T, most = Number.POSITIVE_INFINITY): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const told = known.get(name);
    if (told !== undefined) return told;
    const fresh = test(name);
    if (known.size >= most) known.clear();
    known.set(name, fresh);
    return fresh;
  };
}

/** Whether a document that is asked about has to be read to tell what a query finds in it; else that is nothing. */
export function fieldsTest(query: Query, codebook?: Codebook): (fields: DocumentFields) => boolean {
  const { find = 'passages', tags } = query;
  const today = onceEach((tag) => (codebook ? (resolveTag(codebook, tag) ?? tag) : tag));
  // of `none` and of alternatives that must meet in one passage nothing is known here
  const mayHaveTags = tagTest(
    tags && { ...(tags.any ? { any: tags.any } : {}), ...(tags.all ? { all: tags.all } : {}) },
    today,
  );
  const some = (list: readonly string[] | undefined, test: typeof isOneOf) => {
    const holds = onceEach(test(list));
    // what stands outside of all turns has a speaker without a name
    return (names: readonly string[]) => !list || holds('') || names.some(holds);
  };
  const isSpeaker = some(query.speaker, isOneOf);
  const hasRole = some(query.role, holdsOneOf);
  const hasOutlet = some(query.outlet, holdsOneOf);
  const hasSlogan = some(query.slogan, isOneOf);
  const hasIndicator = some(query.indicator, holdsOneOf);
  return (fields) =>
    (find === 'words' || fields.counts[find] > 0) &&
    mayHaveTags(tags ? fields.tags.map(today) : []) &&
    isSpeaker(fields.speakers) &&
    hasRole(fields.roles) &&
    hasOutlet(fields.outlets) &&
    hasSlogan(fields.slogans) &&
    hasIndicator(fields.indicators);
}
