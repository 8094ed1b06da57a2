import type { Claim } from '../claims/claim';
import { isMeasure, isNounPhrase } from '../claims/indicator/nounPhrase';
import { dateOf } from '../query/dated';
import type { DocumentReader } from '../query/documentReader';
import type { QueryDocument } from '../query/queryDocument';
import { readingOf } from '../text/readingText';
import { dimensionOf } from './dimension';
import { type LedgerFigure, likelyIndicator, type NotCompared, type Sort } from './figure';
import { indicatorName, tellsMeasure } from './indicatorName';
import type { IndicatorNames } from './indicatorNames';
import { measuredWords } from './measured';
import { areaNamed, areasIn, fullRegion, isAbroad, regionInHead } from './regions';
import { timeOf } from './timeOf';
import { writtenRange } from './writtenRange';

/** Where a figure's sentence begins, where the figure ends, and what it measures; offsets count in the document. */
interface Said {
  readonly sentence: number;
  readonly end: number;
  readonly words: string;
}

/** Of what is as likely as this nearly all is right, as labelled figures tell. */
const SURE = 0.85;

/** The figures of one document, as the ledger keeps them. */
export function readFigures(document: QueryDocument, reader: DocumentReader, names: IndicatorNames): LedgerFigure[] {
  const { text, facts, analysis } = document;
  const region = facts.region === undefined ? regionInHead(text) : fullRegion(facts.region);
  const date = dateOf(document);
  let previous: Said | undefined;
  return analysis.claims.map((claim): LedgerFigure => {
    const row = reader.row(claim, { tags: [] });
    const sentence = row.sentences[0] ?? claim.start;
    const before = readingOf(text.slice(sentence, claim.start));
    const read = claim.measures ?? measuredIn(text, claim, sentence, before, reader, previous);
    previous = { sentence, end: claim.end, words: read };
    const isNamed = claim.measures !== undefined || names.has(names.of(read));
    const written = isNamed || isName(read, before) ? read : '';
    const name = names.of(written);
    const isSure = isNamed || (claim.indicatorLikelihood >= SURE && tellsMeasure(name));
    const [indicator, perhaps] = isSure ? [name, ''] : ['', name];
    const { dimension, factor } = dimensionOf(claim.kind === 'fraction' ? '%' : claim.unit);
    const plain = claim.kind === 'fraction' ? claim.value * 100 : claim.value * factor;
    const area = areaOf(
      written,
      before,
      isEvent(claim.unit, plain) && !isMeasure(written) ? '' : region,
      claim.kind === 'rank',
    );
    const { from, to } = timeOf(text, claim, date);
    const figure = {
      ...{ path: row.path, date: row.date, start: claim.start, end: claim.end, words: row.text },
      ...{ line: row.line!, column: row.column! },
      ...{ value: claim.value, unit: claim.unit, dimension, plain },
      range: writtenRange(row.text, plain, claim.hedge),
      ...{
        indicator,
        perhaps,
        area,
        from,
        to,
        sort: sortOf(claim, written),
        basis: basisOf(claim),
        modality: claim.modality,
      },
      ...{ speaker: row.speaker, turn: row.turn, outlet: row.outlet, sentence: row.sentence },
    };
    return { ...figure, notCompared: notCompared(claim, figure, before, names) };
  });
}

/** Whether words name what is measured; where that is open a figure has no name rather than a wrong one. */
const isName = (words: string, before: string): boolean =>
  isNounPhrase(indicatorName(words)) && !(PLACE.test(words) && before.endsWith(words));
/** 巧家县66人: a place that touches its figure has what is counted. */
const PLACE = /[省市县区州镇乡村楼院]$/u;

/** What a figure measures, with what its sentence says of it; `previous` is the figure before it. */
function measuredIn(
  text: string,
  claim: Claim,
  sentence: number,
  before: string,
  reader: DocumentReader,
  previous: Said | undefined,
): string {
  const isSame = previous?.sentence === sentence && previous.end <= claim.start;
  const end = isSame ? readingOf(text.slice(sentence, previous.end)).length : 0;
  return measuredWords(before, reader.indicatorOf(claim), isSame ? { end, words: previous.words } : undefined);
}

/**
 * Whose figure it is: the area that the indicator names, else the last one that its clause names, else the one that its
 * sentence names, else `region`, the document's own; nobody's where other countries are spoken of as well, where the sentence
 * names several, or is about a part of the area, a county, town or company.
 */
function areaOf(indicator: string, before: string, region: string, isRank: boolean): string {
  // 居全国第一: among whom
  const around = areasIn(before).filter(({ end }) => !isRank || end < before.trimEnd().length);
  const own = areasIn(readingOf(indicator)).at(-1);
  if (BETWEEN.test(before) || [...around, ...(own ? [own] : [])].some(({ area }) => isAbroad(area))) return '';
  if (own) return areaNamed(own, region);
  const clause = Math.max(...['，', '；', '。', '：'].map((stop) => before.lastIndexOf(stop)));
  const near = around.findLast(({ start }) => start > clause);
  // 湖南、安徽等9个省市
  if (near && /[、和及与]$/u.test(before.slice(clause + 1, near.start))) return '';
  if (near) return PART_OF.test(before.slice(near.end)) ? '' : areaNamed(near, region);
  if (SMALLER.test(before) || around.some(({ end }) => OF_A_PART.test(before.slice(end)))) return '';
  const named = [...new Set(around.map((mention) => areaNamed(mention, region)))];
  return named.length === 0 ? region : named.length === 1 ? named[0]! : '';
}

