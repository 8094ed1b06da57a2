import { commands, Disposable, l10n, languages, type TextDocument, window, workspace } from 'vscode';
import type { Decisions } from '../../host/decisions';
import { engine } from '../../host/engine';
import { fileExists } from '../../host/fileExists';
import { COMMANDS, LANGUAGE, SECTION } from '../../host/ids';
import { recognitionOf } from '../../host/recognition';
import type { Services } from '../../host/services';
import { sidecarOf } from '../../host/sidecars';
import { looksLikeTranscript } from './content';
import { readAsGb18030 } from './readAsGb18030';
import { registerMarkdownOffer } from './registerMarkdownOffer';

const SETTLE_MS = 400;

/**
 * Makes transcripts among plaintext documents ours, by content, once per document and never against a choice that the
 * user made. A Markdown file is only offered. The language status item says why, and takes it back.
 */
export function registerRecognition({ log, decisions, sidecars }: Services): Disposable {
  const timers = new Map<TextDocument, NodeJS.Timeout>();
  const status = showReason();
  /** Being reopened in another encoding or language: that fires open and close again. */
  const busy = new Set<string>();

  /** A change of language shows as closing and opening the same document in one go. */
  let closing: TextDocument | undefined;

  const consider = async (document: TextDocument) => {
    const key = document.uri.toString();
    if (decisions.get(key) === 'transcript' && document.languageId !== LANGUAGE) {
      await languages.setTextDocumentLanguage(document, LANGUAGE);
      return;
    }
    if (!isCandidate(document) || busy.has(key)) return;
    const recognition = recognitionOf(document.uri, decisions);
    if (!recognition) return;
    busy.add(key);
    try {
      const isByContent = recognition === 'content' && looksLikeTranscript(document.getText());
      const isByWork = !isByContent && (await isWorkedOn(document));
      const decoded =
        isByContent || (recognition === 'work' && !isByWork) ? undefined : await readAsGb18030(document, isByWork);
      if (!isByContent && !isByWork && !decoded) return;
      const found = decoded ?? document;
      await decisions.add(key, decoded ? 'gb18030' : isByWork ? 'annotated' : 'recognised');
      log.info(`recognised ${key} as a transcript: ${decisions.get(key)}`);
      await languages.setTextDocumentLanguage(found, LANGUAGE);
    } finally {
      busy.delete(key);
    }
  };
  /** Annotations tell of a transcript that its content does not show to be one; few files have any. */
  const isWorkedOn = async ({ uri, isUntitled }: TextDocument): Promise<boolean> => {
    if (isUntitled || !(await fileExists(sidecarOf(uri)))) return false;
    const { sidecar, fault } = await sidecars.load(uri);
    return engine().isWorkedOn({ sidecar, writable: fault === undefined });
  };
  const start = (document: TextDocument) => {
    consider(document).catch((error) => log.error(`cannot recognise ${document.uri.toString()}`, error));
  };

  workspace.textDocuments.forEach(start);
  return Disposable.from(
    status,
    registerMarkdownOffer(decisions),
    workspace.onDidOpenTextDocument((document) => {
      const key = document.uri.toString();
      const isSwitchedBack = document === closing && document.languageId === ownLanguage(document) && !busy.has(key);
      if (isSwitchedBack && decisions.get(key)) void decisions.add(key, 'plain');
      else start(document);
      status.show(decisions);
    }),
    // what is pasted into an untitled document comes after it was opened
    workspace.onDidChangeTextDocument(({ document }) => {
      if (!document.isUntitled || document.languageId !== 'plaintext') return;
      clearTimeout(timers.get(document));
      timers.set(
        document,
        setTimeout(() => start(document), SETTLE_MS),
      );
    }),
    workspace.onDidCloseTextDocument((document) => {
      closing = document;
      queueMicrotask(() => {
        closing = undefined;
      });
      clearTimeout(timers.get(document));
      timers.delete(document);
    }),
    window.onDidChangeActiveTextEditor(() => status.show(decisions)),
    decisions.onDidChange(() => status.show(decisions)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(SECTION)) workspace.textDocuments.forEach(start);
    }),
    commands.registerCommand(COMMANDS.treatAsTranscript, () => choose(decisions, 'transcript')),
    commands.registerCommand(COMMANDS.treatAsPlainText, () => choose(decisions, 'plain')),
  );
}

async function choose(decisions: Decisions, decision: 'transcript' | 'plain'): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  await decisions.add(document.uri.toString(), decision);
  await languages.setTextDocumentLanguage(document, decision === 'transcript' ? LANGUAGE : ownLanguage(document));
}

/** What a document is when it is no transcript. */
const ownLanguage = ({ uri }: Pick<TextDocument, 'uri'>): string =>
  uri.path.endsWith('.md') ? 'markdown' : 'plaintext';

/** What is plain to the editor, and so has not been given another language by anybody. */
const isCandidate = ({ languageId, isUntitled, uri }: TextDocument): boolean =>
  languageId === (isUntitled ? 'plaintext' : ownLanguage({ uri }));

/** The status item of transcripts: how the document became one, with the way back. */
function showReason() {
  const item = languages.createLanguageStatusItem('policyTranscripts.recognised', { language: LANGUAGE });
  item.name = l10n.t('Policy Transcript');
  item.command = { command: COMMANDS.treatAsPlainText, title: l10n.t('Treat as Plain Text') };
  const show = (decisions: Decisions) => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== LANGUAGE) return;
    const decision = decisions.get(document.uri.toString());
    item.text = l10n.t('Transcript');
    item.detail =
      decision === 'recognised'
        ? l10n.t('recognised by its content')
        : decision === 'gb18030'
          ? l10n.t('recognised by its content, read as GB18030')
          : decision === 'annotated'
            ? l10n.t('somebody has annotated it')
            : l10n.t('by its name or your choice');
  };
  return { show, dispose: () => item.dispose() };
}
