import type { Analysis } from '../../../src/core/analysis';
import type { Labelled } from './fixtures';

type Spanned = { readonly start: number; readonly end: number };

/** Found against labelled: spans that agree at both ends as F1, fields as their share of these spans. */
export class Score {
  private hits = 0;
  private labelled = 0;
  private found = 0;

  add(hits: number, labelled: number, found: number): void {
    this.hits += hits;
    this.labelled += labelled;
    this.found += found;
  }

  get value(): number {
    return this.labelled + this.found === 0 ? 1 : (2 * this.hits) / (this.labelled + this.found);
  }
}

/** Scores by name over several documents, as the labelling guide counts. */
export function score(documents: readonly Labelled[], analyse: (text: string) => Analysis): Map<string, Score> {
  const scores = new Map<string, Score>();
  const of = (name: string) => {
    const known = scores.get(name) ?? new Score();
    scores.set(name, known);
    return known;
  };
  for (const { text, gold } of documents) {
    const said = analyse(text);
    const turns = spans(of('turns'), gold.turns, said.turns);
    for (const field of ['label', 'speaker', 'role', 'kind'] as const) {
      fields(of(`turns.${field}`), turns, (label, turn) => label[field] === turn[field]);
    }
    const questions = spans(of('questions'), gold.questions, said.questions);
    fields(of('questions.asker'), questions, (label, question) => label.asker === question.asker);
    fields(
      of('questions.answeredBy'),
      questions,
      (label, { answeredBy }) => String(label.answeredBy) === String(answeredBy),
    );
    spans(
      of('questions.asks'),
      gold.questions.flatMap(({ asks }) => asks ?? []),
      said.questions.flatMap(({ asks }) => asks),
    );
    for (const kind of ['numeral', 'phrase'] as const) {
      const ofKind = <T extends { kind: string }>(list: readonly T[]) => list.filter((slogan) => slogan.kind === kind);
      spans(of(`slogans.${kind}`), ofKind(gold.slogans), ofKind(said.slogans));
    }
    spans(
      of('slogans.items'),
      gold.slogans.flatMap(({ items }) => items ?? []),
      said.slogans.flatMap(({ items }) => items),
    );
    const claims = spans(of('claims'), gold.claims, said.claims);
    fields(of('claims.kind'), claims, (label, claim) => label.kind === claim.kind);
    fields(
      of('claims.value'),
      claims,
      (label, claim) => Math.abs(label.value - claim.value) <= 1e-3 * Math.abs(label.value),
    );
    fields(of('claims.unit'), claims, (label, claim) => (label.unit ?? '') === claim.unit);
    fields(of('claims.hedge'), claims, (label, claim) => (label.hedge ?? 'exact') === claim.hedge);
  }
  return scores;
}

function spans<G extends Spanned, F extends Spanned>(result: Score, gold: readonly G[], found: readonly F[]): [G, F][] {
  const key = ({ start, end }: Spanned) => `${start}-${end}`;
  const labels = new Map(gold.map((label) => [key(label), label]));
  const findings = new Map(found.map((finding) => [key(finding), finding]));
  const pairs = [...labels].flatMap(([at, label]): [G, F][] => {
    const finding = findings.get(at);
    return finding ? [[label, finding]] : [];
  });
  result.add(pairs.length, labels.size, findings.size);
  return pairs;
}

function fields<G, F>(result: Score, pairs: readonly [G, F][], agree: (label: G, finding: F) => boolean): void {
  result.add(pairs.filter(([label, finding]) => agree(label, finding)).length, pairs.length, pairs.length);
}
