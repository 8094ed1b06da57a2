import { type Event, EventEmitter, type Memento } from 'vscode';

/** How a document came by its language: by its content, in GB18030 too, by its annotations, or because a person said it. */
export type Decision = 'recognised' | 'gb18030' | 'annotated' | 'transcript' | 'plain';

const KEY = 'recognition';
/** The oldest are forgotten: a file that has not been opened since so many others is looked at anew. */
const MEMORY = 5000;

/** What was decided on documents of this workspace, above all by their readers. */
export class Decisions {
  private readonly known: Map<string, Decision>;
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChange: Event<undefined> = this.changed.event;

  constructor(private readonly memory: Memento) {
    this.known = new Map(memory.get<[string, Decision][]>(KEY, []));
  }

  get(uri: string): Decision | undefined {
    return this.known.get(uri);
  }

  async add(uri: string, decision: Decision): Promise<void> {
    this.known.delete(uri);
    this.known.set(uri, decision);
    this.changed.fire(undefined);
    const lasting = [...this.known].filter(([key]) => !key.startsWith('untitled:'));
    await this.memory.update(KEY, lasting.slice(-MEMORY));
  }
}
