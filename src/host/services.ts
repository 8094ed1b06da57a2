import { Disposable, type ExtensionContext, type LogOutputChannel, type Memento, Uri, window } from 'vscode';
import type { Importing } from '../importing/importing';
import type { Files } from '../store/files';
import { Analyses } from './analyses';
import { LiveAnnotations } from './annotations';
import { Chronicle } from './chronicle';
import { Codebooks } from './codebooks';
import { Decisions } from './decisions';
import { editorFiles, editorIndexer } from './editorIndexer';
import { FolderEvents } from './folderEvents';
import { History } from './history';
import { Indicators } from './indicators';
import { LastSeen } from './lastSeen';
import { NameLists } from './nameLists';
import { openDocuments } from './openDocuments';
import type { LocalMachine, Platform } from './platform';
import { recordEdits } from './recordEdits';
import { sameFile } from './sameFile';
import { sidecarFiles } from './sidecarFiles';
import { Sidecars } from './sidecars';
import { Topics } from './topics';
import { Transcripts } from './transcripts';
import { Words } from './words';
import { WorkspaceIndex } from './workspaceIndex';

/** What every feature gets. */
export interface Services extends Disposable {
  readonly analyses: Analyses;
  readonly annotations: LiveAnnotations;
  readonly sidecars: Sidecars;
  readonly codebooks: Codebooks;
  readonly history: History;
  /** Files as the editor needs them written: the only way to write one that a person may have open. */
  readonly files: Files<Uri>;
  readonly folders: FolderEvents;
  readonly words: Words;
  readonly topics: Topics;
  readonly indicators: Indicators;
  /** What was decided on documents: whether they are transcripts. */
  readonly decisions: Decisions;
  readonly index: WorkspaceIndex;
  readonly names: NameLists;
  readonly chronicle: Chronicle;
  readonly transcripts: Transcripts;
  /** What reads documents of other programs. */
  readonly importing: Importing;
  readonly extensionUri: Uri;
  readonly globalStorageUri: Uri;
  /** What only hosts with Node have. */
  readonly machine: LocalMachine | undefined;
  readonly log: LogOutputChannel;
  readonly workspaceState: Memento;
}

export function createServices(
  { workspaceState, storageUri, globalStorageUri, extensionUri }: ExtensionContext,
  { machine, segmenter, indexer, importing }: Platform,
): Services {
  const log = window.createOutputChannel('Policy Transcripts', { log: true });
  const files = sidecarFiles(machine?.files);
  const sidecars = new Sidecars(files, log);
  const codebooks = new Codebooks(files, log);
  const names = new NameLists(files);
  const history = new History(sidecars, codebooks, names, files, log);
  const analyses = new Analyses(sidecars);
  const words = new Words(segmenter, codebooks, log);
  const topics = new Topics(analyses, words, log);
  const indicators = new Indicators(words, log);
  const lastSeen = new LastSeen(storageUri);
  const annotations = new LiveAnnotations(sidecars, analyses, lastSeen);
  const cache = storageUri?.scheme === 'file' ? Uri.joinPath(storageUri, 'index.jsonl').fsPath : undefined;
  const decisions = new Decisions(workspaceState);
  const folders = new FolderEvents();
  const index = new WorkspaceIndex(
    editorIndexer(
      machine?.indexer(cache),
      indexer(editorFiles, (reason) =>
        log.warn(`no worker could be started: the index reads transcripts in the extension's own thread (${reason})`),
      ),
    ),
    decisions,
    () => openDocuments(analyses, annotations),
    sameFile(machine),
    machine,
    folders,
    log,
  );
  const chronicle = new Chronicle({ index, names });
  const transcripts = new Transcripts(analyses, annotations, index, sidecars, workspaceState);
  const recorder = recordEdits({ annotations, sidecars, lastSeen, log });
  const all = [
    importing,
    recorder,
    transcripts,
    chronicle,
    names,
    index,
    folders,
    topics,
    indicators,
    words,
    annotations,
    analyses,
    history,
    codebooks,
    sidecars,
    log,
  ];
  return {
    analyses,
    annotations,
    sidecars,
    codebooks,
    history,
    files,
    folders,
    words,
    topics,
    indicators,
    decisions,
    index,
    names,
    chronicle,
    transcripts,
    importing,
    extensionUri,
    globalStorageUri,
    machine,
    log,
    workspaceState,
    dispose: () => Disposable.from(...all).dispose(),
  };
}
