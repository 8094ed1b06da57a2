import { commands, Disposable, l10n, Uri, type ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { ContextRow, ExploreAnswer } from '../../core/explore/explore';
import { engine } from '../../host/engine';
import { COMMANDS, EXPLORE } from '../../host/ids';
import { withIndicators } from '../../host/indicators';
import { joinedCodebook, knownNames } from '../../host/knownNames';
import type { Services } from '../../host/services';
import { sidecarOf } from '../../host/sidecars';
import { webviewPage } from '../../host/webviewPage';
import { fileName } from '../../host/wording';
import { wordProblem } from '../../host/wordProblem';
import { slices } from '../../store/inSlices';
import { exploreRequest } from './exploreRequest';
import type { Choice, ExtensionMessage, Matrix, Mode, PageMessage } from './messages';
import { pageWords } from './pageWords';
import { openQuery, savePicture, saveQuery, saveTable } from './queryFiles';
import { actOnRows, OVER_TIME } from './rowActions';

/** Where the layout of the table of figures is kept. */
const LAYOUT = 'figureTable';
const FOLLOW_MS = 150;
/** The page keeps all rows that it is told: more than these would fill its memory, and nobody reads them. */
const MOST_ROWS = 100_000;
/** So many other names of an indicator are offered beside it. */
const OFFERED = 4;

/** What the transcripts of the workspace answer: passages, concordance, matrices, figures and slogans over time. */
export class ExplorePanel implements Disposable {
  private readonly all: Disposable;
  private running: AbortController | undefined;
  private readonly closed = new AbortController();
  private isReady = false;
  private waiting: Partial<Choice> | undefined;
  /** To the question that was asked last. */
  private answer: ExploreAnswer | undefined;
  /** Names that are being asked for. */
  private naming: Promise<void> | undefined;
  private following: NodeJS.Timeout | undefined;

  constructor(
    private readonly services: Services,
    private readonly panel: WebviewPanel,
    onDispose: () => void,
  ) {
    const { extensionUri } = services;
    panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] };
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media/transcript-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media/transcript-dark.svg'),
    };
    this.all = Disposable.from(
      panel,
      panel.webview.onDidReceiveMessage((message: PageMessage) => this.take(message)),
      services.codebooks.onDidChange(() => void this.tellTags()),
      services.index.onDidChange(() => void this.tellNames()),
      services.names.onDidChange(() => this.tell({ kind: 'again', modes: OVER_TIME })),
      services.transcripts.onDidChange(() => this.follow()),
      services.indicators.onDidChange(() => this.follow()),
    );
    panel.onDidDispose(() => {
      this.running?.abort(new Error('closed'));
      this.closed.abort(new Error('closed'));
      clearTimeout(this.following);
      onDispose();
      this.all.dispose();
    });
    panel.webview.html = webviewPage(panel.webview, extensionUri, {
      name: 'explore',
      title: l10n.t('Explore'),
      body: '<form id="bar"></form>\n<p id="status" role="status"></p>\n<main id="result"></main>',
      ...{ hasOwnStyles: true, hasPictures: true },
      constants: { WORDS: pageWords(), LAYOUT: services.workspaceState.get(LAYOUT, {}) },
    });
  }

  static create(column: ViewColumn): WebviewPanel {
    return window.createWebviewPanel(EXPLORE, l10n.t('Explore'), column, {
      enableFindWidget: true,
      retainContextWhenHidden: true,
    });
  }

  /** Shows the panel and, where something is chosen for the person, runs that. */
  show(choice?: Partial<Choice>): void {
    this.panel.reveal();
    if (!choice) return;
    if (this.isReady) this.tell({ kind: 'choose', choice, isRun: true });
    else this.waiting = choice;
  }

  private tell(message: ExtensionMessage): void {
    void this.panel.webview.postMessage(message);
  }

  private async take(message: PageMessage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.isReady = true;
        await this.tellTags();
        // what was shown before the window was opened anew is shown again
        this.tell({
          kind: 'choose',
          choice: this.waiting ?? message.choice ?? {},
          isRun: (this.waiting ?? message.choice) !== undefined,
        });
        this.waiting = undefined;
        return;
      case 'run':
        return this.run(message.run, message.choice);
      case 'stop':
        this.running?.abort(new Error('stopped'));
        return;
      case 'write':
        return this.tell({ kind: 'written', text: engine().writeQuery(message.query) });
      case 'read':
        return this.understand(message.text, message.isAgainst);
      case 'save':
        return saveQuery(this.services, message.text);
      case 'load': {
        const query = await openQuery();
        if (query) this.tell({ kind: 'choose', choice: { query }, isRun: true });
        return;
      }
      case 'layout':
        await this.services.workspaceState.update(LAYOUT, message.layout);
        return;
      case 'same': {
        const { list, name, other } = message;
        const { answer } = this;
        if (answer) await commands.executeCommand(COMMANDS.sameNames, { kind: list, name, other, answer });
        return;
      }
      case 'near':
        return this.tellNear(message.name);
      case 'picture':
        return savePicture(this.services.log, message.svg);
      case 'export':
        return saveTable(this.services.log, message.header, message.cells);
      default:
        return actOnRows(this.services, message, {
          column: this.panel.viewColumn,
          tell: (told) => this.tell(told),
          askAgain: (modes) => this.askAgain(modes),
        });
    }
  }

  /** After the next change: the answer comes from files, which have to be looked at once more. */
  private askAgain(modes: readonly Mode[]): void {
    const looked = this.services.index.onDidChange(() => {
      looked.dispose();
      this.tell({ kind: 'again', modes });
    });
  }

  /** The table of what the views show is kept current, as the views are; of a whole workspace it stays as it was asked. */
  private follow(): void {
    clearTimeout(this.following);
    this.following = setTimeout(() => {
      if (this.services.transcripts.scope === 'document') this.tell({ kind: 'again', modes: ['table'] });
    }, FOLLOW_MS);
  }

  private understand(text: string, isAgainst: boolean): void {
    const { query, problems } = engine().readQuery(text);
    const words = problems.map((problem) =>
      problem.code === 'unparseable'
        ? wordProblem(problem)
        : l10n.t('Line {0}: {1}', problem.line + 1, wordProblem(problem)),
    );
    this.tell({ kind: 'understood', query, problems: words, isAgainst });
  }

  private async run(run: number, choice: Choice): Promise<void> {
    this.running?.abort(new Error('another search began'));
    const running = new AbortController();
    this.running = running;
    const { index, log, names, transcripts } = this.services;
    try {
      const request = await exploreRequest(choice, await joinedCodebook(this.services.codebooks), names);
      const only = choice.within === 'shown' ? transcripts.shownHeads().map(({ uri }) => uri.toString()) : undefined;
      this.name(choice, only);
      let found = 0;
      const told = new Set<string>();
      const tellFiles = (paths: readonly string[]) => {
        const fresh = [...new Set(paths)].filter((path) => !told.has(path));
        for (const path of fresh) told.add(path);
        const names = Object.fromEntries(fresh.map((path) => [path, workspace.asRelativePath(Uri.parse(path))]));
        if (fresh.length > 0) this.tell({ kind: 'files', names });
      };
      const answer = await index.ask(
        request,
        (rows) => {
          if (running.signal.aborted) return;
          tellFiles(rows.map(({ path }) => path));
          this.tell({ kind: 'rows', run, rows: choice.mode === 'table' ? this.refined(rows) : rows });
          found += rows.length;
          if (found < MOST_ROWS) return;
          this.tell({ kind: 'full', run, found });
          running.abort(new Error('enough was found'));
        },
        running.signal,
        {
          ...(only ? { only } : {}),
          isOfTexts: choice.within === 'texts',
          onProgress: ({ done, total }) => this.tell({ kind: 'progress', run, done, total }),
        },
      );
      tellFiles(answer.unplaced.map(({ path }) => path));
      if (answer.mode === 'matrix') this.tellGroups(answer.matrix, choice);
      this.answer = answer;
      const { rest, pages } = engine().answerPages(answer);
      const pause = slices();
      for (const page of pages) {
        const { figures = [], histories = [] } = page;
        tellFiles([...figures, ...histories.flatMap(({ uses }) => uses)].map(({ path }) => path));
        this.tell({ kind: 'page', run, page });
        await pause();
        if (running.signal.aborted) return;
      }
      this.tell({ kind: 'answer', run, answer: rest, unread: this.unread(only) });
    } catch (error) {
      if (running.signal.aborted) return;
      log.error('the workspace could not be asked', error as Error);
      this.tell({ kind: 'failed', run, words: l10n.t('The transcripts could not be asked. Details are in the log.') });
    }
  }

  /** Annotation files of which nothing is known: what they hold is missing in every answer. */
  private unread(only: readonly string[] | undefined): string[] {
    return this.services.transcripts
      .heads()
      .flatMap(({ uri, fault }) =>
        fault && (only?.includes(uri.toString()) ?? true) ? [fileName(sidecarOf(uri))] : [],
      );
  }

  /** Where transcripts are groups they are called as queries call them, by paths. */
  private tellGroups({ rows, columns }: Matrix, { by, across }: Choice): void {
    const paths = [...(by === 'document' ? rows : []), ...(across === 'document' ? columns : [])];
    if (paths.length === 0) return;
    this.tell({
      kind: 'files',
      names: Object.fromEntries(paths.map((path) => [path, workspace.asRelativePath(path)])),
    });
  }

  /** Says of what the answer is: in the title, and to those who cannot see it. */
  private name({ mode, within }: Choice, only: readonly string[] | undefined): void {
    const isSingle = within === 'shown' && this.services.transcripts.scope === 'document' && only?.length === 1;
    const name = isSingle ? fileName(Uri.parse(only[0]!)) : undefined;
    const figures = name ? l10n.t('Figures: {0}', name) : l10n.t('Figures');
    this.panel.title = mode === 'table' ? figures : l10n.t('Explore');
    const label = name ? l10n.t('Figures of {0}', name) : l10n.t('Figures of the whole workspace');
    this.tell({ kind: 'label', label });
  }

  /** In open transcripts a figure measures what the views say, which know classes of words. */
  private refined(rows: readonly ContextRow[]): readonly ContextRow[] {
    const { analyses, indicators } = this.services;
    const open = [...new Set(rows.map(({ path }) => path))].flatMap((path) => {
      const document = analyses.openAt(Uri.parse(path));
      return document
        ? [{ uri: document.uri, summary: indicators.refine(document.uri, analyses.summary(document)) }]
        : [];
    });
    return withIndicators(rows, open);
  }

  /** A few other names that may mean an indicator, of those that are shown. */
  private async tellNear(name: string): Promise<void> {
    const { answer } = this;
    if (answer?.mode !== 'figures') return;
    const near = engine().nearIndicators(name, answer.figures, await this.services.names.indicators());
    this.tell({ kind: 'near', name, near: near.slice(0, OFFERED) });
  }

  private async tellTags(): Promise<void> {
    const colors = engine()
      .allTags(await joinedCodebook(this.services.codebooks))
      .flatMap(({ path, color }) => (color ? [[path, color]] : []));
    this.tell({ kind: 'colors', colors: Object.fromEntries(colors) });
    void this.tellNames();
  }

  /** The first call begins to look at the workspace's files. */
  private tellNames(): Promise<void> {
    this.naming ??= this.askNames().finally(() => {
      this.naming = undefined;
    });
    return this.naming;
  }

  private async askNames(): Promise<void> {
    if (!this.isReady) return;
    try {
      this.tell({ kind: 'names', names: await knownNames(this.services, this.closed.signal) });
    } catch (error) {
      if (!this.closed.signal.aborted) this.services.log.error('names could not be told', error as Error);
    }
  }

  dispose(): void {
    this.all.dispose();
  }
}
