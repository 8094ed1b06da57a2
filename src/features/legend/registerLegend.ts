import {
  commands,
  type DecorationRenderOptions,
  Disposable,
  l10n,
  languages,
  Range,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { firstMark, secondMark, UNDECIDED } from '../../host/annotationStyles';
import { COMMANDS, LANGUAGE, OWN_SCHEMES } from '../../host/ids';

/** Passages that are shown as if they were annotated, and how. */
const MARKED: readonly (readonly [string, readonly DecorationRenderOptions[]])[] = [
  ['农村自来水普及率达到93.2%', [firstMark('#0072b2')]],
  ['清淤3600万立方米', [firstMark('#0072b2'), secondMark('#d55e00')]],
  ['江豚回来了上百头次', [UNDECIDED]],
];

/** What the colours mean, in the colours themselves: a page that is read and coloured as a transcript is. */
export function registerLegend(): Disposable {
  const item = languages.createLanguageStatusItem('policyTranscripts.legend', { language: LANGUAGE });
  item.name = l10n.t('Colours of transcripts');
  item.text = l10n.t('Colours');
  item.command = { command: COMMANDS.showLegend, title: l10n.t('What they mean') };
  const marks = MARKED.flatMap(([words, styles]) =>
    styles.map((style) => ({ words, type: window.createTextEditorDecorationType(style) })),
  );
  const mark = (editors: readonly TextEditor[]) => {
    for (const editor of editors.filter(({ document }) => document.uri.scheme === OWN_SCHEMES.legend)) {
      const { document } = editor;
      for (const { words, type } of marks) {
        const start = document.getText().indexOf(words);
        editor.setDecorations(type, [new Range(document.positionAt(start), document.positionAt(start + words.length))]);
      }
    }
  };
  return Disposable.from(
    item,
    ...marks.map(({ type }) => type),
    window.onDidChangeVisibleTextEditors(mark),
    workspace.registerTextDocumentContentProvider(OWN_SCHEMES.legend, { provideTextDocumentContent: legend }),
    commands.registerCommand(COMMANDS.showLegend, async () => {
      const uri = Uri.from({ scheme: OWN_SCHEMES.legend, path: `/${l10n.t('Colours')}.transcript` });
      const document = await workspace.openTextDocument(uri);
      // a third column would leave no room for any
      const other = window.tabGroups.all.find(({ isActive }) => !isActive)?.viewColumn;
      mark([await window.showTextDocument(document, { viewColumn: other ?? ViewColumn.Beside, preserveFocus: true })]);
    }),
  );
}

/** Its words of Chinese show what is coloured, in a record and in a report; those in brackets say what it is. */
const legend = (): string =>
  [
    l10n.t('What the colours mean'),
    l10n.t('The date below tells what 今年 and 上半年 mean in this page.'),
    '时间：2024年9月12日',
    '',
    `主持人：${l10n.t('(who presides)')}请大家提问。`,
    `清江日报记者：${l10n.t('(who asks)')}请问进展如何？`,
    `周启明局长：${l10n.t('(who answers)')}`,
    `上半年${l10n.t('(when: rest the pointer on it for the days)')}完成投资213.6亿元${l10n.t('(a figure)')}。`,
    `围绕“三保三防”${l10n.t('(a slogan, 提法)')}，即保饮水、保灌溉、保生态，防洪涝、防干旱、防污染。`,
    `一是${l10n.t('(a mark of a list)')}抓工程。二是抓管护。`,
    '',
    '水价保持稳定',
    '来源：清江日报　2024-09-12',
    '本报讯 省水利厅副厅长沈岚接受记者采访。',
    `被问到水价是否上涨${l10n.t('(what is asked, in a report)')}时，沈岚表示${l10n.t('(the verb of saying)')}，水价保持稳定。`,
    '',
    `${MARKED[0]![0]}${l10n.t('(a tagged passage, in the colour of its tag)')}；`,
    `${MARKED[1]![0]}${l10n.t('(one with two tags)')}；`,
    `${MARKED[2]![0]}${l10n.t('(one where you must decide whether it is the passage that was tagged)')}。`,
    '',
  ].join('\n');
