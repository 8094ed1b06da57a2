import { type Disposable, DocumentSymbol, languages, SymbolKind } from 'vscode';
import type { Span } from '../../core/text/span';
import type { Turn } from '../../core/transcript/transcript';
import type { AnalysedDocument } from '../../host/analyses';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { nameQuestion } from '../../host/wording';

/** Outline, breadcrumbs and sticky scroll: each question with its answers below it. */
export function registerOutline({ analyses }: Services): Disposable {
  return languages.registerDocumentSymbolProvider(
    { language: LANGUAGE },
    { provideDocumentSymbols: (document) => outline(analyses.get(document)) },
  );
}

function outline(analysed: AnalysedDocument): DocumentSymbol[] {
  return analysed.questions.map((question) => {
    const answers = question.answers.map((index) => analysed.turns[index]!);
    const asking = analysed.turns[question.turn]!;
    const whole = { start: asking.start, end: answers.at(-1)?.end ?? asking.end };
    const node = symbol(analysed, nameQuestion(analysed, question), question.asker, SymbolKind.Event, whole, asking);
    node.children = answers.map((turn) => answerSymbol(analysed, turn));
    return node;
  });
}

const answerSymbol = (analysed: AnalysedDocument, turn: Turn): DocumentSymbol =>
  symbol(analysed, turn.speaker || turn.label, turn.role, SymbolKind.Method, turn, turn.labelSpan);

function symbol(
  { source }: AnalysedDocument,
  name: string,
  detail: string,
  kind: SymbolKind,
  whole: Span,
  selection: Span,
): DocumentSymbol {
  return new DocumentSymbol(name || '…', detail, kind, source.range(whole), source.range(selection));
}
