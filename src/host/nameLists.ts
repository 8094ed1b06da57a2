import { type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import { SLOGANS_FILE, type SloganVariants } from '../core/history/sloganVariants';
import { INDICATORS_FILE, type Indicators } from '../core/ledger/indicators';
import { engine } from './engine';

/** What people say in `indicators.yaml` and `slogans.yaml` of a workspace folder; read when asked, kept while it holds. */
export class NameLists implements Disposable {
  private readonly cache = new Map<string, Promise<string>>();
  private readonly changed = new EventEmitter<undefined>();
  private readonly watcher = workspace.createFileSystemWatcher(`**/{${INDICATORS_FILE},${SLOGANS_FILE}}`);
  readonly onDidChange: Event<undefined> = this.changed.event;

  constructor() {
    const forget = (uri: Uri) => {
      if (this.cache.delete(uri.toString())) this.changed.fire(undefined);
    };
    this.watcher.onDidCreate(forget);
    this.watcher.onDidChange(forget);
    this.watcher.onDidDelete(forget);
  }

  /** Of the workspace folder that `place` is in, else of the first one. Entries that cannot be understood are left out. */
  async indicators(place?: Uri): Promise<Indicators> {
    const { indicators } = engine().readIndicators(await this.source(place, INDICATORS_FILE));
    return { indicators };
  }

  async slogans(place?: Uri): Promise<readonly SloganVariants[]> {
    return engine().readSlogans(await this.source(place, SLOGANS_FILE)).slogans;
  }

  private source(place: Uri | undefined, name: string): Promise<string> {
    const folder = (place && workspace.getWorkspaceFolder(place)) ?? workspace.workspaceFolders?.[0];
    if (!folder) return Promise.resolve('');
    const uri = Uri.joinPath(folder.uri, name);
    const known = this.cache.get(uri.toString()) ?? read(uri);
    this.cache.set(uri.toString(), known);
    return known;
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }
}

/** Most folders have no such file. */
const read = async (uri: Uri): Promise<string> => {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return '';
  }
};
