import {
  commands,
  Disposable,
  l10n,
  type Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  window,
} from 'vscode';
import type { Span } from '../../core/text/span';
import { turnOf } from '../../core/transcript/transcript';
import type { AnalysedDocument } from '../../host/analyses';
import { COMMANDS, INTERNAL_COMMANDS, LANGUAGE } from '../../host/ids';
import { rememberRevealed } from '../../host/revealed';
import type { Services } from '../../host/services';
import { textColumn } from '../../host/textColumn';

/** The commands that go somewhere: those that tree nodes and links call, and to the next or previous of a kind. */
export function registerNavigation({ analyses, log }: Services): Disposable {
  const reveal = commands.registerCommand(
    INTERNAL_COMMANDS.reveal,
    async (uri: Uri, range: Range, preserveFocus = true) => {
      try {
        const editor = await window.showTextDocument(uri, { preserveFocus, viewColumn: textColumn(uri) });
        select(editor, range);
        rememberRevealed(editor);
      } catch (error) {
        log.error(`cannot show ${uri.toString()}`, error as Error);
        window.showErrorMessage(l10n.t('{0} cannot be opened. Was it moved or deleted?', uri.fsPath));
      }
    },
  );
  /** Goes from the caret to the first span behind it (`step` 1) or the last before it (-1). */
  const go = (command: string, step: 1 | -1, spans: (analysed: AnalysedDocument) => readonly Span[]) =>
    commands.registerCommand(command, () => {
      const editor = window.activeTextEditor;
      if (editor?.document.languageId !== LANGUAGE) return;
      const analysed = analyses.get(editor.document);
      const caret = analysed.source.offset(editor.selection.active);
      const all = spans(analysed);
      const next = step > 0 ? all.find(({ start }) => start > caret) : all.findLast(({ start }) => start < caret);
      if (next) select(editor, analysed.source.range(next));
      else
        window.setStatusBarMessage(
          step > 0 ? l10n.t('This was the last one.') : l10n.t('This was the first one.'),
          3000,
        );
    });
  const questions = ({ questions, turns }: AnalysedDocument) =>
    questions.map((question) => {
      const turn = turnOf(question, turns);
      return turn?.kind === 'question' ? turn.labelSpan : question;
    });
  const turns = (analysed: AnalysedDocument) => analysed.turns.map(({ labelSpan }) => labelSpan);
  const claims = (analysed: AnalysedDocument) => analysed.claims;
  const slogans = (analysed: AnalysedDocument) => analysed.slogans;
  return Disposable.from(
    reveal,
    commands.registerCommand(COMMANDS.showLog, () => log.show()),
    go(COMMANDS.nextQuestion, 1, questions),
    go(COMMANDS.previousQuestion, -1, questions),
    go(COMMANDS.nextTurn, 1, turns),
    go(COMMANDS.previousTurn, -1, turns),
    go(COMMANDS.nextClaim, 1, claims),
    go(COMMANDS.previousClaim, -1, claims),
    go(COMMANDS.nextSlogan, 1, slogans),
    go(COMMANDS.previousSlogan, -1, slogans),
  );
}

/** Longer passages are gone to, not selected: a paragraph turned blue is hard to read. */
const SELECTED_LENGTH = 100;

/** Selects the words, so that they are seen and can be tagged at once, with the caret at their beginning. */
function select(editor: TextEditor, range: Range): void {
  const isShort = range.isSingleLine && range.end.character - range.start.character <= SELECTED_LENGTH;
  editor.selection = new Selection(isShort ? range.end : range.start, range.start);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
