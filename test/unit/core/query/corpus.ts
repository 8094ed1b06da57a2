import type { Annotation, DocumentFacts } from '../../../../src/core/annotation/annotation';
import { analyseCorrected } from '../../../../src/core/corrections/readTranscriptBytes';
import { type QueryDocument, queryDocument } from '../../../../src/core/query/queryDocument';

/** A passage by its words, of which the first place is meant, and what was noted. */
type Tagged = readonly [words: string, tags: readonly string[], more?: Partial<Annotation>];

export function document(
  path: string,
  text: string,
  tagged: readonly Tagged[],
  facts: DocumentFacts = {},
): QueryDocument {
  const annotations = tagged.map(([exact, tags, more], index): Annotation => {
    const start = Math.max(0, text.indexOf(exact));
    const target = {
      exact,
      prefix: text.slice(Math.max(0, start - 16), start),
      suffix: text.slice(start + exact.length).slice(0, 16),
      start,
    };
    return { id: `${path}${index}`, tags, target, ...more };
  });
  const analysis = analyseCorrected(path, text, { document: facts, corrections: [] });
  return queryDocument(path, text, analysis, { document: facts, annotations });
}

/** Three press conferences: two years, three officials, three outlets, five tags. */
export const CORPUS: readonly QueryDocument[] = [
  document(
    '2023/coal.txt',
    '煤炭保供新闻发布会\n时间：2023年8月26日\n甲报记者：请问厅长，今年煤炭产量多少？\n林远厅长：全省煤炭产量达到11.93亿吨，电价保持稳定。我们落实“三稳三不准”要求。\n乙台记者：电价会涨吗？\n许明局长：电价不会涨。煤炭供应有保障。\n',
    [
      ['全省煤炭产量达到11.93亿吨', ['能源/煤炭', '数字'], { creator: 'li', note: '核对' }],
      ['煤炭产量达到11.93亿吨，电价保持稳定', ['价格'], { creator: 'wang' }],
      ['电价不会涨', ['价格', '承诺']],
      ['供应有保障', ['承诺', '能源/煤炭']],
      ['这句话不在这里了', ['价格']],
    ],
    { title: '煤炭保供', attributes: { body: '能源局' } },
  ),
  document(
    '2024/grain-20240306.txt',
    '甲报记者：粮食产量如何？\n林远厅长：糧食產量1300億斤。种粮补贴不减。\n',
    [
      ['糧食產量1300億斤', ['粮食', '数字']],
      ['种粮补贴不减', ['承诺', '粮食'], { creator: 'li' }],
    ],
    { attributes: { body: '农业厅' } },
  ),
  document('undated.txt', '丙网记者：煤炭怎么样？\n许明局长：煤炭没有问题。\n', [['煤炭没有问题', ['能源/煤炭']]]),
];
