import {
  commands,
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { normaliseText } from '../../core/text/normalise';
import {
  type AnnotationReference,
  readAnnotationReferences,
  referenceToAnnotation,
  transcriptAt,
} from '../../host/annotationReference';
import { followRename, type Rename } from '../../host/followRename';
import { COMMANDS, OWN_SCHEMES } from '../../host/ids';
import type { Services } from '../../host/services';
import { nameWords, shorten } from '../../host/wording';

const SCHEME = OWN_SCHEMES.note;

/** Notes are written in an editor of their own beside the text; saving it writes the note into the sidecar. */
export function registerNotes(services: Services): Disposable {
  const notes = new Notes(services);
  return Disposable.from(
    notes,
    workspace.registerFileSystemProvider(SCHEME, notes, { isCaseSensitive: true }),
    commands.registerCommand(COMMANDS.addNote, async (argument?: unknown, selected?: unknown) => {
      const [reference] = await readAnnotationReferences(argument, selected, services.annotations);
      if (!reference) {
        window.showInformationMessage(l10n.t('Put the cursor into an annotated passage first.'));
        return;
      }
      const annotation = await notes.find(reference);
      if (!annotation) return;
      const name = shorten(annotation.target.exact.replace(/[\s/\\?#]+/gu, ' ')).trim();
      const uri = Uri.from({
        scheme: SCHEME,
        path: `/${l10n.t('Note on “{0}”', name)}.md`,
        query: JSON.stringify(reference),
      });
      await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
    }),
  );
}

class Notes implements FileSystemProvider, Disposable {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly opened = new Map<string, Uri>();
  /** What each editor shows: another note is not overwritten. */
  private readonly lastRead = new Map<string, string | undefined>();
  private readonly versions = new Map<string, { note: string; mtime: number }>();
  /** Since this window was opened: an editor keeps the address with which it was opened. */
  private readonly renames: Rename[] = [];
  private readonly subscription: Disposable;

  constructor(private readonly services: Services) {
    // a note changed in the sidecar itself, or undone, shows in its editor
    this.subscription = Disposable.from(
      services.sidecars.onDidChange((transcript) => {
        for (const uri of this.opened.values()) {
          if (this.referenceOf(uri).uri === transcript.toString()) {
            this.changed.fire([{ type: FileChangeType.Changed, uri }]);
          }
        }
      }),
      workspace.onDidRenameFiles(({ files }) => this.renames.push(...files)),
    );
  }

  async find({ uri, id }: AnnotationReference) {
    const { sidecar } = await this.services.sidecars.load(Uri.parse(uri));
    return sidecar.annotations.find((annotation) => annotation.id === id);
  }

  async stat(uri: Uri) {
    const annotation = await this.find(this.referenceOf(uri));
    if (!annotation) throw FileSystemError.FileNotFound(uri);
    const size = new TextEncoder().encode(annotation.note ?? '').length;
    return { type: FileType.File, ctime: 0, mtime: this.timeOf(uri, annotation.note ?? ''), size };
  }

  /** When a note was first seen as it is: later for every change. */
  private timeOf(uri: Uri, note: string): number {
    const known = this.versions.get(uri.toString());
    if (known?.note === note) return known.mtime;
    const mtime = Math.max(Date.now(), (known?.mtime ?? 0) + 1);
    this.versions.set(uri.toString(), { note, mtime });
    return mtime;
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const annotation = await this.find(this.referenceOf(uri));
    if (!annotation) throw FileSystemError.FileNotFound(uri);
    this.opened.set(uri.toString(), uri);
    this.lastRead.set(uri.toString(), annotation.note);
    return new TextEncoder().encode(annotation.note ?? '');
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const reference = this.referenceOf(uri);
    const note = normaliseText(new TextDecoder().decode(content)).replace(/\s+$/u, '');
    const ifStill = { note: this.lastRead.get(uri.toString()) ?? null };
    const words = nameWords((await this.find(reference))?.target.exact ?? '');
    const step = {
      transcript: transcriptAt(reference),
      operations: [
        { kind: 'change', id: reference.id, changes: { note: note === '' ? null : note }, ifStill } as const,
      ],
    };
    if (!(await this.services.history.run(l10n.t('note on “{0}”', words), [step])))
      throw FileSystemError.Unavailable(uri);
    this.lastRead.set(uri.toString(), note === '' ? undefined : note);
  }

  /** The annotation of a note, wherever its transcript is now. */
  private referenceOf({ query }: Uri): AnnotationReference {
    const { uri, id } = JSON.parse(query) as AnnotationReference;
    return referenceToAnnotation(this.renames.reduce(followRename, Uri.parse(uri)), id);
  }

  watch(): Disposable {
    return new Disposable(() => {});
  }
  readDirectory(): [string, FileType][] {
    return [];
  }
  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }
  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }
  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
