import { isAmong, isLatin } from '../text/characters';
import type { ClaimKind } from './claim';

/**
 * How the counted thing behaves: `measure` (physical, always a claim), `count` (a measure word), `loose` (a measure word
 * that speakers also use for their own structure: 三个方面), `place` (counted directly behind digits: 12县), `time` (mostly
 * says when or how long), `percent`, `money`, `multiple`.
 */
export type UnitClass = 'measure' | 'count' | 'loose' | 'place' | 'time' | 'age' | 'percent' | 'money' | 'multiple';

export interface Unit {
  readonly end: number;
  /** As it is written in `Claim.unit`. */
  readonly name: string;
  readonly unitClass: UnitClass;
}

const words = (text: string): string[] => text.trim().split(/\s+/u);

/** The measure words of modern standard Chinese that occur with counted things, and the units of official statistics. */
const UNITS: Readonly<Record<UnitClass, readonly string[]>> = {
  measure: words(`
    吨 公吨 瓩 吨标准煤 公斤 千克 克 毫克 微克 斤 市斤 克拉
    公里 千米 米 厘米 毫米 微米 纳米 海里 浬 英里 里 延米 车道公里
    平方公里 平方千米 平方米 平方公尺 平方呎 平方英尺 平米 平方 公顷 亩 英亩 垧 坪 甲 公尺 公分 呎 吋 哩 英寸 英尺
    立方米 立方公里 立方米每秒 米每秒 公里每小时 千米每小时 立方 标准立方米 方 升 毫升 微克立方米 毫克立方米
    千瓦时 千瓦 兆瓦 吉瓦 瓦 瓦时 兆瓦时 千伏安 千伏 伏 度 摄氏度 ℃ 焦 焦耳 大卡 千卡 卡路里 马力 加仑 盎司 安培 吨公里 人公里 分贝 赫兹 兆赫 千帕 兆帕 毫西弗 微西弗 西弗 贝克 贝克勒尔 流明 毫安
    比特 字节 标箱 标准箱 桶 载重吨 总吨 标煤 核
    ㎡ ㎥ m² m³ 米² 米³ ㎞ ㎏ ㎜ ㎝ kg km m kW kWh MW GW kV TB PB EB GB MB TEU EFLOPS PFLOPS Mbps Gbps MHz GHz mm cm ppm
  `),
  count: words(`
    学时 课时 名 位 人 座次 杯 户 家 所 座 件 辆 台 套 处 次 人次 趟 支 只 头 匹 架 艘 列 部 本 册 份 张 幅 宗 笔 起 例 种 伙 顶 台（套）
    门 间 幢 栋 层 场 届 轮 回 遍 架次 车次 列次 航次 班次 班 人日 场次 台次 批次 户次 件次 辆次 万人次 单 票 根 棵 株 粒 颗 枚 对 口 眼 尾 羽
    人天 人年 床 张床位 席 款 道 孔 盏 杆 段 标段 片 块 篇 稿 首 幕 集 字 页 篇次 人份 剂次 剂 头次 支队 路 站 桩 机架 个人 车位 艘次 车 单元 环 枪 箱 席位 只次 分 通
    枝 挺 具 盒 袋 瓶 罐 包 束 副 餐 顿 桌 版 则 封 句 卷 科 章 节 尊 帧 针
  `),
  loose: words('大洲 级 个 项 条 类 点 批 组 大类 方面 份额 期 款项 册子 步 者'),
  place: words('县 市 省 村 镇 乡 州 旗 国 校 岛 县区 省份 省区市 区 园 街镇 机位'),
  time: words(
    '年 个多月 个月 月 周 星期 天 日 晚 小时 个多小时 个小时 分钟 秒 毫秒 个工作日 工作日 个工作天 工作天 季度 季 个季度 世纪 年代 分 时 点钟 学期 个学期',
  ),
  age: words('岁 周岁'),
  percent: words('% ‰ 巴仙 个多百分点 个百分点 百分点 个基点 基点 pct BP bp'),
  money: words(
    '元 美元 欧元 日元 港元 港币 英镑 卢布 澳门元 澳元 加元 新元 新台币 台币 人民币 泰铢 雷亚尔 兰特 林吉特 令吉 越南盾 块钱 毛钱 毛 角钱 角 分钱 卢比 韩元 瑞士法郎',
  ),
  multiple: words('倍'),
};

/** One name for a unit with and without 个. */
const NAMES: Readonly<Record<string, string>> = { 个百分点: '百分点', 个多百分点: '百分点', 个基点: '基点' };

const byFirst = new Map<string, { readonly word: string; readonly unitClass: UnitClass }[]>();
for (const [unitClass, list] of Object.entries(UNITS) as [UnitClass, readonly string[]][]) {
  for (const word of list) {
    const first = byFirst.get(word[0]!) ?? [];
    byFirst.set(word[0]!, first);
    first.push({ word, unitClass });
  }
}
/** The characters that units begin with. */
export const UNIT_BEGINNINGS: readonly string[] = [...byFirst.keys()];
for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length);

