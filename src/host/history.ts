import { commands, type Disposable, type LogOutputChannel, l10n, type Uri, window } from 'vscode';
import type { SidecarOperation } from '../core/annotation/sidecarOperation';
import type { CodebookOperation } from '../core/codebook/codebookOperation';
import type { Codebooks } from './codebooks';
import { CONTEXT } from './ids';
import { showError, wordCodebookRefusal, wordRefusal } from './messages';
import { type Sidecars, sidecarOf } from './sidecars';
import { fileName } from './wording';

/** One file's part of a change. */
export type Step =
  | { readonly transcript: Uri; readonly operations: readonly SidecarOperation[] }
  | { readonly codebook: Uri; readonly operations: readonly CodebookOperation[] };

/** A change of annotations or codebook that is made, undone and redone as a whole. */
interface Change {
  readonly label: string;
  readonly steps: readonly Step[];
}

const DEPTH = 200;

/** Carries out all changes of annotations since the window was opened, and takes them back in turn. */
export class History implements Disposable {
  private readonly done: Change[] = [];
  private readonly undone: Change[] = [];

  constructor(
    private readonly sidecars: Sidecars,
    private readonly codebooks: Codebooks,
    private readonly log: LogOutputChannel,
  ) {}

  /**
   * Makes a change in all its files or in none. What goes wrong is said to the person in one sentence; resolves with
   * whether it was made. `label` names it for undoing.
   */
  async run(label: string, steps: readonly Step[]): Promise<boolean> {
    const undo = await this.carryOut(steps);
    if (!undo) return false;
    this.done.push({ label, steps: undo });
    this.done.splice(0, this.done.length - DEPTH);
    this.undone.length = 0;
    this.announce();
    return true;
  }

  undo(): Promise<void> {
    return this.turn(this.done, this.undone, (label) => l10n.t('Undone: {0}', label), l10n.t('Nothing to undo.'));
  }

  redo(): Promise<void> {
    return this.turn(this.undone, this.done, (label) => l10n.t('Redone: {0}', label), l10n.t('Nothing to redo.'));
  }

  private async turn(from: Change[], to: Change[], say: (label: string) => string, nothing: string): Promise<void> {
    const change = from.at(-1);
    if (!change) {
      window.setStatusBarMessage(nothing, 3000);
      return;
    }
    const back = await this.carryOut(change.steps);
    if (!back) return;
    from.pop();
    to.push({ label: change.label, steps: back });
    this.announce();
    window.setStatusBarMessage(say(change.label), 3000);
  }

  /** The steps that take it back, in the order in which they must be made; undefined where nothing was changed. */
  private async carryOut(steps: readonly Step[]): Promise<Step[] | undefined> {
    const undo: Step[] = [];
    for (const step of steps) {
      const back = await this.step(step);
      if (back) {
        undo.unshift(back);
        continue;
      }
      for (const earlier of undo) await this.step(earlier);
      return undefined;
    }
    return undo;
  }

  private async step(step: Step): Promise<Step | undefined> {
    const file = 'transcript' in step ? sidecarOf(step.transcript) : step.codebook;
    if (file.scheme === 'untitled') {
      window.showInformationMessage(l10n.t('Save the transcript first: annotations are kept in a file next to it.'));
      return undefined;
    }
    try {
      if ('transcript' in step) {
        const { transcript } = step;
        const applied = await this.sidecars.apply(transcript, step.operations);
        if ('undo' in applied) return { transcript, operations: applied.undo };
        window.showErrorMessage(wordRefusal(applied.refused, fileName(file)));
      } else {
        const { codebook } = step;
        const applied = await this.codebooks.apply(codebook, step.operations);
        if ('undo' in applied) return { codebook, operations: applied.undo };
        window.showErrorMessage(wordCodebookRefusal(applied.refused, fileName(file)));
      }
    } catch (error) {
      await showError(this.log, error, fileName(file));
    }
    return undefined;
  }

  private announce(): void {
    commands.executeCommand('setContext', CONTEXT.canUndo, this.done.length > 0);
    commands.executeCommand('setContext', CONTEXT.canRedo, this.undone.length > 0);
  }

  dispose(): void {
    this.done.length = 0;
    this.undone.length = 0;
  }
}
