import {
  CodeAction,
  CodeActionKind,
  commands,
  DiagnosticSeverity,
  Disposable,
  FileType,
  l10n,
  languages,
  Uri,
  workspace,
} from 'vscode';
import { SIDECAR_SUFFIX } from '../../core/annotation/annotation';
import { COMMANDS } from '../../host/ids';
import { OwnDiagnostic, wholeLine } from '../../host/ownDiagnostic';
import type { Services } from '../../host/services';
import { fileName } from '../../host/wording';
import { excluded } from '../../host/workspaceFiles';
import { mayBeCopy, sidecarCopies } from '../../store/sidecarCopies';
import { mergeCopy } from './mergeCopy';

const FILES = '**/*.annotations*.{yaml,yml}';
const KIND = 'secondVersion';
/** Synchronising programs write many files at once. */
const SETTLE_MS = 500;

/** Second versions of sidecars, as synchronising leaves them: said in the Problems panel, and merged on one click. */
export function registerSidecarCopies(services: Services): Disposable {
  const { folders, log } = services;
  const collection = languages.createDiagnosticCollection('policy-transcript-copies');
  /** The sidecar that each copy belongs to. */
  const sidecars = new Map<string, Uri>();
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    const files = (await workspace.findFiles(FILES, excluded())).filter((uri) => mayBeCopy(fileName(uri)));
    const folders = new Map(files.map((uri) => [Uri.joinPath(uri, '..').toString(), Uri.joinPath(uri, '..')]));
    const found: [Uri, OwnDiagnostic[]][] = [];
    sidecars.clear();
    for (const folder of folders.values()) {
      const entries = await workspace.fs.readDirectory(folder);
      const names = entries.flatMap(([name, type]) => (type === FileType.Directory ? [] : [name]));
      for (const { name, transcript } of sidecarCopies(names)) {
        const copy = Uri.joinPath(folder, name);
        const sidecar = Uri.joinPath(folder, transcript + SIDECAR_SUFFIX);
        sidecars.set(copy.toString(), sidecar);
        const words = l10n.t(
          'This is a second version of {0}, and nothing reads it. Merge it, or delete it.',
          fileName(sidecar),
        );
        found.push([copy, [new OwnDiagnostic(wholeLine(0), words, DiagnosticSeverity.Warning, KIND)]]);
      }
    }
    collection.clear();
    collection.set(found);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => look().catch((error) => log.error('cannot look for copies', error)), SETTLE_MS);
  };
  const changed = (uri: Uri) => {
    if (mayBeCopy(fileName(uri))) soon();
  };
  const gone = (uri: Uri) => {
    if ([...sidecars.values()].some(({ path }) => path.startsWith(`${uri.path}/`))) soon();
  };
  const watcher = workspace.createFileSystemWatcher(FILES, false, true);
  soon();
  return Disposable.from(
    collection,
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
    folders.onDidCome(soon),
    folders.onDidGo(gone),
    workspace.onDidChangeWorkspaceFolders(soon),
    new Disposable(() => clearTimeout(timer)),
    languages.registerCodeActionsProvider(
      { pattern: FILES },
      {
        provideCodeActions: ({ uri }, _, { diagnostics }) => {
          const sidecar = sidecars.get(uri.toString());
          const own = diagnostics.filter((one) => one instanceof OwnDiagnostic && one.kind === KIND);
          if (!sidecar || own.length === 0) return [];
          const action = new CodeAction(l10n.t('Merge into {0}', fileName(sidecar)), CodeActionKind.QuickFix);
          action.command = { command: COMMANDS.mergeCopy, title: action.title, arguments: [uri] };
          action.diagnostics = own;
          return [action];
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    commands.registerCommand(COMMANDS.mergeCopy, async (copy: Uri) => {
      const sidecar = sidecars.get(copy.toString());
      if (sidecar) await mergeCopy(services, copy, sidecar);
    }),
  );
}
