import { type Disposable, type LogOutputChannel, l10n, type Uri, window, workspace } from 'vscode';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import type { CodebookOperation } from '../core/codebook/codebookOperation';
import type { NamesOperation } from '../core/names/editNames';
import type { Files } from '../store/files';
import type { Codebooks } from './codebooks';
import { followRename, type Rename } from './followRename';
import { type MadeTranscript, makeTranscript, removeTranscript } from './madeTranscripts';
import { showError, wordCodebookRefusal, wordNamesRefusal, wordRefusal } from './messages';
import type { NameLists, NamesKind } from './nameLists';
import { type Sidecars, sidecarOf } from './sidecars';
import { tellElsewhere } from './tellElsewhere';
import { fileName } from './wording';

/** One file's part of a change. */
export type Step =
  | { readonly transcript: Uri; readonly operations: readonly SidecarOperation[] }
  | { readonly codebook: Uri; readonly operations: readonly CodebookOperation[] }
  | { readonly names: Uri; readonly list: NamesKind; readonly operations: readonly NamesOperation[] }
  /** A whole file, from what it holds to what it shall hold; undefined where there is, or shall be, none. */
  | { readonly file: Uri; readonly before: string | undefined; readonly after: string | undefined }
  /** A transcript is made, of an original or of what was copied; one that is there already as it would be is left. */
  | { readonly made: Uri; readonly as: MadeTranscript }
  /** Such a transcript is removed, with its sidecar, whose text was `sidecar`. */
  | { readonly removed: Uri; readonly as: MadeTranscript; readonly sidecar: string | undefined };

/** Each step has its file under the name of its kind. */
const KINDS = ['transcript', 'codebook', 'names', 'file', 'made', 'removed'] as const;
type Kind = (typeof KINDS)[number];
type StepOf<K extends Kind> = Extract<Step, Readonly<Record<K, Uri>>>;

/** The step that takes one back, or why it was refused. */
interface Made {
  readonly back?: Step;
  readonly refused?: Refused;
}

interface Refused {
  readonly code: string;
  /** Says it to the person. */
  readonly tell: () => void;
}

/** Refusals that tell that a file is not what it was thought to be. */
const OUTDATED: readonly string[] = ['changedSince', 'missingEntry'];

/** So often a change is planned again where files were changed meanwhile. */
const REPLANS = 3;

/** A change of annotations, codebook or names that is made, undone and redone as a whole. */
interface Change {
  readonly label: string;
  readonly steps: readonly Step[];
}

const DEPTH = 200;

/** Carries out all changes of annotations since the window was opened, and takes them back in turn. */
export class History implements Disposable {
  private done: Change[] = [];
  private undone: Change[] = [];
  private last: Promise<unknown> = Promise.resolve();
  private readonly renames: Disposable;

  constructor(
    private readonly sidecars: Sidecars,
    private readonly codebooks: Codebooks,
    private readonly names: NameLists,
    private readonly files: Files<Uri>,
    private readonly log: LogOutputChannel,
  ) {
    this.renames = workspace.onDidRenameFiles(({ files }) => {
      for (const rename of files) {
        this.done = this.done.map((change) => moved(change, rename));
        this.undone = this.undone.map((change) => moved(change, rename));
      }
    });
  }

  /**
   * Makes a change in all its files or in none. What goes wrong is said to the person in one sentence; resolves with
   * whether it was made. `label` names it for undoing. Steps that are planned are so in their turn, and again where somebody
   * else came between; a plan without any makes nothing.
   */
  async run(label: string, plan: readonly Step[] | (() => Promise<readonly Step[]>)): Promise<boolean> {
    return this.inTurn(async () => {
      const { undo, refused } = await (typeof plan === 'function' ? this.carryOutPlanned(plan) : this.carryOut(plan));
      refused?.tell();
      if (!undo) return false;
      this.done.push({ label, steps: undo });
      this.done.splice(0, this.done.length - DEPTH);
      this.undone.length = 0;
      window.setStatusBarMessage(l10n.t('Done: {0}', label), 4000);
      return true;
    });
  }

