import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  Uri,
  workspace,
} from 'vscode';
import { normaliseText } from '../../core/text/normalise';
import { followRename, type Rename } from '../../host/followRename';
import type { Services } from '../../host/services';
import { quoteWords } from '../../host/wording';
import { nameSubject, readNote, type Subject, stepOf } from './subject';

/** The notes as files: each is read from, and saved to, the sidecar or the codebook. */
export class Notes implements FileSystemProvider, Disposable {
  private readonly changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly opened = new Map<string, Uri>();
  /** What each editor shows: another note is not overwritten. */
  private readonly lastRead = new Map<string, string>();
  private readonly versions = new Map<string, { note: string; mtime: number }>();
  /** Since this window was opened: an editor keeps the address with which it was opened. */
  private readonly renames: Rename[] = [];
  private readonly subscription: Disposable;

  constructor(private readonly services: Services) {
    // a note changed in the file itself, or undone, shows in its editor
    this.subscription = Disposable.from(
      services.sidecars.onDidChange((transcript) => {
        this.announce(({ uri }) => uri === transcript.toString());
      }),
      services.codebooks.onDidChange(() => this.announce((subject) => 'tag' in subject)),
      workspace.onDidRenameFiles(({ files }) => this.renames.push(...files)),
    );
  }

  private announce(isMeant: (subject: Subject) => boolean): void {
    const uris = [...this.opened.values()].filter((uri) => isMeant(this.subjectOf(uri)));
    this.changed.fire(uris.map((uri) => ({ type: FileChangeType.Changed, uri })));
  }

  async stat(uri: Uri) {
    const note = await this.noteAt(uri);
    const size = new TextEncoder().encode(note).length;
    return { type: FileType.File, ctime: 0, mtime: this.timeOf(uri, note), size };
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
    const note = await this.noteAt(uri);
    this.opened.set(uri.toString(), uri);
    this.lastRead.set(uri.toString(), note);
    return new TextEncoder().encode(note);
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const subject = this.subjectOf(uri);
    const note = normaliseText(new TextDecoder().decode(content)).replace(/\s+$/u, '');
    const before = this.lastRead.get(uri.toString()) ?? '';
    const name = quoteWords((await nameSubject(this.services, subject)) ?? '');
    const step = stepOf(this.services, subject, note || null, before || null);
    if (!(await this.services.history.run(l10n.t('note on “{0}”', name), [step])))
      throw FileSystemError.Unavailable(uri);
    this.lastRead.set(uri.toString(), note);
  }

  private async noteAt(uri: Uri): Promise<string> {
    const note = await readNote(this.services, this.subjectOf(uri));
    if (note === undefined) throw FileSystemError.FileNotFound(uri);
    return note;
  }

  /** What a note is about, wherever its transcript is now. */
  private subjectOf({ query }: Uri): Subject {
    const subject = JSON.parse(query) as Subject;
    return { ...subject, uri: this.renames.reduce(followRename, Uri.parse(subject.uri)).toString() };
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