/** What two countries have agreed on, or do with each other, is not the figure of one. */
const BETWEEN = /两国|双边|境内外|海内外|(?<!其)中(?:外|美|俄|欧(?!班列)|日|英|法|德|韩|非)(?![央部国])/u;
/** A county, town, village or company: its figures are not those of the area around it. */
const SMALLER =
  /[\p{Script=Han}](?:(?<![全各贫省该本我市区郊县])县(?!级|域|区|乡|城|委)|(?<![城乡古集全各])镇(?!长)|(?<![城全各])乡(?![镇村亲])|(?<![农乡行全各贫])村(?!民|庄|级|镇))|公司|集团|[全该][村镇乡]|社区|街道|小区|这里|那里|该[校院厂站店]|咱|我家|家里/u;
/** 魏都区, which is no 地区 or 区域. */
const DISTRICT = '(?<![地各城郊市园小片社山林牧灾])区(?![域县间块])';
/** 江苏海洋大学, 许昌市魏都区: what an area's name begins with. */
const OF_A_PART = new RegExp(`^[\\p{Script=Han}]{0,6}(?:大学|学院|医院|中学|小学|${DISTRICT})`, 'u');
/** 海南贫困地区, 北京海淀区: behind an area, what is no more than a part of it. */
const PART_OF = new RegExp(
  `${SMALLER.source}|(?:困|族|远|海|分|牧|老|边境)地区|[\\p{Script=Han}]${DISTRICT}|大学|学院|医院|中学|小学(?=有|共)|车站|机场|景区`,
  'u',
);

const RATE = /增速|增长率|增幅|涨幅|降幅|跌幅/u;

function sortOf({ kind, unit, direction, basis }: Claim, indicator: string): Sort {
  if (kind === 'rank') return 'rank';
  const isMoving = direction === 'increase' || direction === 'decrease';
  if (kind === 'percent' || kind === 'fraction') {
    if (/点$/u.test(unit)) return 'change';
    return isMoving || basis !== undefined || RATE.test(indicator) ? 'rate' : 'share';
  }
  if (kind === 'multiple') return isMoving ? 'rate' : 'level';
  return isMoving ? 'change' : 'level';
}

/** One name for each way of comparing with the same time a year, or with the time just before. */
function basisOf({ basis = '' }: Claim): string {
  if (/同比|[上去]年|按年/u.test(basis)) return '同比';
  return /环比|上个?[月季]|按月|按季/u.test(basis) ? '环比' : basis;
}

/** 其中 at the head of a sentence: what it is a part of stands in another. */
const PART = /^[“\s]*(?:其中|其他|此外另有)/u;
/** 4948.5公斤/公顷（329.9公斤/亩）: the same again in another unit, or in other words. */
const RESTATED = /\d\S{0,8}（[^（）]{0,4}$/u;
/** Of what is counted one by one, fewer than so many are events, and each speaker counts others. */
const STATISTIC = 1000;
const COUNTED: ReadonlySet<string> = new Set(
  '个 名 人 位 家 户 次 人次 件 起 项 条 座 所 例 种 期 场 对 处 艘 辆 台 套 支 只 头 批 部 本 份 门 枚 天 日 小时 分钟 年 个月'.split(
    ' ',
  ),
);
const isEvent = (unit: string, plain: number): boolean => COUNTED.has(unit) && plain < STATISTIC;
/** 预计2023年，…；实现…: it governs all that its sentence says. */
const EXPECTED = /^[^。]*(?:预计|预测|有望)[^。]*$/u;
const LIST = /分别[^；。]*$/u;
/** 由2017年底的4.3%下降到…: the end of a change, however much stands between. */
const CHANGE_END = /[由从][^。；，]*\d[^。；，]*[到至为][^。；，]*$/u;
/** 扣除价格因素, 不含农户: the figure of another definition. */
const DEFINED = /(?:扣除|剔除|不含|不包括|不计|口径|季节调整|折合|换算)[^；。]*$/u;
/** Levels at the prices of another year; rates are at constant prices as a rule. */
const PRICED = /(?:可比|不变)价[^；。]*$/u;

function notCompared(
  { changedFrom, changedTo, modality, isApart, upper }: Claim,
  { indicator, perhaps, area, from, to, sort, unit, plain }: Omit<LedgerFigure, 'notCompared'>,
  before: string,
  names: IndicatorNames,
): NotCompared | '' {
  if (isApart) return 'person';
  if (modality !== 'actual') return modality;
  if (EXPECTED.test(before)) return 'forecast';
  if (changedFrom !== undefined || changedTo !== undefined || CHANGE_END.test(before)) return 'change';
  if (LIST.test(before)) return 'list';
  if (PART.test(before)) return 'part';
  if (RESTATED.test(before) || upper !== undefined) return 'definition';
  if (sort !== 'rank' && isEvent(unit, plain) && !names.has(indicator)) return 'count';
  if (DEFINED.test(before) || (sort !== 'rate' && PRICED.test(before))) return 'definition';
  if (!tellsMeasure(likelyIndicator({ indicator, perhaps })) && !names.has(indicator)) return 'indicator';
  if (area === '') return 'area';
  if (from === '' || to === '') return 'period';
  return indicator === '' ? 'doubt' : '';
}
