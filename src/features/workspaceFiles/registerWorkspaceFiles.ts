import { DiagnosticSeverity, Disposable, languages, type TextDocument, workspace } from 'vscode';
import { type KnownNames, NO_NAMES } from '../../core/explore/knownNames';
import { SLOGANS_FILE } from '../../core/history/sloganVariants';
import { INDICATORS_FILE } from '../../core/ledger/indicators';
import type { NamesProblem } from '../../core/names/readNames';
import type { QueryProblem } from '../../core/query/readQuery';
import { engine } from '../../host/engine';
import { namesToOffer, offerWords, placeIn } from '../../host/offerWords';
import { OwnDiagnostic, wholeLine } from '../../host/ownDiagnostic';
import type { Services } from '../../host/services';
import { wordProblem } from '../../host/wordProblem';

/** One kind of file that people write beside their transcripts. */
interface Kind {
  readonly pattern: string;
  readonly isMeant: (path: string) => boolean;
  readonly problems: (text: string) => readonly (QueryProblem | NamesProblem)[];
  /** The keys that may stand below others; undefined where words stand there. */
  readonly keysBelow: (keys: readonly string[], names: KnownNames) => readonly string[] | undefined;
  /** The words of which the value of a key is one, or several. */
  readonly known?: (key: string) => readonly string[];
  /** What the workspace knows that a key can hold. */
  readonly names: (keys: readonly string[], names: KnownNames) => readonly string[];
}

const named = (
  name: string,
  list: string,
  ownKeys: readonly string[],
): Pick<Kind, 'pattern' | 'isMeant' | 'keysBelow'> => ({
  pattern: `**/${name}`,
  isMeant: (path) => path.endsWith(`/${name}`),
  // the list may also stand alone
  keysBelow: (keys) => (keys.length === 0 ? [...ownKeys, list] : keys.at(-1) === list ? ownKeys : undefined),
});

/** The keys of a query whose words are names that transcripts have. */
const NAMES = ['tags', 'speaker', 'role', 'outlet', 'slogan', 'indicator'] as const;

const KINDS: readonly Kind[] = [
  {
    pattern: '**/queries/*.yaml',
    isMeant: (path) => /\/queries\/[^/]+\.yaml$/u.test(path),
    problems: (text) => engine().readQuery(text).problems,
    keysBelow: (keys, { attribute }) => {
      if (keys.length === 0) return engine().queryKeys();
      if (keys.length > 1) return undefined;
      return keys[0] === 'attributes' ? attribute : engine().queryKeys(keys[0]);
    },
    known: (key) => engine().knownWords(key),
    names: ([first, second = ''], names) => {
      if (first === 'attributes') return names.values[second] ?? [];
      const kind = NAMES.find((key) => key === first);
      return kind ? names[kind] : [];
    },
  },
  {
    ...named(INDICATORS_FILE, 'indicators', ['name', 'same', 'narrower', 'unit']),
    problems: (text) => engine().readIndicators(text).problems,
    names: (keys, { indicator }) => (['name', 'same', 'narrower'].includes(keys.at(-1) ?? '') ? indicator : []),
  },
  {
    ...named(SLOGANS_FILE, 'slogans', ['name', 'variants', 'apart', 'note']),
    problems: (text) => engine().readSlogans(text).problems,
    names: (keys, { slogan }) => (['name', 'variants', 'apart'].includes(keys.at(-1) ?? '') ? slogan : []),
  },
];

/** Problems of queries and of the lists of indicators and slogans, while one is open; their keys, and names that the workspace knows. */
export function registerWorkspaceFiles(services: Services): Disposable {
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
    ...KINDS.map((kind) =>
      languages.registerCompletionItemProvider(
        { pattern: kind.pattern },
        {
          async provideCompletionItems(document, position, token) {
            const { keys, at, typed } = placeIn(document, position);
            const offered = (words: readonly string[], of: 'key' | 'value') => offerWords(words, of, position, typed);
            if (at !== 'value') {
              const names = keys.at(-1) === 'attributes' ? await namesToOffer(services, token) : NO_NAMES;
              const below = kind.keysBelow(keys, names);
              if (below) return offered(below, 'key');
            }
            const known = kind.known?.(keys.at(-1) ?? '') ?? [];
            if (known.length > 0) return offered(known, 'value');
            return offered(kind.names(keys, await namesToOffer(services, token)), 'value');
          },
        },
        ...['[', ' ', ',', '/'],
      ),
    ),
  );
}
