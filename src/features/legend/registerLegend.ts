import { commands, Disposable, l10n, languages, Uri, ViewColumn, window, workspace } from 'vscode';
import { COMMANDS, LANGUAGE, OWN_SCHEMES } from '../../host/ids';

/** What the colours mean, in the colours themselves: a page that is read and coloured as a transcript is. */
export function registerLegend(): Disposable {
  const item = languages.createLanguageStatusItem('policyTranscripts.legend', { language: LANGUAGE });
  item.name = l10n.t('Colours of transcripts');
  item.text = l10n.t('Colours');
  item.command = { command: COMMANDS.showLegend, title: l10n.t('What they mean') };
  return Disposable.from(
    item,
    workspace.registerTextDocumentContentProvider(OWN_SCHEMES.legend, { provideTextDocumentContent: legend }),
    commands.registerCommand(COMMANDS.showLegend, async () => {
      const uri = Uri.from({ scheme: OWN_SCHEMES.legend, path: `/${l10n.t('Colours')}.transcript` });
      const document = await workspace.openTextDocument(uri);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
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
    l10n.t('Tagged passages have a line below them in the colour of their tag, a dashed one where you must decide.'),
    '',
  ].join('\n');
