import { type Disposable, l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { createActiveTree, type TreeNode } from '../../host/activeTree';
import type { AnalysedDocument } from '../../host/analyses';
import { COMMANDS, VIEWS } from '../../host/ids';
import type { Services } from '../../host/services';
import { nameQuestion } from '../../host/wording';

export function registerQuestionsView({ analyses }: Services): Disposable {
  return createActiveTree(VIEWS.questions, analyses, questionNodes);
}

function questionNodes(analysed: AnalysedDocument): TreeNode[] {
  const uri = analysed.document.uri;
  return analysed.questions.map((question, index) => {
    const children = question.answers.map((answer) => {
      const turn = analysed.turns[answer]!;
      const item = new TreeItem(turn.speaker || turn.label);
      item.id = `${uri}#q${index}a${answer}`;
      item.description = turn.role;
      item.iconPath = new ThemeIcon('comment');
      item.command = {
        command: COMMANDS.reveal,
        title: l10n.t('Go to Answer'),
        arguments: [uri, analysed.source.range(turn.labelSpan)],
      };
      return { item, children: [] };
    });
    const item = new TreeItem(question.asker || l10n.t('Reporter'));
    item.id = `${uri}#q${index}`;
    item.description = nameQuestion(analysed, question);
    item.tooltip = item.description;
    item.iconPath = new ThemeIcon('question');
    item.collapsibleState = children.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
    item.command = {
      command: COMMANDS.reveal,
      title: l10n.t('Go to Question'),
      arguments: [uri, analysed.source.range(analysed.turns[question.turn]!.labelSpan)],
    };
    return { item, children };
  });
}
