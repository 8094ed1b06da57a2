import assert from 'node:assert/strict';
import { readDocument } from '../../../../src/core/analyse';
import { labelTopics, topicNames } from '../../../../src/core/topics/labelTopics';
import { topicQuestions } from '../../../../src/core/topics/topicQuestion';
import { intlSegmenter } from '../../../../src/segmenter/intlSegmenter';
import type { Segmenter } from '../../../../src/segmenter/segmenter';
import { someOf } from '../../../runs';
import { sharedJieba } from '../../segmenter/segmenters';
import { blindFixtures, labelledFixtures, thirdFixtures } from '../fixtures';

async function topicsOf(text: string, segmenter: Segmenter): Promise<string[]> {
  const { analysis, structure } = readDocument(text, {});
  const questions = topicQuestions(structure.paragraphs, analysis);
  const names = topicNames(analysis);
  segmenter.addUserWords(names.slogans);
  const words = await segmenter.tag(questions.flatMap(({ asked, answered }) => [asked.text, answered.text]));
  return labelTopics(
    questions.map(({ asked, answered, isTitle }, index) => ({
      asked: { ...asked, words: words[2 * index]! },
      answered: { ...answered, words: words[2 * index + 1]! },
      isTitle,
    })),
    names,
  );
}

const RECORD = `甲省日报记者：谢谢主持人。请问王厅长，甲省今年煤炭产量怎么样？能源保供有什么打算？
王某厅长：谢谢你的提问。煤炭产量稳步增加，煤炭产量占全国三成。我们做好能源保供，能源保供是政治任务。
乙视台记者：有网友反映乡镇学校老师少，请您介绍一下教师队伍建设的情况。
王某厅长：我们加强教师队伍建设，教师队伍建设是基础工作。老师增加了两千人。
丙报记者：省里提出“三稳三不准”，请问怎样落实“三稳三不准”要求？
王某厅长：“三稳三不准”，即稳生产、稳价格、稳供应，不准拉闸、不准限电、不准停供。
丁网记者：请介绍一下《办法》出台的背景。
王某厅长：污水处理是短板，污水处理能力不足。
`;
const REPORT = `某省代表团开放日 某报记者 何某

在回答某报记者关于“县域医共体建设”的提问时，王某代表说，县域医共体建设要加快。
`;

describe('topics of questions', () => {
  const jieba = sharedJieba();

  it('names what is asked: compounds before their parts, slogans, what the document is about where nothing is named', async () => {
    const topics = await topicsOf(RECORD, jieba);
    assert.match(topics[0]!, /煤炭产量/u);
    assert.match(topics[0]!, /能源保供/u);
    assert.match(topics[1]!, /教师队伍建设/u);
    assert.match(topics[2]!, /三稳三不准/u);
    assert.match(topics[3]!, /^出台背景 污水处理/u);
  });

  it('leaves out who asks, who answers, places, greetings and words of asking', async () => {
    for (const segmenter of [jieba, intlSegmenter()]) {
      for (const topic of await topicsOf(RECORD, segmenter)) {
        assert.doesNotMatch(topic, /日报|记者|厅长|王某|甲省|谢谢|介绍|请问|打算|提问|网友/u);
      }
    }
  });

  it('names what is asked by the words of the runtime too', async () => {
    const topics = await topicsOf(RECORD, intlSegmenter());
    assert.match(topics[0]!, /煤炭/u);
    assert.match(topics[2]!, /三稳三不准/u);
  });

  it('takes the title that a report gives', async () => {
    assert.deepEqual(await topicsOf(REPORT, jieba), ['县域医共体建设']);
  });

  it('writes in the characters of the document', async () => {
    const topics = await topicsOf('甲報記者：請問煤炭產量多少？\n王某廳長：煤炭產量穩定，煤炭產量增加。\n', jieba);
    assert.match(topics[0]!, /煤炭產量/u);
  });

  it('gives every question of the fixtures a label, which repeats neither itself nor, beside titles, another', async function () {
    this.timeout(60_000);
    for (const segmenter of [jieba, intlSegmenter()]) {
      const fixtures = [...labelledFixtures(), ...blindFixtures(), ...thirdFixtures()];
      for (const { name, text } of someOf(fixtures, 4)) {
        const topics = await topicsOf(text, segmenter);
        for (const topic of topics) {
          assert.match(topic, /^\S.{1,24}$/u, name);
          const words = topic.split(' ');
          assert.equal(new Set(words).size, words.length, `${name}: ${topic}`);
        }
        if (segmenter === jieba) assert.equal(new Set(topics).size, topics.length, `${name}: ${topics.join(' / ')}`);
      }
    }
  });

  it('says nothing of nothing', () => {
    const nothing = { text: '', written: '', words: [] };
    assert.deepEqual(labelTopics([]), []);
    assert.deepEqual(labelTopics([{ asked: nothing, answered: nothing, isTitle: true }]), ['']);
  });
});
