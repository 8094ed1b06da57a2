import assert from 'node:assert/strict';
import { suggestSlogans } from '../../../../src/core/summary/suggestSlogans';
import { suspectsOf } from '../../../../src/core/summary/suspects';
import { intlSegmenter } from '../../../../src/segmenter/intlSegmenter';
import { suggestTopics } from '../../../../src/segmenter/suggestTopics';
import { indexTranscript } from './indexTranscript';

const record = (question: string, answer: string) => {
  const text = `江川日报记者：${question}请问有什么安排？\n周明：谢谢您的提问。${answer}\n江川晚报记者：请再介绍一下。\n周明：好的。\n`;
  const { summary, document } = indexTranscript('a.txt', new TextEncoder().encode(text), undefined)!;
  return { ...summary, suspects: suspectsOf(text, document.analysis.slogans) };
};

describe('what recurs and may be a slogan', () => {
  const names = (...answers: string[]) =>
    suggestSlogans(answers.map((answer) => record('', answer))).map(({ name }) => name);

  it('is a quotation in two transcripts that nothing speaks against', () => {
    const [found] = suggestSlogans([
      record('', '今年有“堰塘清流”的说明。'),
      record('', '群众看到“堰塘清流”以后很高兴。'),
      record('', '没有别的。'),
    ]);
    assert.equal(found!.name, '堰塘清流');
    assert.deepEqual([found!.mentions, found!.transcripts], [2, 2]);
    assert.deepEqual(
      found!.places.map(({ transcript, place }) => [transcript, place.at.start.line]),
      [
        [0, 1],
        [1, 1],
      ],
    );
  });

  it('is nothing that is said once, is a figure of speech, a date or a sentence', () => {
    assert.deepEqual(names('今年有“堰塘清流”的说明。', '没有别的。'), []);
    assert.deepEqual(names('大家吃下“定心丸”。', '企业吃下“定心丸”。'), []);
    assert.deepEqual(names('在“十四五”以后。', '在“十四五”以后。'), []);
    assert.deepEqual(names('他说：“我们今年一定来。”', '他说：“我们今年一定来。”'), []);
  });

  it('is no longer offered where it is a slogan already', () => {
    const known = record('', '我们推行“堰塘清流”机制，落实“堰塘清流”机制。');
    assert.deepEqual(suggestSlogans([known, known]), []);
    const [found] = suggestSlogans([known, record('', '今年有“堰塘清流”的说明。')]);
    assert.deepEqual(
      found!.places.map(({ transcript }) => transcript),
      [1],
    );
  });
});

describe('what is asked about again and again', () => {
  it('is named with the questions that ask, the longer name before its parts', async () => {
    const summaries = ['农村供水怎么保障？', '农村供水工程进度如何？', '牡蛎养殖前景怎样？'].map((question) =>
      record(question, '有的。'),
    );
    const topics = await suggestTopics(summaries, intlSegmenter());
    const names = topics.map(({ name }) => name);
    assert.ok(names.includes('农村供水'), names.join());
    assert.ok(!names.includes('农村') && !names.includes('供水') && !names.includes('牡蛎'), names.join());
    assert.deepEqual(
      topics
        .find(({ name }) => name === '农村供水')!
        .questions.map(({ transcript, question }) => [transcript, question]),
      [
        [0, 0],
        [1, 0],
      ],
    );
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(suggestTopics([record('供水怎么保障？', '有的。')], intlSegmenter(), stop.signal));
  });
});
