// Counts the words of sentences with figures (src/core/claims/indicator/words.json):
//   node scripts/indicators/words.mjs CORPUS
// CORPUS holds *.jsonl.gz; parts of speech are those of the dictionary that nodejieba brings. A word stands under its part of
// speech in the row of the logarithm of how often it comes.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import { documents, load, root } from '../slogans/corpus.mjs';

const [corpus] = process.argv.slice(2);
if (!corpus) throw new Error('usage: words.mjs CORPUS');
const { readingOf } = load('core/text/readingText');
/** Words that come less often, or are longer, are read as their parts. */
const LEAST = 20;
const LONGEST = 5;
/** Words that the dictionary does not have, though they measure. */
const MORE =
  '占比 营收 总户数 溢价率 分数 户数 个数 用地 用能 用水量 用电量 之比 装机 贡献率 营业性 公益性 生产性 超时率 空置率 续租率 入住率 次均 亩均 亩产 巩固率 毛入学率 客座率 保有量 拥有量 税额 票价 储量 供应量 运量 合格率 货值 订单量 办结率 交易额 水价 接种率 投票率 收益率 利用率 发送量 回报率 开工率 产销量 申请量 合同额 雨量 降水量 交易量 通胀率 游客量 需求量 执行率 生产率 含量 免税额 楼板价 九年义务教育'.split(
    ' ',
  );
const MORE_ROW = 13;

/** Words before and behind which a word is a verb, and before and behind which it is a noun. */
const set = (words) => new Set(words.split(' '));
const BEFORE_VERBS = set(
  '已 已经 将 被 并 不 要 可 应 再 先后 拟 未 均 也 都 来 去 可以 能 会 必须 继续 进一步 大力 积极 全面 共同 成功 正 正在 曾 就 才 又 还 而',
);
const BEHIND_VERBS = set('了 着 过 到 出 起 这些 这个 一个 该 其 我们 他们 自己 各 各类 各项 全国 全市');
const BEFORE_NOUNS = set(
  '的 该 其 各 各类 各项 本 个 种 项 条 家 新 大 高 总 主要 重要 重大 有关 相关 部分 一些 这些 和 与 及',
);
const BEHIND_NOUNS = set('是 为 达 达到 有 的 等 中 上 内 方面 均 约 由 从 也 都 超过 占 在');
const counts = new Map();
/** Of each word, how often it stands as a verb and as a noun does. */
const uses = new Map();
const tags = new Map();
const seen = new Set();
for (const { text } of documents(corpus)) {
  for (const sentence of readingOf(text).split(/[。！？\n]/u)) {
    if (!/\d|[一二三四五六七八九十百千万][个名家人次项所座条]/u.test(sentence) || seen.has(sentence)) continue;
    seen.add(sentence);
    const tagged = nodejieba.tag(sentence);
    for (const [index, { word, tag }] of tagged.entries()) {
      if (!/^\p{Script=Han}+$/u.test(word) || word.length > LONGEST) continue;
      // what the dictionary does not know is a guess
      if (tag === 'x') continue;
      counts.set(word, (counts.get(word) ?? 0) + 1);
      tags.set(word, tag);
      const [before, behind] = [tagged[index - 1]?.word, tagged[index + 1]?.word];
      const use = uses.get(word) ?? { verb: 0, noun: 0 };
      uses.set(word, use);
      if (BEFORE_VERBS.has(before)) use.verb++;
      if (BEHIND_VERBS.has(behind)) use.verb++;
      if (BEFORE_NOUNS.has(before)) use.noun++;
      if (BEHIND_NOUNS.has(behind)) use.noun++;
    }
  }
}

/** Parts of speech that behave alike. */
const ALIKE = {
  nrt: 'nr',
  nrfg: 'nr',
  ad: 'a',
  an: 'a',
  tg: 't',
  rr: 'r',
  rz: 'r',
  mq: 'm',
  i: 'l',
  ud: 'u',
  ug: 'u',
  uz: 'u',
  uv: 'u',
  ag: 'a',
  rg: 'r',
};
const OTHERS = new Set('df e g h k o y z zg'.split(' '));

/** The part of speech; of a verb with how verbal it is: 1 is used as a noun mostly, 4 hardly ever. */
function kindOf(word, tag) {
  if (!/^v[ndgiq]?$/u.test(tag)) return OTHERS.has(tag) ? 'o' : (ALIKE[tag] ?? tag);
  const { verb, noun } = uses.get(word);
  const ratio = (verb + 1) / (noun + 1);
  return `v${ratio < 0.4 ? 1 : ratio < 1 ? 2 : ratio < 2.5 ? 3 : 4}`;
}

const rows = {};
let number = 0;
for (const [word, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  if (count < LEAST || MORE.includes(word)) continue;
  const tag = kindOf(word, tags.get(word));
  rows[tag] ??= {};
  const row = rows[tag];
  const key = Math.round(Math.log2(count));
  row[key] = row[key] ? `${row[key]} ${word}` : word;
  number++;
}
for (const word of MORE) rows.n[MORE_ROW] += ` ${word}`;
const lines = Object.entries(rows)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([tag, row]) =>
      ` ${JSON.stringify(tag)}: {\n${Object.entries(row)
        .map(([key, words]) => `  "${key}": ${JSON.stringify(words)}`)
        .join(',\n')}\n }`,
  );
const text = `{\n${lines.join(',\n')}\n}\n`;
console.log(`${number} words, ${Buffer.byteLength(text)} bytes`);
writeFileSync(join(root, 'src/core/claims/indicator/words.json'), text);
