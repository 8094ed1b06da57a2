import { type Disposable, type Event, EventEmitter, type Uri } from 'vscode';
import type { SloganHistory } from '../../core/history/overTime';
import type { Services } from '../../host/services';

/**
 * Which slogans no earlier transcript of the workspace says. Nothing is looked at for that: it is known once the workspace
 * has been, for whatever reason.
 */
export class NewSlogans implements Disposable {
  /** By slogan, the transcript that says it first, where others are older than that one. */
  private first = new Map<string, string>();
  private isStale = false;
  private readonly changed = new EventEmitter<undefined>();
  private readonly subscription: Disposable;
  private readonly ended = new AbortController();
  readonly onDidChange: Event<undefined> = this.changed.event;

  constructor(private readonly services: Pick<Services, 'chronicle' | 'index' | 'log'>) {
    this.subscription = services.index.onDidChange(() => {
      this.isStale = true;
      this.changed.fire(undefined);
    });
  }

  /** By what is known by now; looks again where that may have changed, which `onDidChange` tells. */
  has(slogan: string, transcript: Uri): boolean {
    if (this.isStale) void this.update();
    return this.first.get(slogan) === transcript.toString();
  }

  private async update(): Promise<void> {
    const { chronicle, index, log } = this.services;
    this.isStale = false;
    try {
      const histories = await chronicle.firstUses(this.ended.signal);
      const days = index.found().map(({ facts }) => facts.date ?? '9');
      this.first = firstUses(histories, days.sort()[0] ?? '9');
      this.changed.fire(undefined);
    } catch (error) {
      if (!this.ended.signal.aborted) log.error('the workspace could not be asked', error as Error);
    }
  }

  dispose(): void {
    this.ended.abort();
    this.subscription.dispose();
    this.changed.dispose();
  }
}

/** Nothing is new on the day of the oldest transcript. */
function firstUses(histories: readonly SloganHistory[], oldest: string): Map<string, string> {
  return new Map(
    histories.flatMap(({ name, uses }): [string, string][] => {
      const first = uses.find((use) => use.first);
      return first && first.date > oldest ? [[name, first.path]] : [];
    }),
  );
}
