import { commands, Disposable, env, l10n, ProgressLocation, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { Annotation, Sidecar } from '../../core/annotation/annotation';
import type { Grouping } from '../../core/export/passagesMarkdown';
import { PASSAGE_COLUMNS, type Row } from '../../core/query/row';
import type { Span } from '../../core/text/span';
import { readAnnotationReferences, transcriptAt } from '../../host/annotationReference';
import { engine } from '../../host/engine';
import { isReference, placeOf } from '../../host/findingReference';
import { COMMANDS, LANGUAGE } from '../../host/ids';
import { showError } from '../../host/messages';
import { pathOf } from '../../host/pathOf';
import type { Services } from '../../host/services';
import { sidecarOf } from '../../host/sidecars';
import { countTranscripts, fileName, wordState } from '../../host/wording';
import { writeExport } from '../../host/writeExport';
import { exportFigures } from './exportFigures';

interface Format {
  readonly extension: 'csv' | 'md' | 'jsonl';
  readonly write: (rows: readonly Row[]) => string;
}

/** What a key binding or script can pass so that nothing is asked. */
interface ExportArguments {
  readonly target?: Uri;
  readonly by?: Grouping;
}

/** Getting the work out: annotated passages as tables and Markdown, counts of tags, and single passages with citation. */
export function registerExporting(services: Services): Disposable {
  return Disposable.from(
    commands.registerCommand(COMMANDS.exportAnnotations, (argument?: ExportArguments) => exportAll(services, argument)),
    commands.registerCommand(COMMANDS.exportClaims, (argument?: ExportArguments) =>
      exportFigures(services, argument?.target),
    ),
    commands.registerCommand(COMMANDS.copyWithCitation, async (argument?: unknown, selected?: unknown) => {
      const rows = await rowsToCopy(services, argument, selected);
      if (rows.length === 0) {
        window.showInformationMessage(l10n.t('Select the words to copy, or put the cursor into an annotated passage.'));
        return;
      }
      await env.clipboard.writeText(rows.map((row) => engine().citation(row)).join('\n'));
      window.setStatusBarMessage(l10n.t('Copied with citation'), 3000);
    }),
  );
}

async function exportAll(services: Services, argument: ExportArguments | undefined): Promise<void> {
  const { transcripts, log } = services;
  const shown = transcripts.shownHeads();
  const annotated = shown.filter(({ counts }) => counts.annotations > 0);
  const unread = shown.flatMap(({ uri, fault }) => (fault ? [fileName(sidecarOf(uri))] : []));
  if (unread.length > 0) {
    window.showWarningMessage(l10n.t('Left out, because they cannot be read: {0}', unread.join(', ')));
  }
  if (annotated.length === 0) {
    window.showInformationMessage(
      l10n.t(
        'There are no annotations in what the views show. Open an annotated transcript, or show the whole workspace.',
      ),
    );
    return;
  }
  const count = annotated.reduce((sum, { counts }) => sum + counts.annotations, 0);
  const source = annotated.length === 1 ? fileName(annotated[0]!.uri) : countTranscripts(annotated.length);
  const format = argument?.target ? formatOf(argument.target, argument.by ?? 'tag') : await pickFormat(count, source);
  const target = argument?.target ?? (format && (await askForTarget(format, annotated[0]!.uri)));
  if (!format || !target) return;
  try {
    const rows = await window.withProgress(
      { location: ProgressLocation.Notification, title: l10n.t('Exporting annotations'), cancellable: true },
      async (progress, token) => {
        const all: Row[] = [];
        for (const { uri } of annotated) {
          if (token.isCancellationRequested) return undefined;
          progress.report({ message: fileName(uri), increment: 100 / annotated.length });
          all.push(...(await passagesOf(services, uri)));
        }
        return all;
      },
    );
    if (!rows) return;
    const done = l10n.t('{0} annotations were written to {1}.', rows.length, fileName(target));
    await writeExport(log, target, format.write(rows), done);
  } catch (error) {
    await showError(log, error, fileName(target));
  }
}

const csv = (rows: readonly Row[]) => engine().writeRowsCsv(rows, PASSAGE_COLUMNS);
const jsonLines = (rows: readonly Row[]) => engine().writeRowsJsonLines(rows, PASSAGE_COLUMNS);

function formatOf({ path }: Uri, by: Grouping): Format {
  if (path.endsWith('.md'))
    return { extension: 'md', write: (rows) => engine().writePassagesMarkdown(rows, by, wordState) };
  if (path.endsWith('.jsonl')) return { extension: 'jsonl', write: jsonLines };
  return { extension: 'csv', write: csv };
}

async function pickFormat(count: number, source: string): Promise<Format | undefined> {
  const markdown = (by: Grouping): Format => ({
    extension: 'md',
    write: (rows) => engine().writePassagesMarkdown(rows, by, wordState),
  });
  const items: (QuickPickItem & { format: Format })[] = [
    { label: l10n.t('Passages by tag'), description: 'Markdown', format: markdown('tag') },
    { label: l10n.t('Passages by transcript'), description: 'Markdown', format: markdown('transcript') },
    { label: l10n.t('Passages by speaker'), description: 'Markdown', format: markdown('speaker') },
    {
      label: l10n.t('Passages as table'),
      description: 'CSV',
      format: { extension: 'csv', write: csv },
    },
    {
      label: l10n.t('How often each tag is used, by speaker and transcript'),
      description: 'CSV',
      format: { extension: 'csv', write: engine().writeTagCounts },
    },
    {
      label: l10n.t('Passages for programs'),
      description: 'JSON Lines',
      format: { extension: 'jsonl', write: jsonLines },
    },
  ];
  const placeHolder = l10n.t('{0} annotations of {1}', count, source);
  return (await window.showQuickPick(items, { title: l10n.t('Export Annotations'), placeHolder }))?.format;
}

const askForTarget = ({ extension }: Format, near: Uri): Thenable<Uri | undefined> =>
  window.showSaveDialog({
    defaultUri: Uri.joinPath(near, '..', `${l10n.t('annotations')}.${extension}`),
    filters: { [extension.toUpperCase()]: [extension] },
    title: l10n.t('Export Annotations'),
  });

/** The passages of one transcript; an open one as it stands in the editor. */
async function passagesOf(services: Services, uri: Uri, own?: Pick<Sidecar, 'annotations'>): Promise<Row[]> {
  const { analyses, sidecars, codebooks } = services;
  const { sidecar } = await sidecars.load(uri);
  const { codebook } = await codebooks.load(uri);
  const open = analyses.openAt(uri);
  const { text, analysis } = open
    ? { text: analyses.get(open).source.text, analysis: analyses.get(open) }
    : engine().readTranscriptBytes(pathOf(uri), await workspace.fs.readFile(uri), sidecar);
  const path = workspace.asRelativePath(uri);
  const { annotatedRows, queryDocument } = engine();
  return annotatedRows(queryDocument(path, text, analysis, { ...sidecar, ...own }), codebook);
}

/** The annotations that the command was called on; in the editor what is selected, annotated or not. */
async function rowsToCopy(services: Services, argument: unknown, selected: unknown): Promise<Row[]> {
  if (isReference(argument)) {
    const { uri, range } = placeOf(argument);
    const { source } = services.analyses.get(await workspace.openTextDocument(uri));
    return passagesOf(services, uri, { annotations: [passing(source.text, source.span(range))] });
  }
  const editor = window.activeTextEditor;
  const isSelection = argument === undefined || argument instanceof Uri;
  if (isSelection && editor?.document.languageId === LANGUAGE && !editor.selection.isEmpty) {
    const analysed = services.analyses.get(editor.document);
    const { source } = analysed;
    const selected = source.span(editor.selection);
    const [span = selected] = await services.words.selected(analysed, [selected]);
    const annotation = passing(source.text, span);
    return passagesOf(services, editor.document.uri, { annotations: [annotation] });
  }
  const references = await readAnnotationReferences(isSelection ? undefined : argument, selected, services.annotations);
  const rows: Row[] = [];
  for (const reference of references) {
    const all = await passagesOf(services, transcriptAt(reference));
    rows.push(...all.filter(({ id }) => id === reference.id));
  }
  return rows;
}

/** A selection as an annotation that is kept nowhere. */
const passing = (text: string, span: Span): Annotation => ({
  id: '',
  tags: [],
  target: engine().describeTarget(text, span),
});