/** Words that begin with the characters of a unit and are none: 人民, 家庭, 位于, 分之. */
const NOT_UNITS: Readonly<Record<string, string>> = {
  人: '民工口类类均才',
  家: '庭长乡居园',
  位: '于於居列置次数',
  分: '之别析类',
  部: '门署长委队分曲',
  所: '有在以谓',
  处: '于置理在',
  台: '湾账风阶',
  本: '市省地次身年届',
  件: '',
  起: '来到步点源草',
  道: '路德理',
  口: '岸径',
  对: '于外口接标应',
  回: '应答到归',
  路: '径线',
  只: '有要是能',
  次: '方',
  环: '之线路内外境节保形球绕岛',
  头: '部',
  门: '户槛',
  首: '先次批家个创届席发都',
  集: '中成体团聚群约',
  站: '稳位在',
  具: '有体备名',
  挺: '好进立拔身',
  枝: '叶条头',
  针: '对灸织剂尖',
  段: '时',
  场: '所',
  方: '面式法案针向便',
  里: '面',
  度: '假过',
  升: '级至到',
  单: '位一独',
  支: '持撑付出部点',
  支队: '伍',
  点: '多半亮位',
  条: '件例',
  项: '目',
  类: '似',
  步: '',
  期: '间望待',
  字: '第',
  车: '',
  面: '',
  市: '场民值级',
  区: '域别间块',
  国: '家际内务有产道企外债',
  省: '级市',
  村: '民庄级',
  校: '园企',
  时: '间',
  日: '益常前',
  周: '期边',
  天: '然津',
  月: '',
  季: '',
  年: '',
  核: '心酸电',
  机: '',
  款: '',
  通: '过车航道报知行用关商信常畅达风勤胀透联缉称宝往向水电气',
  米: '',
  列: '入为出席',
  层: '次面级',
  片: '区',
  块: '',
  园: '区',
  包: '括含容裹干',
  副: '省主部市厅局书院校处县会',
  节: '能约日假省点目奏水气支',
  科: '技学研普室教级目员创协',
  章: '程',
  版: '权图块本面',
  则: '是为要应将需会能有',
  封: '闭控',
  顿: '时',
};

/** The unit that begins at `at`, the longest one; `/年`, `/立方米` belong to it. */
export function readUnit(text: string, at: number): Unit | undefined {
  // 788 EFLOPS
  if (text[at] === ' ' && isLatin(text.charCodeAt(at + 1))) {
    const unit = readUnit(text, at + 1);
    return unit && text.charCodeAt(at + 1) < 128 ? unit : undefined;
  }
  for (const { word, unitClass } of byFirst.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(word, at)) continue;
    // 家次, 台次, 亩次: how often each of them
    if (
      (unitClass === 'count' || unitClass === 'loose' || unitClass === 'place' || word === '亩') &&
      word.length === 1 &&
      /^次(?![级要日年生序品方区])/u.test(text.slice(at + 1, at + 3))
    )
      return { end: at + 2, name: `${word}次`, unitClass };
    // 317座（次）
    const other = text.slice(at + word.length, at + word.length + 3);
    if (unitClass === 'count' && /^（[次套台个件处户人]）$/u.test(other))
      return { end: at + word.length + 3, name: word + other, unitClass };
    if (NOT_UNITS[word]?.includes(text[at + word.length] ?? '-')) continue;
    if (/[A-Za-z]$/u.test(word) && /[A-Za-z]/u.test(text[at + word.length] ?? '')) continue;
    // 一斤3块 is money, 8块电池 are things
    if (word === '块' && !/^(?:(?![的左多以吧])\p{Script=Han})/u.test(text.slice(at + 1, at + 3)))
      return { end: at + 1, name: '块', unitClass: 'money' };
    const per = readPer(text, at + word.length);
    const name = NAMES[word] ?? word;
    return per
      ? { end: per.end, name: `${name}/${per.name}`, unitClass: unitClass === 'time' ? 'measure' : unitClass }
      : { end: at + word.length, name, unitClass };
  }
  return undefined;
}

/** What only stands behind a stroke: 元/㎡, km/h, 元/股. */
const PER =
  /^(?:㎡|㎥|m[²³]|米[²³]|平(?![方米])|(?:建筑)?平方?米(?=·)|建筑平方米|股|[hs](?![A-Za-z])|人(?=·[天日次年]))(?:·[天日月年次])?/u;

/** `/年`, `/平方米`, `/吨公里` behind a unit. */
function readPer(text: string, at: number): { end: number; name: string } | undefined {
  if (!isAmong('/／', text.charCodeAt(at))) return undefined;
  const only = PER.exec(text.slice(at + 1, at + 9))?.[0];
  if (only !== undefined) return { end: at + 1 + only.length, name: only };
  // 公里/万平方公里
  const magnitude = /^[百千]?[万亿]?/u.exec(text.slice(at + 1, at + 3))![0];
  const unitAt = at + 1 + magnitude.length;
  const found = (byFirst.get(text[unitAt] ?? '') ?? []).find(({ word }) => text.startsWith(word, unitAt));
  if (!found) return undefined;
  const end = unitAt + found.word.length;
  const second = found.word === '吨' && text.startsWith('公里', end) ? '公里' : '';
  const inner = readPer(text, end);
  return inner
    ? { end: inner.end, name: `${magnitude}${found.word}/${inner.name}` }
    : { end: end + second.length, name: magnitude + found.word + second };
}

const measureWords = new Set([...UNITS.count, ...UNITS.loose, ...UNITS.place]);

/** The units by name. */
export const UNIT_NAMES: readonly string[] = [...new Set(Object.values(UNITS).flat())];

/** Whether what is counted may stand behind the unit: 20座煤矿, but not 20吨，. */
export const isMeasureWord = (unit: string): boolean => measureWords.has(unit) || /.次$/u.test(unit);

export const kindOfUnit = (unitClass: UnitClass): ClaimKind =>
  unitClass === 'money' || unitClass === 'percent' || unitClass === 'multiple' ? unitClass : 'quantity';
