import {
  Disposable,
  EventEmitter,
  languages,
  type SemanticTokens,
  SemanticTokensBuilder,
  SemanticTokensEdit,
  SemanticTokensEdits,
  SemanticTokensLegend,
  workspace,
} from 'vscode';
import { partitionPoint } from '../../core/text/search';
import type { Span } from '../../core/text/span';
import type { AnalysedDocument } from '../../host/analyses';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensOf } from './tokens';

const LEGEND = new SemanticTokensLegend([...TOKEN_TYPES], [...TOKEN_MODIFIERS]);

/** Colours from the analysis, right in every form and on lines that are too long for the grammar. */
export function registerHighlighting({ analyses, sidecars }: Services): Disposable {
  const changed = new EventEmitter<void>();
  const selector = { language: LANGUAGE };
  /** What was sent last for each document, so that an edit sends only what it changed. */
  const sent = new Map<string, SemanticTokens>();
  let count = 0;

  const provideAll = (analysed: AnalysedDocument): SemanticTokens => {
    const { document } = analysed;
    const { data } = build(analysed, { start: 0, end: analysed.source.text.length });
    const tokens = { data, resultId: String(++count) };
    sent.set(document.uri.toString(), tokens);
    return tokens;
  };
  return Disposable.from(
    changed,
    workspace.onDidCloseTextDocument(({ uri }) => sent.delete(uri.toString())),
    // corrections change colours without an edit
    sidecars.onDidChangeKnowledge(() => changed.fire()),
    languages.registerDocumentSemanticTokensProvider(
      selector,
      {
        onDidChangeSemanticTokens: changed.event,
        async provideDocumentSemanticTokens(document, token) {
          const analysed = await analyses.settled(document, token);
          return analysed && provideAll(analysed);
        },
        async provideDocumentSemanticTokensEdits(document, previous, token) {
          const analysed = await analyses.settled(document, token);
          if (!analysed) return undefined;
          const before = sent.get(document.uri.toString());
          const after = provideAll(analysed);
          if (before?.resultId !== previous) return after;
          return new SemanticTokensEdits(difference(before.data, after.data), after.resultId);
        },
      },
      LEGEND,
    ),
    languages.registerDocumentRangeSemanticTokensProvider(
      selector,
      {
        async provideDocumentRangeSemanticTokens(document, range, token) {
          const analysed = await analyses.settled(document, token);
          return analysed && build(analysed, analysed.source.span(range));
        },
      },
      LEGEND,
    ),
  );
}

/** The tokens in `area`, cut at line ends as the protocol wants them. */
function build(analysed: AnalysedDocument, area: Span): SemanticTokens {
  const builder = new SemanticTokensBuilder(LEGEND);
  const tokens = tokensOf(analysed);
  const first = partitionPoint(tokens.length, (index) => tokens[index]!.end <= area.start);
  const { text, lines } = analysed.source;
  for (let index = first; index < tokens.length && tokens[index]!.start < area.end; index++) {
    const { start, end, type, modifier } = tokens[index]!;
    const kind = TOKEN_TYPES.indexOf(type);
    const modifiers = modifier ? 1 << TOKEN_MODIFIERS.indexOf(modifier) : 0;
    for (let from = start; from < end; ) {
      const lineEnd = text.indexOf('\n', from);
      const to = lineEnd < 0 ? end : Math.min(end, lineEnd);
      const { line, character } = lines.place(from);
      if (to > from) builder.push(line, character, to - from, kind, modifiers);
      from = to + 1;
    }
  }
  return builder.build();
}

/** One replacement that turns `before` into `after`: an edit of text changes one stretch of tokens. */
function difference(before: Uint32Array, after: Uint32Array): SemanticTokensEdit[] {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < limit - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (start === before.length && start === after.length) return [];
  return [new SemanticTokensEdit(start, before.length - start - tail, after.subarray(start, after.length - tail))];
}
