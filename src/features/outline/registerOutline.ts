import { Disposable, DocumentSymbol, l10n, languages, SymbolKind } from 'vscode';
import { partitionPoint } from '../../core/text/search';
import { type Span, sliceOf } from '../../core/text/span';
import { askerOf } from '../../core/transcript/findSpeakers';
import type { AnalysedDocument } from '../../host/analyses';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { type Part, structureOf } from '../../host/structure';
import { countFigures, nameAsker, nameQuestion, nameSpeaker, nameTopic, nameWords } from '../../host/wording';

/** Outline, breadcrumbs and sticky scroll: articles, questions, answers and their numbered points. */
export function registerOutline({ analyses, sidecars, topics }: Services): Disposable {
  const register = () =>
    languages.registerDocumentSymbolProvider(
      { language: LANGUAGE },
      {
        async provideDocumentSymbols(document, token) {
          const analysed = await analyses.settled(document, token);
          if (!analysed) return undefined;
          const known = topics.of(document);
          return structureOf(analysed).map((part) => symbolOf(analysed, part, known));
        },
      },
    );
  // the editor asks again only after an edit, or when there is a new provider: corrections and topics are no edits
  let provider = register();
  const renew = () => {
    provider.dispose();
    provider = register();
  };
  return Disposable.from(sidecars.onDidChangeKnowledge(renew), topics.onDidChange(renew), {
    dispose: () => provider.dispose(),
  });
}

function symbolOf(analysed: AnalysedDocument, part: Part, topics: readonly string[]): DocumentSymbol {
  const { name, detail, kind, selection } = describe(analysed, part, topics);
  const { source } = analysed;
  const symbol = new DocumentSymbol(name || '…', detail, kind, source.range(part), source.range(selection));
  symbol.children = part.children.map((child) => symbolOf(analysed, child, topics));
  return symbol;
}

interface Description {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  /** Inside the part: what is selected when it is chosen. */
  readonly selection: Span;
}

function describe(analysed: AnalysedDocument, part: Part, topics: readonly string[]): Description {
  const { text } = analysed.source;
  switch (part.kind) {
    case 'article': {
      const lineEnd = text.indexOf('\n', part.start);
      const selection = { start: part.start, end: Math.min(part.end, lineEnd < 0 ? part.end : lineEnd) };
      return { name: nameWords(sliceOf(text, selection)), detail: '', kind: SymbolKind.Package, selection };
    }
    case 'question': {
      const asker = nameAsker(askerOf(part.of, analysed.turns));
      return {
        name: nameTopic(topics[analysed.questions.indexOf(part.of)] ?? '', nameQuestion(analysed, part.of)),
        detail: part.of.answers.length === 0 ? `${asker} · ${l10n.t('unanswered')}` : asker,
        kind: SymbolKind.Event,
        selection: part.asking?.kind === 'question' ? part.asking.labelSpan : part.of,
      };
    }
    case 'turn': {
      const { speaker, label, role, labelSpan } = part.of;
      const figures = claimsIn(analysed, part);
      const detail = [role === speaker ? '' : role, countFigures(figures)].filter(Boolean).join(' · ');
      return { name: speaker || nameSpeaker(label), detail, kind: SymbolKind.Method, selection: labelSpan };
    }
    case 'point':
      return {
        name: nameWords(sliceOf(text, part.of.title)),
        detail: '',
        kind: SymbolKind.String,
        selection: part.of.title,
      };
  }
}

function claimsIn({ claims }: AnalysedDocument, { start, end }: Span): number {
  const before = (offset: number) => partitionPoint(claims.length, (index) => claims[index]!.start < offset);
  return before(end) - before(start);
}
