import type { Analysis } from '../analysis';
import type { Paragraph } from '../text/paragraphs';
import { partitionPoint } from '../text/search';
import type { Span } from '../text/span';
import type { TaggedWord } from '../text/word';

/** Text as the rules read it, one paragraph to a line. */
export interface TopicText {
  /** In plain characters; what is to be cut into words. */
  readonly text: string;
  /** The same in the characters of the document, of the same length. */
  readonly written: string;
}

export interface TaggedText extends TopicText {
  readonly words: readonly TaggedWord[];
}

/** What a topic is chosen from: all that the asker says, and all that is answered. */
export interface TopicQuestion<Text extends TopicText = TaggedText> {
  readonly asked: Text;
  readonly answered: Text;
  /** Whether `asked` is the topic as a report words it (`关于“Z”的提问`), not a question that was put. */
  readonly isTitle: boolean;
}

/** What each question of a document asks and is answered, of which the words are to be found. */
export const topicQuestions = (
  paragraphs: readonly Paragraph[],
  { articles, turns, questions }: Analysis,
): TopicQuestion<TopicText>[] =>
  questions.map((question) => ({
    asked: textOf(paragraphs, [question]),
    answered: textOf(
      paragraphs,
      question.answers.map((answer) => ({ start: turns[answer]!.bodyStart, end: turns[answer]!.end })),
    ),
    isTitle: articles.some(
      ({ form, start, end }) => form === 'report' && start <= question.start && question.end <= end,
    ),
  }));

function textOf(paragraphs: readonly Paragraph[], spans: readonly Span[]): TopicText {
  let text = '';
  let written = '';
  for (const span of spans) {
    const first = partitionPoint(paragraphs.length, (index) => paragraphs[index]!.end <= span.start);
    for (let index = first; index < paragraphs.length && paragraphs[index]!.start < span.end; index++) {
      const paragraph = paragraphs[index]!;
      const from = offsetIn(paragraph, span.start);
      const to = offsetIn(paragraph, span.end);
      text += `${paragraph.text.slice(from, to)}\n`;
      written += `${paragraph.written({ start: from, end: to })}\n`;
    }
  }
  return { text, written };
}

/** Where the place `source` of the document is in the joined text. */
const offsetIn = (paragraph: Paragraph, source: number): number =>
  partitionPoint(paragraph.text.length, (at) => paragraph.toSource({ start: at, end: at + 1 }).start < source);
