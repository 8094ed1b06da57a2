import { Disposable, type Uri } from 'vscode';
import type { ExploreAnswer, ExploreRequest } from '../core/explore/explore';
import type { SloganHistory } from '../core/history/overTime';
import type { LedgerFigure } from '../core/ledger/figure';
import type { Services } from './services';

/** How many answers are kept until something changes. */
const KEPT = 50;

/** What the transcripts of the workspace say of one indicator or one slogan, in the order of time. */
export class Chronicle implements Disposable {
  private readonly answers = new Map<string, Promise<ExploreAnswer>>();
  private readonly subscriptions: Disposable;

  constructor(private readonly services: Pick<Services, 'index' | 'names'>) {
    const forget = () => this.answers.clear();
    this.subscriptions = Disposable.from(services.index.onDidChange(forget), services.names.onDidChange(forget));
  }

  /** By the day on which they were said; undated ones last. */
  async figures(indicator: string, place: Uri, signal: AbortSignal): Promise<LedgerFigure[]> {
    const indicators = await this.services.names.indicators(place);
    const answer = await this.ask({ mode: 'figures', query: {}, indicators, indicator }, signal);
    const figures = answer.mode === 'figures' ? [...answer.figures] : [];
    return figures.sort(
      (a, b) => compare(a.date || '9', b.date || '9') || compare(a.path, b.path) || a.start - b.start,
    );
  }

  async slogan(
    slogan: string,
    place: Uri,
    signal: AbortSignal,
  ): Promise<{ readonly history: SloganHistory | undefined; readonly documents: number }> {
    const slogans = await this.services.names.slogans(place);
    const answer = await this.ask({ mode: 'slogans', query: {}, slogans, slogan }, signal);
    return { history: answer.mode === 'slogans' ? answer.histories[0] : undefined, documents: answer.documents };
  }

  /** The first uses of all slogans, if the workspace has been looked at already: nothing is begun for it. */
  async firstUses(signal: AbortSignal): Promise<readonly SloganHistory[]> {
    if (!this.services.index.isLookedAt) return [];
    const slogans = await this.services.names.slogans();
    const answer = await this.ask({ mode: 'slogans', query: {}, slogans, isFirstOnly: true }, signal);
    return answer.mode === 'slogans' ? answer.histories : [];
  }

  private ask(request: ExploreRequest, signal: AbortSignal): Promise<ExploreAnswer> {
    const key = JSON.stringify(request);
    const known = this.answers.get(key);
    if (known) return known;
    const answer = this.services.index.ask(request, () => {}, signal);
    if (this.answers.size >= KEPT) this.answers.clear();
    this.answers.set(key, answer);
    answer.catch(() => this.answers.delete(key));
    return answer;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
