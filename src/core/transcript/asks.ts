import type { Paragraph } from '../text/paragraphs';
import { partitionPoint } from '../text/search';
import { splitSentences } from '../text/sentences';
import type { Span } from '../text/span';

/** Requests that ask without a question mark: 请介绍一下…, 想请问…, 请您谈谈…. */
const REQUEST =
  /请问|想问|请教|请(?:您|你|各位|部长|局长|厅长|省长|书记|主任|司长|发言人|[\p{Script=Han}]{1,3}(?:部长|局长|厅长|省长|书记|主任|司长|市长))?(?:再|先|给我们|为我们|跟我们|向我们|为大家|给大家|具体|简要|简单|详细|重点|就此|结合[^，。]{0,16}|从[^，。]{0,12}|谈一?谈|介绍|谈|解释|说明|解读|分享|回应|评价|讲|透露|展望|举例|举个例|谈下|描述|预测|分析|回答|证实|确认)|请(?!大家|各位|放心|继续|坐)[^，。！？；]{0,16}?(?:介绍|说明|解释|谈谈|说说|讲讲|聊聊|[谈说讲聊]一[谈说讲聊]|回应|分享|解读|评价|答覆|答复|提[供交出](?!问))|请[^，。！？；]{0,6}[把将][^，。！？；]{1,24}(?:送|交|提供|报|寄|列|补)|请[两几三]位[^，。！？；]{0,3}(?:用|给|送|说|讲|谈|各)|(?:想|希望|能否|能不能)(?:进一步|具体)?(?:了解|知道|请|请您?|听听)/u;
/** 请大家提问, 请某报记者提问 ask for nothing. */
const FLOOR = /请(?:大家|各位|记者|继续)[^。]{0,10}提问|^谢谢|^(?:主席|局长)，?(?:我)?谢谢/u;

/** Whether a sentence asks or requests something. */
const isAsk = (sentence: string): boolean => {
  const words = sentence.replace(/[\s”’」』"）)*]+$/u, '');
  if (/[？?]$|[吗呢]$/u.test(words)) return true;
  return REQUEST.test(words) && !FLOOR.test(words);
};

/** Whether any sentence of `body` asks. */
export const asksSomething = (body: string): boolean =>
  splitSentences(body.slice(0, 4000)).some((sentence) => isAsk(body.slice(sentence.start, sentence.end)));

/** Whether `body` comes to its end with a sentence that asks, or requests something anywhere. */
export function endsAsking(body: string): boolean {
  const sentences = splitSentences(body.slice(0, 4000)).map(({ start, end }) => body.slice(start, end));
  return isAsk(sentences.at(-1) ?? '') || sentences.some((sentence) => !/[？?]/u.test(sentence) && isAsk(sentence));
}

/**
 * The asking sentences between `start` and `end`, as spans of the document. A sentence goes on across a page break, and
 * over the parts of a list that it introduces (`可否告知：⏎（一）…；⏎（二）…？`).
 */
export function findAsks(paragraphs: readonly Paragraph[], { start, end }: Span): Span[] {
  const asks: Span[] = [];
  let open: Span | undefined;
  const first = partitionPoint(paragraphs.length, (index) => paragraphs[index]!.end <= start);
  for (let index = first; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index]!;
    if (paragraph.start >= end) break;
    for (const sentence of splitSentences(paragraph.text)) {
      const span = paragraph.toSource(sentence);
      // a stage direction before a sentence is not asked
      const direction =
        /^[（(][^（）()]{2,24}[)）]\s*/u.exec(paragraph.text.slice(sentence.start, sentence.end))?.[0].length ?? 0;
      const from =
        open?.start ??
        Math.max(paragraph.toSource({ start: sentence.start + direction, end: sentence.end }).start, start);
      const to = Math.min(span.end, end);
      open = undefined;
      if (from >= to) continue;
      const words = paragraph.text.slice(sentence.start, sentence.end);
      if (/[：；:;及和与]$/u.test(words) && to < end) open = { start: from, end: to };
      else if (isAsk(words)) asks.push({ start: from, end: to });
    }
  }
  return asks;
}
