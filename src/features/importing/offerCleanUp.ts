import {
  Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { normaliseText } from '../../core/text/normalise';
import { engine } from '../../host/engine';
import { COMMANDS, LANGUAGE } from '../../host/ids';

/** A text of which only single lines look broken may well be meant so. */
const MANY = 3;
const SETTLE_MS = 800;

/** Offers to clean up the transcript in the active editor where layout has broken its lines, in the language status. */
export function offerCleanUp(): Disposable {
  let item: LanguageStatusItem | undefined;
  let timer: NodeJS.Timeout | undefined;
  /** The document and version that was looked at last. */
  let seen = '';
  const look = () => {
    const document = window.activeTextEditor?.document;
    const key = document ? `${document.uri.toString()} ${document.version} ${document.languageId}` : '';
    if (key === seen) return;
    seen = key;
    item?.dispose();
    item = document?.languageId === LANGUAGE && looksBroken(document) ? offer() : undefined;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, SETTLE_MS);
  };
  soon();
  return Disposable.from(
    { dispose: () => clearTimeout(timer) },
    { dispose: () => item?.dispose() },
    window.onDidChangeActiveTextEditor(soon),
    workspace.onDidOpenTextDocument(soon),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) soon();
    }),
  );
}

const looksBroken = (document: TextDocument): boolean =>
  engine()
    .textLayout(normaliseText(document.getText()))
    .filter(({ joins, dropped }) => joins || dropped !== undefined).length >= MANY;

function offer(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('policyTranscripts.layout', { language: LANGUAGE });
  item.name = l10n.t('Policy Transcript');
  item.text = l10n.t('Lines are broken by layout');
  item.severity = LanguageStatusSeverity.Information;
  item.command = { command: COMMANDS.cleanUpLayout, title: l10n.t('Clean Up') };
  return item;
}
