import { type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import { SLOGANS_FILE, type SloganVariants } from '../core/history/sloganVariants';
import { INDICATORS_FILE, type Indicators } from '../core/ledger/indicators';
import type { NamesOperation, NamesRefused } from '../core/names/editNames';
import { type AppliedEdit, applyEdit } from '../store/applyEdit';
import type { Files } from '../store/files';
import { engine } from './engine';

export type NamesKind = 'indicators' | 'slogans';
const FILES: Readonly<Record<NamesKind, string>> = { indicators: INDICATORS_FILE, slogans: SLOGANS_FILE };

export type NamesApplied = AppliedEdit<NamesOperation, NamesRefused>;

/** What people say in `indicators.yaml` and `slogans.yaml` of a workspace folder; read when asked, kept while it holds. */
export class NameLists implements Disposable {
  private readonly cache = new Map<string, Promise<string>>();
  private readonly changed = new EventEmitter<undefined>();
  private readonly watcher = workspace.createFileSystemWatcher(`**/{${INDICATORS_FILE},${SLOGANS_FILE}}`);
  readonly onDidChange: Event<undefined> = this.changed.event;

  constructor(private readonly files: Files<Uri>) {
    const forget = (uri: Uri) => {
      if (this.cache.delete(uri.toString())) this.changed.fire(undefined);
    };
    this.watcher.onDidCreate(forget);
    this.watcher.onDidChange(forget);
    this.watcher.onDidDelete(forget);
  }

  /** Of the workspace folder that `place` is in, else of all folders. Entries that cannot be understood are left out. */
  async indicators(place?: Uri): Promise<Indicators> {
    const sources = await this.sources(place, 'indicators');
    return { indicators: sources.flatMap((source) => engine().readIndicators(source).indicators) };
  }

  async slogans(place?: Uri): Promise<readonly SloganVariants[]> {
    const sources = await this.sources(place, 'slogans');
    return sources.flatMap((source) => engine().readSlogans(source).slogans);
  }

  /** Where the list is, or would be; undefined where no folder is open. */
  uriFor(kind: NamesKind, place?: Uri): Uri | undefined {
    const folder = (place && workspace.getWorkspaceFolder(place)) ?? workspace.workspaceFolders?.[0];
    return folder && Uri.joinPath(folder.uri, FILES[kind]);
  }

  /** Carries out all operations or none. Rejects with `FileProblem`. */
  async apply(uri: Uri, kind: NamesKind, operations: readonly NamesOperation[]): Promise<NamesApplied> {
    const { editNames, INDICATORS_FORMAT, SLOGANS_FORMAT } = engine();
    const format = kind === 'indicators' ? INDICATORS_FORMAT : SLOGANS_FORMAT;
    const applied = await applyEdit(this.files, uri, (text) => editNames(text, format, operations));
    this.cache.delete(uri.toString());
    this.changed.fire(undefined);
    return applied;
  }

  private sources(place: Uri | undefined, kind: NamesKind): Promise<string[]> {
    const places = place ? [place] : (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    return Promise.all(places.map((one) => this.source(one, kind)));
  }

  private source(place: Uri | undefined, kind: NamesKind): Promise<string> {
    const uri = this.uriFor(kind, place);
    if (!uri) return Promise.resolve('');
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
