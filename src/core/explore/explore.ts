import type { Codebook } from '../codebook/codebook';
import { compareUse, type DocumentSize, type UseComparison } from '../history/compareUse';
import { overTime, type SloganHistory } from '../history/overTime';
import { SloganNames } from '../history/sloganNames';
import { charactersOf, type SloganUse, slogansUsed } from '../history/sloganUse';
import type { SloganVariants } from '../history/sloganVariants';
import { differences } from '../ledger/compare';
import type { LedgerFigure } from '../ledger/figure';
import { IndicatorNames } from '../ledger/indicatorNames';
import type { Indicators } from '../ledger/indicators';
import { readFigures } from '../ledger/readFigures';
import { type Concordance, concordance } from '../query/concordance';
import { type Scope, scopeTest } from '../query/conditions';
import { type DocumentFields, documentFields, fieldsTest, onceEach } from '../query/documentFields';
import { DocumentReader } from '../query/documentReader';
import { documentTest } from '../query/documentTest';
import { Finder } from '../query/findRows';
import type { Grouping, Measure } from '../query/groups';
import { coOccurrence, crossTable, type Matrix, type Nearness } from '../query/matrix';
import type { Query } from '../query/query';
import type { Dated, QueryDocument } from '../query/queryDocument';
import type { Row } from '../query/row';
import { type KnownNames, NameCounter } from './knownNames';

/** What is asked of the transcripts of a workspace: plain data, which can be sent to where they are kept. */
export type ExploreRequest = {
  readonly query: Query;
  /** Gives tags their present names. */
  readonly codebook?: Codebook;
} & (
  | { readonly mode: 'rows' }
  /** What can be asked for: the names that the documents have. */
  | { readonly mode: 'names' }
  | { readonly mode: 'matrix'; readonly by: Grouping; readonly across: Grouping; readonly measure: Measure }
  | { readonly mode: 'together'; readonly nearness: Nearness }
  /** Of one indicator alone, where it is given. */
  | { readonly mode: 'figures'; readonly indicators: Indicators; readonly indicator?: string }
  /**
   * Of one slogan alone, where it is given; `isCompared`: also by which slogans all other documents differ, or, where it is
   * given, those `against` which they are held.
   */
  | {
      readonly mode: 'slogans';
      readonly slogans: readonly SloganVariants[];
      readonly slogan?: string;
      readonly isCompared?: boolean;
      readonly against?: Query;
      /** Of each slogan the first uses alone: all uses of a large workspace are many. */
      readonly isFirstOnly?: boolean;
    }
);

/** A row with what stands on both sides of it. */
export type ContextRow = Row & Pick<Concordance, 'before' | 'behind'>;

/** A figure with those that state another value for the same matter: their indices in the list. */
export type ComparedFigure = LedgerFigure & { readonly differsFrom: readonly number[] };

/** What cannot be told, in numbers, beside the answer. */
interface Left {
  /** Transcripts that were asked, and those left out for want of a date. */
  readonly documents: number;
  readonly undated: number;
  /** Annotations whose words are not found for certain. */
  readonly unplaced: readonly Row[];
}

export type ExploreAnswer = Left &
  (
    | { readonly mode: 'rows' }
    | { readonly mode: 'names'; readonly names: KnownNames }
    | { readonly mode: 'matrix' | 'together'; readonly matrix: Matrix }
    | { readonly mode: 'figures'; readonly figures: readonly ComparedFigure[] }
    | {
        readonly mode: 'slogans';
        readonly histories: readonly SloganHistory[];
        /** The documents that were asked for against all others, where that was wanted. */
        readonly comparison: readonly UseComparison[] | undefined;
      }
  );

/** How much of its paragraph a row shows on each side, in characters. */
const CONTEXT = 60;

/** Answers one request from one document after the other. */
export class Exploration {
  private readonly finder;
  private readonly scope;
  /** The documents of a second query. */
  private readonly others: ((document: QueryDocument) => Scope) | undefined;
  private readonly scopeOf: (document: Dated) => Scope;
  private readonly mayHold;
  private readonly names = new NameCounter();
  private readonly indicatorNames;
  private readonly sloganNames;
  private readonly rows: Row[] = [];
  private readonly unplaced: Row[] = [];
  private readonly figures: LedgerFigure[] = [];
  private readonly uses: SloganUse[] = [];
  /** Of the documents that were not asked for, and how long all are. */
  private readonly otherUses: SloganUse[] = [];
  private readonly sizes: Record<'inside' | 'outside', DocumentSize[]> = { inside: [], outside: [] };
  private documents = 0;
  private undated = 0;

  constructor(private readonly request: ExploreRequest) {
    const { query, codebook } = request;
    this.finder = new Finder(query, codebook);
    this.scope = documentTest(query, codebook);
    const against = request.mode === 'slogans' ? request.against : undefined;
    this.others = against && documentTest(against, codebook);
    this.indicatorNames = new IndicatorNames(request.mode === 'figures' ? request.indicators : { indicators: [] });
    this.sloganNames = new SloganNames(request.mode === 'slogans' ? request.slogans : []);
    this.scopeOf = scopeTest(query);
    this.mayHold = this.holdingTest();
  }

