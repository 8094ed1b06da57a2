import type { Claim } from '../claims/claim';
import type { DocumentReader } from '../query/documentReader';
import type { QueryDocument } from '../query/queryDocument';
import type { Row } from '../query/row';
import { readingOf } from '../text/readingText';
import { dimensionOf } from './dimension';
import type { LedgerFigure, NotCompared, Sort } from './figure';
import { tellsMeasure } from './indicatorName';
import type { IndicatorNames } from './indicatorNames';
import { areaNamed, areasIn, fullRegion, isAbroad, regionInHead } from './regions';
import { writtenRange } from './writtenRange';

/** The figures of one document, as the ledger keeps them. */
export function readFigures(document: QueryDocument, reader: DocumentReader, names: IndicatorNames): LedgerFigure[] {
  const { text, facts, analysis } = document;
  const region = facts.region === undefined ? regionInHead(text) : fullRegion(facts.region);
  return analysis.claims.map((claim): LedgerFigure => {
    const row = reader.row(claim, { tags: [] });
    const before = beforeIn(text, claim, row);
    const written = reader.indicatorOf(claim);
    const indicator = names.of(written);
    const { dimension, factor } = dimensionOf(claim.kind === 'fraction' ? '%' : claim.unit);
    const plain = claim.kind === 'fraction' ? claim.value * 100 : claim.value * factor;
    const area = areaOf(written, before, region);
    const { from = '', to = '' } = claim.period ?? {};
    const figure = {
      ...{ path: row.path, date: row.date, start: claim.start, end: claim.end, words: row.text },
      ...{ line: row.line!, column: row.column! },
      ...{ value: claim.value, unit: claim.unit, dimension, plain },
      range: writtenRange(row.text, plain, claim.hedge),
      ...{ indicator, area, from, to, sort: sortOf(claim, written), basis: basisOf(claim), modality: claim.modality },
      ...{ speaker: row.speaker, turn: row.turn, outlet: row.outlet, sentence: row.sentence },
    };
    return { ...figure, notCompared: notCompared(claim, figure, before, names) };
  });
}

/** The sentence up to the figure, as rules read it. */
function beforeIn(text: string, { start }: Claim, { sentences }: Row): string {
  return readingOf(text.slice(sentences[0] ?? start, start));
}

/**
 * Whose figure it is: the area that the indicator names, else the last one that the sentence names before it, else the
 * document's own; nobody's where other countries are spoken of as well.
 */
function areaOf(indicator: string, before: string, region: string): string {
  const around = areasIn(before);
  const mention = areasIn(readingOf(indicator)).at(-1) ?? around.at(-1);
  if ([...around, ...(mention ? [mention] : [])].some(({ area }) => isAbroad(area))) return '';
  return mention ? areaNamed(mention, region) : region;
}

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
  '个 名 人 位 家 户 次 人次 件 起 项 条 座 所 例 种 期 场 对 处 艘 辆 台 套 支 只 头 批 部 本 份 门'.split(' '),
);
const LIST = /分别[^；。]*$/u;
/** 由2017年底的4.3%下降到…: the end of a change, however much stands between. */
const CHANGE_END = /[由从][^。；，]*\d[^。；，]*[到至为][^。；，]*$/u;
/** 扣除价格因素, 不含农户: the figure of another definition. */
const DEFINED = /(?:扣除|剔除|不含|不包括|不计|口径|季节调整|折合|换算)[^；。]*$/u;
/** Levels at the prices of another year; rates are at constant prices as a rule. */
const PRICED = /(?:可比|不变)价[^；。]*$/u;

function notCompared(
  { changedFrom, changedTo, modality, isApart, upper }: Claim,
  { indicator, area, from, to, sort, unit, plain }: Omit<LedgerFigure, 'notCompared'>,
  before: string,
  names: IndicatorNames,
): NotCompared | '' {
  if (isApart) return 'person';
  if (modality !== 'actual') return modality;
  if (changedFrom !== undefined || changedTo !== undefined || CHANGE_END.test(before)) return 'change';
  if (LIST.test(before)) return 'list';
  if (PART.test(before)) return 'part';
  if (RESTATED.test(before) || upper !== undefined) return 'definition';
  if (sort !== 'rank' && COUNTED.has(unit) && plain < STATISTIC && !names.has(indicator)) return 'count';
  if (DEFINED.test(before) || (sort !== 'rate' && PRICED.test(before))) return 'definition';
  if (!tellsMeasure(indicator) && !names.has(indicator)) return 'indicator';
  if (area === '') return 'area';
  return from === '' || to === '' ? 'period' : '';
}