  /** Changes follow one another, however fast keys are pressed. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => {});
    return result;
  }

  undo(): Promise<void> {
    return this.turns(
      this.done,
      this.undone,
      (label) => l10n.t('Undone: {0}', label),
      l10n.t('No change of annotations to undo.'),
    );
  }

  redo(): Promise<void> {
    return this.turns(
      this.undone,
      this.done,
      (label) => l10n.t('Redone: {0}', label),
      l10n.t('No change of annotations to redo.'),
    );
  }

  private turns(from: Change[], to: Change[], say: (label: string) => string, nothing: string): Promise<void> {
    return this.inTurn(() => this.turn(from, to, say, nothing));
  }

  private async turn(from: Change[], to: Change[], say: (label: string) => string, nothing: string): Promise<void> {
    const change = from.at(-1);
    if (!change) {
      window.setStatusBarMessage(nothing, 3000);
      return;
    }
    const { undo: back, refused } = await this.carryOut(change.steps);
    refused?.tell();
    // what is no longer there will never be: it must not stand before the changes below it
    if (back || (refused && OUTDATED.includes(refused.code))) from.pop();
    if (back) {
      to.push({ label: change.label, steps: back });
      window.setStatusBarMessage(say(change.label), 3000);
      tellElsewhere(say(change.label), {
        transcripts: change.steps.flatMap((step) => ('transcript' in step ? [step.transcript] : [])),
        others: change.steps.flatMap((step) => ('transcript' in step || 'removed' in step ? [] : [fileOf(step)])),
      });
    }
  }

  private async carryOutPlanned(plan: () => Promise<readonly Step[]>): Promise<{ undo?: Step[]; refused?: Refused }> {
    for (let left = REPLANS; ; left--) {
      const steps = await plan();
      if (steps.length === 0) return {};
      const carriedOut = await this.carryOut(steps);
      const { refused } = carriedOut;
      if (left === 0 || !refused || !OUTDATED.includes(refused.code)) return carriedOut;
    }
  }

  /** The steps that take it back, in the order in which they must be made; none where nothing was changed. */
  private async carryOut(steps: readonly Step[]): Promise<{ undo?: Step[]; refused?: Refused }> {
    const undo: Step[] = [];
    for (const step of steps) {
      const made = await this.step(step);
      if (made.back) {
        undo.unshift(made.back);
        continue;
      }
      for (const earlier of undo) await this.step(earlier);
      return made.refused === undefined ? {} : { refused: made.refused };
    }
    return { undo };
  }

  private async step(step: Step): Promise<Made> {
    const file = fileOf(step);
    if (file.scheme === 'untitled') {
      window.showInformationMessage(l10n.t('Save the transcript first: annotations are kept in a file next to it.'));
      return {};
    }
    try {
      return await (this.make[kindOf(step)] as (step: Step) => Promise<Made>)(step);
    } catch (error) {
      // not awaited: it ends when the person closes it, and what was done before must be taken back now
      void showError(this.log, error, fileName(file));
    }
    return {};
  }

  /** Makes a step of each kind. */
  private readonly make: { readonly [K in Kind]: (step: StepOf<K>) => Promise<Made> } = {
    transcript: async ({ transcript, operations }) => {
      const applied = await this.sidecars.apply(transcript, operations);
      if ('undo' in applied) return { back: { transcript, operations: applied.undo } };
      this.log.warn(`refused ${JSON.stringify(operations)}: ${JSON.stringify(applied.refused)}`);
      return refused(applied.refused.code, wordRefusal(applied.refused, fileName(sidecarOf(transcript))));
    },
    codebook: async ({ codebook, operations }) => {
      const applied = await this.codebooks.apply(codebook, operations);
      if ('undo' in applied) return { back: { codebook, operations: applied.undo } };
      return refused(applied.refused.code, wordCodebookRefusal(applied.refused, fileName(codebook)));
    },
    names: async ({ names, list, operations }) => {
      const applied = await this.names.apply(names, list, operations);
      if ('undo' in applied) return { back: { names, list, operations: applied.undo } };
      return refused(applied.refused.code, wordNamesRefusal(applied.refused, fileName(names)));
    },
    file: async ({ file, before, after }) => {
      let isChanged = false;
      await this.files.update(file, (text) => {
        isChanged = text !== before;
        return isChanged ? undefined : after;
      });
      if (isChanged)
        return refused('changedSince', l10n.t('{0} was changed meanwhile, so it stays as it is.', fileName(file)));
      if (after === undefined) await workspace.fs.delete(file);
      return { back: { file, before: after, after: before } };
    },
    made: async ({ made, as }) => {
      const result = await makeTranscript({ sidecars: this.sidecars, files: this.files }, made, as);
      return 'refused' in result ? said(result.refused) : { back: { removed: made, as, sidecar: result.sidecar } };
    },
    removed: async ({ removed, as, sidecar }) => {
      const result = await removeTranscript(this.files, removed, as, sidecar);
      await this.sidecars.reload(removed);
      return result ? said(result.refused) : { back: { made: removed, as } };
    },
  };

  dispose(): void {
    this.renames.dispose();
  }
}

const refused = (code: string, words: string): Made => ({
  refused: { code, tell: () => void window.showErrorMessage(words) },
});

/** What would have to be as it was will not be so again. */
const said = (words: string): Made => ({
  refused: { code: 'changedSince', tell: () => void window.showWarningMessage(words) },
});

const kindOf = (step: Step): Kind => KINDS.find((kind) => kind in step)!;
const uriOf = (step: Step): Uri => (step as unknown as Record<Kind, Uri>)[kindOf(step)];
const fileOf = (step: Step): Uri => ('transcript' in step ? sidecarOf(step.transcript) : uriOf(step));

/** The same change where a file, or a folder that it is in, has another name. */
const moved = ({ label, steps }: Change, rename: Rename): Change => ({
  label,
  steps: steps.map((step) => ({ ...step, [kindOf(step)]: followRename(uriOf(step), rename) })),
});
