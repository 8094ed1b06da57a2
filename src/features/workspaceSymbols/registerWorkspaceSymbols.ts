import { type Disposable, Location, languages, SymbolInformation, SymbolKind } from 'vscode';
import { engine } from '../../host/engine';
import { toRange } from '../../host/ranges';
import type { Services } from '../../host/services';
import { nameAsker, nameTopic, nameWords } from '../../host/wording';

/** More would not be read, and slow the list down. */
const LIMIT = 500;

/** Go to Symbol in Workspace (Ctrl+T): questions, slogans and annotated passages of all transcripts. */
export function registerWorkspaceSymbols({ analyses, topics, transcripts, index }: Services): Disposable {
  return languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      await Promise.race([
        index.ready(),
        new Promise<void>((resolve) => token.onCancellationRequested(() => resolve())),
      ]);
      const symbols: SymbolInformation[] = [];
      if (token.isCancellationRequested) return [];
      const isSought = (words: string) => engine().holdsInOrder(query, words);
      const found = await transcripts.partsFor(
        { lists: ['slogans', 'questions', 'annotations'], sought: query, most: LIMIT },
        token,
      );
      for (const { uri, summary, annotations } of found) {
        for (const slogan of summary.slogans) {
          const at = slogan.mentions[slogan.explained ?? 0]!.at;
          if (isSought(slogan.name)) {
            symbols.push(new SymbolInformation(slogan.name, SymbolKind.Enum, '', new Location(uri, toRange(at))));
          }
        }
        const document = analyses.openAt(uri);
        const named = document ? topics.of(document) : [];
        for (const [at, question] of summary.questions.entries()) {
          const name = nameTopic(named[at] ?? '', question.words);
          if (!isSought(`${question.asker}${name}${question.words}`)) continue;
          const location = new Location(uri, toRange(question.at));
          symbols.push(new SymbolInformation(name, SymbolKind.Event, nameAsker(question.asker), location));
        }
        for (const { annotation, range, proposals } of annotations) {
          const { tags, note = '', target } = annotation;
          // the list filters by the name alone: what is sought must stand in it
          const name = [nameWords(target.exact), note.trim().split('\n')[0]].filter(Boolean).join(' — ');
          const at = range ?? proposals[0];
          if (!at || !isSought(name)) continue;
          symbols.push(new SymbolInformation(name, SymbolKind.String, tags.join(', '), new Location(uri, at)));
        }
        if (symbols.length > LIMIT) break;
      }
      return symbols.slice(0, LIMIT);
    },
  });
}
