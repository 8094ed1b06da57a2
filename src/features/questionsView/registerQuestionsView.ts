import { type Disposable, l10n, type Uri } from 'vscode';
import type { QuestionSummary, TranscriptSummary } from '../../core/summary/transcriptSummary';
import { findSpeakers } from '../../core/transcript/findSpeakers';
import type { TurnKind } from '../../core/transcript/transcript';
import { VIEWS } from '../../host/ids';
import { toRange } from '../../host/ranges';
import type { Services } from '../../host/services';
import type { ShownTranscript } from '../../host/transcripts';
import { transcriptTree } from '../../host/transcriptTree';
import { Tree, type TreeContent, type TreeNode } from '../../host/tree';
import { countFigures, fileName, nameAsker, nameSpeaker, nameTopic, nameWords } from '../../host/wording';

/** Who asked what, and who answered; several transcripts one below the other. */
export function registerQuestionsView({ analyses, transcripts, topics }: Services): Disposable {
  const topicsOf = (uri: Uri): readonly string[] => {
    const document = analyses.openAt(uri);
    return document ? topics.of(document) : [];
  };
  const content = (signal: AbortSignal) =>
    transcriptTree(transcripts, { lists: ['turns', 'questions', 'claims'] }, 'questions', arrange, signal);
  const arrange = (shown: readonly ShownTranscript[], several: boolean): TreeContent => {
    const all = shown.flatMap(({ summary }) => summary.questions);
    return {
      nodes: several ? shown.map(transcriptNode) : shown.flatMap((one) => questionNodes(one, topicsOf(one.uri))),
      description: transcripts.countShown(all.length),
      message: shown.length > 0 && all.length === 0 ? l10n.t('No questions were found.') : '',
    };
  };
  return new Tree(VIEWS.questions, content, [transcripts.onDidChange, topics.onDidChange]);
}

function transcriptNode(shown: ShownTranscript): TreeNode {
  const { uri, summary } = shown;
  return {
    id: uri.toString(),
    label: summary.facts.title ?? fileName(uri),
    description: [summary.facts.date, String(summary.questions.length)].filter(Boolean).join(' · '),
    tooltip: factLines(uri, summary).join('\n'),
    icon: 'file-text',
    context: 'transcript',
    children: () => questionNodes(shown),
  };
}

/** The file, and what the analyst notes of it. */
const factLines = (uri: Uri, { facts }: TranscriptSummary): string[] => [
  uri.fsPath,
  ...(facts.region ? [facts.region] : []),
  ...Object.entries(facts.attributes ?? {}).map(([key, value]) => l10n.t('{0}: {1}', key, value)),
  ...(facts.note ? [facts.note] : []),
];

function questionNodes({ uri, summary }: ShownTranscript, topics: readonly string[] = []): TreeNode[] {
  const questions = summary.questions.map((question, index) =>
    questionNode(uri, summary, question, `${uri}#q${index}`, topics[index] ?? ''),
  );
  const speakers = speakerNodes(uri, summary);
  if (speakers.length === 0) return questions;
  const group: TreeNode = {
    id: `${uri}#speakers`,
    label: l10n.t('Speakers'),
    description: String(speakers.filter(({ isNamed }) => isNamed).length),
    icon: 'organization',
    context: 'speakers',
    children: () => speakers,
  };
  return [...questions, group];
}

type SpeakerNode = TreeNode & { readonly isNamed: boolean };

/** Those who are named first; of a 记者 or 主持人 without a name it is said that he has none. */
function speakerNodes(uri: Uri, { turns }: TranscriptSummary): SpeakerNode[] {
  const nodes = findSpeakers(turns).map(({ name, roles, turns: own }): SpeakerNode => {
    const { at } = turns[own[0]!]!;
    const isNamed = own.some((turn) => turns[turn]!.role !== name || ANSWERING.has(turns[turn]!.kind));
    const count = own.length === 1 ? l10n.t('1 turn') : l10n.t('{0} turns', own.length);
    return {
      id: `${uri}#s${name}`,
      label: name,
      description: [...roles, isNamed ? '' : l10n.t('not named'), count].filter(Boolean).join(' · '),
      icon: isNamed ? 'person' : 'blank',
      context: 'turn',
      place: { uri, range: toRange(at) },
      value: name,
      isNamed,
    };
  });
  const named = nodes.filter(({ isNamed }) => isNamed);
  return named.length === 0 ? [] : [...named, ...nodes.filter(({ isNamed }) => !isNamed)];
}

/** Who answers is the one who holds the office by which he is called. */
const ANSWERING: ReadonlySet<TurnKind> = new Set(['answer', 'statement']);

function questionNode(
  uri: Uri,
  summary: TranscriptSummary,
  question: QuestionSummary,
  id: string,
  topic: string,
): TreeNode {
  const isAnswered = question.answers.length > 0;
  const asks = question.asks.map(
    (ask, index): TreeNode => ({
      id: `${id}s${index}`,
      label: nameWords(ask.words),
      tooltip: ask.words,
      icon: 'comment-unresolved',
      context: 'ask',
      place: { uri, range: toRange(ask.at) },
      value: ask.words,
    }),
  );
  const answers = question.answers.map((answer): TreeNode => {
    const turn = summary.turns[answer]!;
    const figures = summary.claims.filter(({ at }) => isInside(at.start, turn.whole)).length;
    return {
      id: `${id}a${answer}`,
      label: nameSpeaker(turn.speaker),
      description: [turn.role, countFigures(figures)].filter(Boolean).join(' · '),
      icon: 'person',
      context: 'turn',
      place: { uri, range: toRange(turn.at) },
      covers: toRange(turn.whole),
      value: turn.speaker,
    };
  });
  const label = nameAsker(question.asker);
  return {
    id,
    label,
    description: [isAnswered ? '' : l10n.t('unanswered'), nameTopic(topic, question.words)].filter(Boolean).join(' · '),
    tooltip: `${label}: ${question.words}`,
    icon: isAnswered ? 'question' : 'warning',
    context: 'question',
    place: { uri, range: toRange(question.at) },
    value: question.words,
    ...(asks.length + answers.length > 0 ? { children: () => [...asks, ...answers] } : {}),
  };
}

const isInside = (
  at: { line: number; character: number },
  { start, end }: TranscriptSummary['turns'][number]['whole'],
) =>
  (at.line > start.line || (at.line === start.line && at.character >= start.character)) &&
  (at.line < end.line || (at.line === end.line && at.character < end.character));
