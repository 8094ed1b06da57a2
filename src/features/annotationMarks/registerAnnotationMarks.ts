import {
  type DecorationOptions,
  Disposable,
  Hover,
  languages,
  OverviewRulerLane,
  type TextDocument,
  type TextEditorDecorationType,
  ThemeColor,
  window,
} from 'vscode';
import { annotationsAt } from '../../host/annotationReference';
import { engine } from '../../host/engine';
import { LANGUAGE } from '../../host/ids';
import type { Services } from '../../host/services';
import { annotationHover, annotationLinks } from './annotationHover';

/** The hexadecimal alpha of the tint: tints of nested passages add up, and text on them stays legible. */
const TINT = '2b';

/** A tag may have the colour of the background. Only themes of high contrast define this one; elsewhere it is transparent. */
const IN_HIGH_CONTRAST = {
  outlineWidth: '1px',
  outlineStyle: 'dotted',
  outlineColor: new ThemeColor('contrastBorder'),
};

const sixDigits = (color: string): string => (color.length === 4 ? color.replace(/[^#]/gu, '$&$&') : color);

/** Shows tagged passages in the colour of their first tag, those that wait for a decision with a dashed line. */
export function registerAnnotationMarks(services: Services): Disposable {
  const { annotations, codebooks } = services;
  const marks = new Map<string, TextEditorDecorationType>();
  const open = window.createTextEditorDecorationType({
    borderWidth: '0 0 2px 0',
    borderStyle: 'dashed',
    borderColor: new ThemeColor('editorWarning.foreground'),
    overviewRulerColor: new ThemeColor('editorWarning.foreground'),
    overviewRulerLane: OverviewRulerLane.Right,
  });
  const markOf = (color: string) => {
    const known =
      marks.get(color) ??
      window.createTextEditorDecorationType({
        backgroundColor: `${sixDigits(color)}${TINT}`,
        borderWidth: '0 0 2px 0',
        borderStyle: 'solid',
        borderColor: color,
        ...IN_HIGH_CONTRAST,
        overviewRulerColor: color,
        overviewRulerLane: OverviewRulerLane.Right,
      });
    marks.set(color, known);
    return known;
  };

  const show = async (document: TextDocument) => {
    if (document.languageId !== LANGUAGE) return;
    const { codebook } = await codebooks.load(document.uri);
    const { colorOf } = engine();
    const byColor = new Map<string, DecorationOptions[]>([...marks.keys()].map((color) => [color, []]));
    const undecided: DecorationOptions[] = [];
    for (const { annotation, range, proposals } of annotations.get(document)) {
      if (!range) {
        if (!annotation.resolution && proposals[0]) undecided.push({ range: proposals[0] });
        continue;
      }
      const color = colorOf(codebook, annotation.tags[0] ?? '');
      const same = byColor.get(color);
      if (same) same.push({ range });
      else byColor.set(color, [{ range }]);
    }
    for (const editor of window.visibleTextEditors) {
      if (editor.document !== document) continue;
      for (const [color, options] of byColor) editor.setDecorations(markOf(color), options);
      editor.setDecorations(open, undecided);
    }
  };
  const showAll = () => {
    for (const { document } of window.visibleTextEditors) void show(document);
  };

  showAll();
  return Disposable.from(
    open,
    { dispose: () => Disposable.from(...marks.values()).dispose() },
    annotations.onDidChange((document) => void show(document)),
    codebooks.onDidChange(showAll),
    window.onDidChangeVisibleTextEditors(showAll),
    languages.registerHoverProvider(
      { language: LANGUAGE },
      {
        provideHover(document, position) {
          const all = annotations.get(document);
          const found = annotationsAt(all, position);
          const entries = all.map(({ annotation }) => annotation);
          const contents = found.flatMap((live) => {
            const isVersion = engine().otherVersion(entries, live.annotation) !== undefined;
            return [annotationHover(document, live, isVersion), annotationLinks(document.uri, live, isVersion)];
          });
          return contents.length > 0 ? new Hover(contents, found[0]!.range ?? found[0]!.proposals[0]) : undefined;
        },
      },
    ),
  );
}
