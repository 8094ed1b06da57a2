import { KINDS } from './dictionary';
import { kindAt, lexWords, type Words } from './lexWords';
import { WORDS } from './words';

/** Pronouns, conjunctions, auxiliaries and what only speech has: words that stand in clauses and in no name. */
const CLAUSE = new RegExp(
  [
    '[我你他她它妳您咱这那哪谁啥吗呢吧啊嘛呀嘅咗喺哋佢冇唔着很]|了(?!解)|没(?!收)|怎|什么|就(?![业医学诊读餐地近任])|爰|^故(?![障宫事乡])|故(?:删|该|建|减|此)',
    '因为|所以|如果|虽然|但是|然后|而且|还是|或者|竟然|居然|其实|其中|是否|于是|不过|不仅|不但|以致|由于',
    '可以|可能(?!性)|应该|应当|能够|必须|需要|希望|觉得|认为|知道|看到|大概|大约|已经|曾经|刚刚|原本|原来|本来|仍然|现在|目前|当时|不久前|试图|予以|作出|进行|宣布|共有|深入',
    '不(?![动良含锈孕育明同满足良])',
  ].join('|'),
  'u',
);
/** 个省部级培训班, 40天单日票房, 7号楼: what a figure counts, or the rest of one, is not where a name begins. */
const REST_OF_FIGURE =
  /^(?:[、，.．·\-—–之]|又一|[\d.]+(?:[余多几]?[个天次号日月分名家件位户人元块点楼]|$)|[个名位件次款](?!数|人|体|称|单|录|牌|优)|有\d|[均占](?!衡))/u;
/** 新产品、新技术和新: behind these the name has been cut off. */
const CUT =
  /(?:[新老旧大小各某该每等和与及或以、之一两二三四五六七八九十百千万亿几]|\d|最近|\p{Script=Han}[.．]\d.*)$/u;
/** What tells a measure: before these verbs are parts of names (参保人数, 接收捐款总额). */
const MEASURE =
  /(?:[数率额量值费价比款]|比例|比重|资金|收入|支出|面积|指数|余额|利润|投资|里程|时间|年限|增速|速度|水平|经费|成本|规模|人口|密度|浓度|能力|(?<![企就创失从毕商])业)$/u;

/** Whether words end with a measure: what they name is no event that is counted. */
export const isMeasure = (words: string): boolean => MEASURE.test(words);
/** 决定书, 准备金: behind these a verb is part of a noun. */
const NOMINAL: ReadonlySet<string> = new Set('书者员人金权机品证点站区');
/** What is longer and tells no measure is a clause more often than a name; in characters. */
const LONGEST = 14;

const numbersOf = (list: string): ReadonlySet<number> => new Set(list.split(' ').map((kind) => KINDS.indexOf(kind)));
const VERBS = numbersOf('change reach have take act adverb preposition lead');
const PREDICATES = numbersOf('take act have change reach lead');
const TAKE = KINDS.indexOf('take');
const LONE: ReadonlySet<string> = new Set<string>([...WORDS.mixed, '预算', '决算', '消耗', '响应']);

/**
 * Whether words can be the name of what is measured, as far as lists of words tell: no clause, no lone verb, no rest of a
 * name that has been cut. Of names that are told without doubt hardly any are refused; in doubt it is none.
 */
export function isNounPhrase(words: string): boolean {
  if (CLAUSE.test(words) || REST_OF_FIGURE.test(words) || CUT.test(words)) return false;
  const cut = lexWords(words, 0, words.length, []);
  if (LONE.has(words) || endsWithVerb(cut)) return false;
  if (MEASURE.test(words)) return true;
  if ([...words].length > LONGEST) return false;
  return !cut.starts.some(
    (start, at) =>
      PREDICATES.has(kindAt(cut, at)) &&
      cut.ends[at]! - start > 1 &&
      cut.ends[at]! < words.length &&
      !NOMINAL.has(words[cut.ends[at]!]!) &&
      !(start === 0 && kindAt(cut, at) === TAKE),
  );
}

function endsWithVerb(words: Words): boolean {
  const last = words.starts.length - 1;
  return last >= 0 && words.ends[last]! - words.starts[last]! > 1 && VERBS.has(kindAt(words, last));
}
