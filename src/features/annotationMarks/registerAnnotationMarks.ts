import {
  type DecorationRenderOptions,
  Disposable,
  Hover,
  languages,
  type Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
  window,
} from 'vscode';
import { annotationsAt } from '../../host/annotationReference';
import { firstMark, NO_TAG_COLOR, secondMark, UNDECIDED } from '../../host/annotationStyles';
import { engine } from '../../host/engine';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { annotationHover, annotationLinks } from './annotationHover';

/** Passages by a colour, each with a mark of its own. */
class Marks implements Disposable {
  private readonly types = new Map<string, TextEditorDecorationType>();

  constructor(private readonly options: (color: string) => DecorationRenderOptions) {}

  show(editors: readonly TextEditor[], byColor: ReadonlyMap<string, readonly Range[]>): void {
    for (const color of byColor.keys()) {
      if (!this.types.has(color)) this.types.set(color, window.createTextEditorDecorationType(this.options(color)));
    }
    for (const [color, type] of this.types)
      for (const editor of editors) editor.setDecorations(type, byColor.get(color) ?? []);
  }

  dispose(): void {
    Disposable.from(...this.types.values()).dispose();
  }
}

/** Shows tagged passages in the colours of their first two tags, those that wait for a decision with a dashed line. */
export function registerAnnotationMarks(services: Services): Disposable {
  const { annotations, codebooks } = services;
  const first = new Marks(firstMark);
  const second = new Marks(secondMark);
  const open = window.createTextEditorDecorationType(UNDECIDED);

  const show = async (document: TextDocument) => {
    if (document.languageId !== LANGUAGE) return;
    const { codebook } = await codebooks.load(document.uri);
    const { colorOf } = engine();
    const [firsts, seconds] = [new Map<string, Range[]>(), new Map<string, Range[]>()];
    const add = (byColor: Map<string, Range[]>, color: string, range: Range) => {
      const same = byColor.get(color);
      if (same) same.push(range);
      else byColor.set(color, [range]);
    };
    const undecided: Range[] = [];
    for (const { annotation, range, proposals } of annotations.get(document)) {
      if (!range) {
        if (!annotation.resolution && proposals[0]) undecided.push(proposals[0]);
        continue;
      }
      const [color, ...others] = annotation.tags.map((tag) => colorOf(codebook, tag));
      const other = others.find((one) => one !== color);
      add(firsts, color ?? NO_TAG_COLOR, range);
      if (other) add(seconds, other, range);
    }
    const editors = window.visibleTextEditors.filter((editor) => editor.document === document);
    first.show(editors, firsts);
    second.show(editors, seconds);
    for (const editor of editors) editor.setDecorations(open, undecided);
  };
  const showAll = () => {
    for (const { document } of window.visibleTextEditors) void show(document);
  };

  showAll();
  return Disposable.from(
    open,
    first,
    second,
    annotations.onDidChange((document) => void show(document)),
    codebooks.onDidChange(showAll),
    window.onDidChangeVisibleTextEditors(showAll),
    languages.registerHoverProvider(
      { language: LANGUAGE },
      {
        async provideHover(document, position) {
          const { codebook } = await codebooks.load(document.uri);
          const all = annotations.get(document);
          const found = annotationsAt(all, position);
          const entries = all.map(({ annotation }) => annotation);
          const contents = found.flatMap((live) => {
            const isVersion = engine().otherVersion(entries, live.annotation) !== undefined;
            const { heading, text } = annotationHover(document, live, isVersion, codebook);
            return [heading, annotationLinks(document.uri, live, isVersion), ...(text.value === '' ? [] : [text])];
          });
          return contents.length > 0 ? new Hover(contents, found[0]!.range ?? found[0]!.proposals[0]) : undefined;
        },
      },
    ),
  );
}
