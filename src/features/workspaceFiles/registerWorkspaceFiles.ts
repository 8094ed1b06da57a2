import {
  CompletionItem,
  CompletionItemKind,
  DiagnosticSeverity,
  Disposable,
  languages,
  type TextDocument,
  workspace,
} from 'vscode';
import { SLOGANS_FILE } from '../../core/history/sloganVariants';
import { INDICATORS_FILE } from '../../core/ledger/indicators';
import type { NamesProblem } from '../../core/names/readNames';
import type { QueryProblem } from '../../core/query/readQuery';
import { engine } from '../../host/engine';
import { OwnDiagnostic, wholeLine } from '../../host/ownDiagnostic';
import { wordProblem } from '../../host/wordProblem';

/** One kind of file that people write beside their transcripts. */
interface Kind {
  readonly pattern: string;
  readonly isMeant: (path: string) => boolean;
  readonly problems: (text: string) => readonly (QueryProblem | NamesProblem)[];
  readonly keys: readonly string[];
  /** The words of which the value of a key is one, or several. */
  readonly known?: (key: string) => readonly string[];
}

const named = (name: string): Pick<Kind, 'pattern' | 'isMeant'> => ({
  pattern: `**/${name}`,
  isMeant: (path) => path.endsWith(`/${name}`),
});

const KINDS: readonly Kind[] = [
  {
    pattern: '**/queries/*.yaml',
    isMeant: (path) => /\/queries\/[^/]+\.yaml$/u.test(path),
    problems: (text) => engine().readQuery(text).problems,
    keys: [
      ...['find', 'tags', 'creator', 'state', 'speaker', 'role', 'outlet', 'kind', 'files', 'slogan', 'indicator'],
      ...['claim', 'words', 'from', 'to', 'attributes'],
    ],
    known: (key) => engine().knownWords(key),
  },
  {
    ...named(INDICATORS_FILE),
    problems: (text) => engine().readIndicators(text).problems,
    keys: ['name', 'same', 'narrower', 'unit'],
  },
  {
    ...named(SLOGANS_FILE),
    problems: (text) => engine().readSlogans(text).problems,
    keys: ['name', 'variants', 'apart', 'note'],
  },
];

/** Problems and keys of queries, and of the lists of indicators and slogans, while one is open. */
export function registerWorkspaceFiles(): Disposable {
  const collection = languages.createDiagnosticCollection('policy-transcript-files');
  const show = (document: TextDocument) => {
    const kind = KINDS.find(({ isMeant }) => isMeant(document.uri.path));
    if (!kind) return;
    const diagnostics = kind
      .problems(document.getText())
      .map(
        (problem) =>
          new OwnDiagnostic(wholeLine(problem.line), wordProblem(problem), DiagnosticSeverity.Warning, problem.code),
      );
    collection.set(document.uri, diagnostics);
  };
  for (const document of workspace.textDocuments) show(document);
  return Disposable.from(
    collection,
    workspace.onDidOpenTextDocument(show),
    workspace.onDidChangeTextDocument(({ document }) => show(document)),
    workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    ...KINDS.map(({ pattern, keys, known }) =>
      languages.registerCompletionItemProvider(
        { pattern },
        {
          provideCompletionItems(document, position) {
            // a key is the first word of its line
            const before = document.lineAt(position.line).text.slice(0, position.character);
            const key = /^(\w+):/u.exec(before)?.[1];
            if (key !== undefined && known)
              return known(key).map((word) => new CompletionItem(word, CompletionItemKind.EnumMember));
            if (!/^\s*(?:- )?\w*$/u.test(before)) return undefined;
            return keys.map((key) => {
              const item = new CompletionItem(key, CompletionItemKind.Property);
              item.insertText = `${key}: `;
              return item;
            });
          },
        },
      ),
    ),
  );
}