  /** Takes a document into account by its fields where that is enough; else it has to be read and added. */
  passes(fields: DocumentFields): boolean {
    const { request } = this;
    // how long all others are has to be known
    if (request.mode === 'slogans' && request.isCompared) return false;
    if (request.mode === 'names') this.names.add(fields);
    else {
      const scope = this.scopeOf(fields);
      if (scope === 'inside' && this.mayHold(fields)) return false;
      if (scope === 'undated') this.undated++;
    }
    this.documents++;
    return true;
  }

  /** Whether a document may hold something of what is asked, by its fields. */
  private holdingTest(): (fields: DocumentFields) => boolean {
    const { request, indicatorNames, sloganNames } = this;
    const { query, codebook } = request;
    const named = (find: 'figures' | 'slogans', list: 'indicators' | 'slogans', isMeant: (name: string) => boolean) => {
      const holds = fieldsTest({ ...query, find }, codebook);
      const isNamed = onceEach(isMeant);
      return (fields: DocumentFields) => holds(fields) && fields[list].some(isNamed);
    };
    if (request.mode === 'figures') {
      const { indicator } = request;
      const wanted = indicator === undefined ? undefined : indicatorNames.of(indicator);
      return named('figures', 'indicators', (name) => wanted === undefined || indicatorNames.of(name) === wanted);
    }
    if (request.mode === 'slogans') {
      const wanted = request.slogan === undefined ? undefined : sloganNames.of(request.slogan);
      return named('slogans', 'slogans', (name) => wanted === undefined || sloganNames.of(name) === wanted);
    }
    return fieldsTest(query, codebook);
  }

  /** Takes a document into account. Rows that can be shown at once are returned. */
  add(document: QueryDocument): readonly ContextRow[] {
    const { mode } = this.request;
    if (mode === 'names') {
      this.passes(documentFields(document));
      return [];
    }
    this.documents++;
    if (mode === 'figures' || mode === 'slogans') {
      const scope = this.scope(document);
      if (mode === 'slogans' && this.request.isCompared) this.addSizes(document, scope);
      if (scope === 'inside') this.addOverTime(document);
      else if (scope === 'undated') this.undated++;
      return [];
    }
    const { rows, unplaced, isUndated } = this.finder.find(document);
    if (isUndated) this.undated++;
    this.unplaced.push(...unplaced);
    if (mode === 'rows') return rows.map((row) => withContext(document.text, row));
    this.rows.push(...rows);
    return [];
  }

  private addSizes(document: QueryDocument, scope: Scope): void {
    const size = { path: document.path, length: charactersOf(document.text) };
    const isOther = this.others ? this.others(document) === 'inside' : scope === 'outside';
    if (scope === 'inside') this.sizes.inside.push(size);
    if (isOther) this.sizes.outside.push(size);
    if (isOther && scope !== 'inside') this.otherUses.push(...slogansUsed(document, this.sloganNames));
  }

  private addOverTime(document: QueryDocument): void {
    const { request, indicatorNames, sloganNames } = this;
    if (request.mode === 'slogans') {
      const wanted = request.slogan === undefined ? undefined : sloganNames.of(request.slogan);
      const uses = slogansUsed(document, sloganNames);
      this.uses.push(...uses.filter(({ name }) => wanted === undefined || name === wanted));
    } else if (request.mode === 'figures') {
      const wanted = request.indicator === undefined ? undefined : indicatorNames.of(request.indicator);
      const figures = readFigures(document, new DocumentReader(document), indicatorNames);
      this.figures.push(...figures.filter(({ indicator }) => wanted === undefined || indicator === wanted));
    }
  }

  end(): ExploreAnswer {
    const { documents, undated, unplaced, request } = this;
    const left = { documents, undated, unplaced };
    switch (request.mode) {
      case 'rows':
        return { ...left, mode: 'rows' };
      case 'names':
        return { ...left, mode: 'names', names: this.names.names() };
      case 'matrix':
        return { ...left, mode: 'matrix', matrix: crossTable(this.rows, request.by, request.across, request.measure) };
      case 'together':
        return { ...left, mode: 'together', matrix: coOccurrence(this.rows, request.nearness) };
      case 'figures': {
        const different = differences(this.figures);
        const at = new Map(this.figures.map((figure, index) => [figure, index]));
        const figures = this.figures.map((figure) => ({
          ...figure,
          differsFrom: (different.get(figure) ?? []).map((other) => at.get(other)!),
        }));
        return { ...left, mode: 'figures', figures };
      }
      case 'slogans':
        return {
          ...{ ...left, mode: 'slogans', histories: request.isFirstOnly ? firstUses(this.uses) : overTime(this.uses) },
          comparison: request.isCompared
            ? compareUse([...this.uses, ...this.otherUses], this.sizes.inside, this.sizes.outside)
            : undefined,
        };
    }
  }
}

const firstUses = (uses: readonly SloganUse[]): SloganHistory[] =>
  overTime(uses).map((history) => ({ ...history, uses: history.uses.filter(({ first }) => first) }));

export const exploration = (request: ExploreRequest): Exploration => new Exploration(request);

function withContext(text: string, row: Row): ContextRow {
  const { before, behind } = concordance(text, { start: row.start!, end: row.end! }, CONTEXT);
  return { ...row, before, behind };
}
