import type { Codebook } from '../codebook/codebook';
import { compareUse, type DocumentSize, type UseComparison } from '../history/compareUse';
import { overTime, type SloganHistory } from '../history/overTime';
import { SloganNames } from '../history/sloganNames';
import { type DocumentSlogans, documentSlogans, type SloganUse, slogansUsed } from '../history/sloganUse';
import type { SloganVariants } from '../history/sloganVariants';
import { borneOut } from '../ledger/borneOut';
import { differences } from '../ledger/compare';
import { type LedgerFigure, likelyIndicator } from '../ledger/figure';
import { IndicatorNames } from '../ledger/indicatorNames';
import type { Indicators } from '../ledger/indicators';
import { readFigures } from '../ledger/readFigures';
import { type Concordance, concordance } from '../query/concordance';
import { type Scope, scopeTest } from '../query/conditions';
import { type Counted, countedRows } from '../query/counted';
import type { Dated } from '../query/dated';
import { type DocumentFields, documentFields, fieldsTest, onceEach } from '../query/documentFields';
import { DocumentReader } from '../query/documentReader';
import { asksWithin, documentTest } from '../query/documentTest';
import { Finder } from '../query/findRows';
import { type Grouping, isGrouping, type Measure } from '../query/groups';
import { CrossTable, coOccurrence, type Matrix, type MostGroups, type Nearness } from '../query/matrix';
import type { Query } from '../query/query';
import type { QueryDocument } from '../query/queryDocument';
import type { Row } from '../query/row';
import { type KnownNames, NameCounter } from './knownNames';

/** What is asked of the transcripts of a workspace: plain data, which can be sent to where they are kept. */
export type ExploreRequest = {
  readonly query: Query;
  /** Gives tags their present names. */
  readonly codebook?: Codebook;
} & (
  | {
      readonly mode: 'rows';
      /** Those alone that one number of a matrix counts. */
      readonly counted?: Counted;
    }
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
        /** None where documents are compared. */
        readonly histories: readonly SloganHistory[];
        /** The documents that were asked for against all others, where that was wanted. */
        readonly comparison: readonly UseComparison[] | undefined;
      }
  );

/** What has to be read of a document to take it into account: nothing more than its fields, its slogans, or all of it. */
export type Needed = 'nothing' | 'slogans' | 'document';

/** A matrix has no more rows and columns than can be told without a pause. */
const MOST_GROUPS: MostGroups = { rows: 500, columns: 100 };
/** Of one grouping alone. */
const MOST_BARS: MostGroups = { rows: 5000, columns: 1 };

/** How much of its paragraph a row shows on each side, in characters. */
const CONTEXT = 60;

/** Answers one request from one document after the other. */
export class Exploration {
  private readonly finder;
  private readonly scope;
  /** The documents of a second query. */
  private readonly others: ((document: QueryDocument) => Scope) | undefined;
  private readonly scopeOf: (document: Dated) => Scope;
  private readonly othersOf: ((document: Dated) => Scope) | undefined;
  /** The slogan that is asked for alone, where it is one: the keys of its names. */
  readonly sloganKeys: readonly string[] | undefined;
  /** Whether what is asked of slogans is asked of documents as a whole. */
  private readonly isOfDocuments;
  private readonly mayHold;
  private readonly names = new NameCounter();
  private readonly indicatorNames;
  private readonly sloganNames;
  /** Of tags that are asked for together. */
  private readonly tagged: Row[] = [];
  private readonly table: CrossTable | undefined;
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
    const slogan = request.mode === 'slogans' && !request.isCompared ? request.slogan : undefined;
    this.sloganKeys = slogan === undefined ? undefined : this.sloganNames.keysOf(slogan);
    if (request.mode === 'matrix') this.table = new CrossTable(request.by, request.across, request.measure);
    this.scopeOf = scopeTest(query);
    this.othersOf = against && scopeTest(against);
    this.isOfDocuments = ![query, against ?? {}].some(asksWithin);
    this.mayHold = this.holdingTest();
  }

  /**
   * Takes a document into account by its fields where that is enough; else what of it has to be read, and added. `saysSlogan`:
   * whether it may say the slogan that is asked for alone, where that is known.
   */
  take(fields: DocumentFields, saysSlogan?: boolean): Needed {
    const { request } = this;
    if (request.mode === 'names') this.names.add(fields);
    else if (request.mode === 'slogans' && request.isCompared) {
      if (!this.isOfDocuments) return 'document';
      if (fields.counts.slogans > 0) return 'slogans';
      const scope = this.scopeOf(fields);
      this.addSizes(fields, scope, this.othersOf?.(fields));
      if (scope === 'undated') this.undated++;
    } else {
      const scope = this.scopeOf(fields);
      if (scope === 'inside' && saysSlogan !== false && this.mayHold(fields, saysSlogan))
        return request.mode === 'slogans' && this.isOfDocuments ? 'slogans' : 'document';
      if (scope === 'undated') this.undated++;
    }
    this.documents++;
    return 'nothing';
  }

  /** Takes a document of which its slogans have to be read into account. */
  addSlogans(fields: DocumentFields, slogans: DocumentSlogans): void {
    this.documents++;
    this.takeSlogans(fields, slogans, this.scopeOf(fields), this.othersOf?.(fields));
  }

  /** Whether a document may hold something of what is asked, by its fields; `isNamed`: that it has the name is known. */
  private holdingTest(): (fields: DocumentFields, isNamed?: boolean) => boolean {
    const { request, indicatorNames, sloganNames } = this;
    const { query, codebook } = request;
    const named = (find: 'figures' | 'slogans', list: 'indicators' | 'slogans', isMeant: (name: string) => boolean) => {
      const holds = fieldsTest({ ...query, find }, codebook);
      const test = onceEach(isMeant);
      return (fields: DocumentFields, isNamed = false) => holds(fields) && (isNamed || fields[list].some(test));
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
      this.take(documentFields(document));
      return [];
    }
    this.documents++;
    if (mode === 'slogans') {
      const others = this.others?.(document);
      this.takeSlogans(documentFields(document), documentSlogans(document), this.scope(document), others);
      return [];
    }
    if (mode === 'figures') {
      const scope = this.scope(document);
      if (scope === 'inside') this.addFigures(document);
      else if (scope === 'undated') this.undated++;
      return [];
    }
    const { rows, unplaced, isUndated } = this.finder.find(document);
    if (isUndated) this.undated++;
    const counted = this.request.mode === 'rows' ? this.request.counted : undefined;
    for (const row of counted ? countedRows(unplaced, counted) : unplaced) this.unplaced.push(row);
    if (mode === 'rows')
      return (counted ? countedRows(rows, counted) : rows).map((row) => withContext(document.text, row));
    for (const row of rows) {
      this.table?.add(row);
      if (mode === 'together' && row.tags.length > 0) this.tagged.push(row);
    }
    return [];
  }

  /** `others`: whether it is among those against which is compared, where a query says which these are. */
  private takeSlogans(
    fields: Pick<DocumentFields, 'path' | 'length'>,
    slogans: DocumentSlogans,
    scope: Scope,
    others: Scope | undefined,
  ): void {
    const { request, sloganNames } = this;
    if (request.mode !== 'slogans') return;
    const isOther = request.isCompared && this.addSizes(fields, scope, others);
    if (scope === 'inside') {
      const wanted = request.slogan === undefined ? undefined : sloganNames.of(request.slogan);
      this.uses.push(...slogansUsed(slogans, sloganNames, wanted));
    } else if (isOther) this.otherUses.push(...slogansUsed(slogans, sloganNames));
    if (scope === 'undated') this.undated++;
  }

  /** Whether it is one of the others. */
  private addSizes({ path, length }: Pick<DocumentFields, 'path' | 'length'>, scope: Scope, others?: Scope): boolean {
    const isOther = this.others ? others === 'inside' : scope === 'outside';
    if (scope === 'inside') this.sizes.inside.push({ path, length });
    if (isOther) this.sizes.outside.push({ path, length });
    return isOther;
  }

  private addFigures(document: QueryDocument): void {
    const { request, indicatorNames } = this;
    if (request.mode !== 'figures') return;
    const wanted = request.indicator === undefined ? undefined : indicatorNames.of(request.indicator);
    const figures = readFigures(document, new DocumentReader(document), indicatorNames);
    this.figures.push(...figures.filter((figure) => wanted === undefined || likelyIndicator(figure) === wanted));
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
        return {
          ...left,
          mode: 'matrix',
          matrix: this.table!.matrix(isGrouping(request.across) ? MOST_GROUPS : MOST_BARS),
        };
      case 'together':
        return { ...left, mode: 'together', matrix: coOccurrence(this.tagged, request.nearness, MOST_GROUPS) };
      case 'figures': {
        const certain = borneOut(this.figures);
        const different = differences(certain);
        const at = new Map(certain.map((figure, index) => [figure, index]));
        const figures = certain.map((figure) => ({
          ...figure,
          differsFrom: (different.get(figure) ?? []).map((other) => at.get(other)!),
        }));
        return { ...left, mode: 'figures', figures };
      }
      case 'slogans': {
        if (request.isCompared) {
          const comparison = compareUse([...this.uses, ...this.otherUses], this.sizes.inside, this.sizes.outside);
          return { ...left, mode: 'slogans', histories: [], comparison };
        }
        const histories = request.isFirstOnly ? firstUses(this.uses) : overTime(this.uses);
        return { ...left, mode: 'slogans', histories, comparison: undefined };
      }
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
