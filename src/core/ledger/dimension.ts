/** Units that measure the same, with how many of the first of their dimension each is worth. */
const DIMENSIONS: readonly Readonly<Record<string, number>>[] = [
  { 吨: 1, 公吨: 1, 公斤: 1e-3, 千克: 1e-3, kg: 1e-3, 斤: 5e-4, 市斤: 5e-4, 克: 1e-6, 毫克: 1e-9, 微克: 1e-12 },
  { 吨标准煤: 1, 标煤: 1 },
  { 平方米: 1, 平米: 1, 平方: 1, 平方公尺: 1, 亩: 2000 / 3, 公顷: 1e4, 平方公里: 1e6, 平方千米: 1e6 },
  { 米: 1, 公尺: 1, m: 1, 公里: 1000, 千米: 1000, km: 1000, 里: 500, 厘米: 0.01, 公分: 0.01, 毫米: 0.001, mm: 0.001 },
  { 立方米: 1, 立方: 1, 方: 1, 立方公里: 1e9, 升: 1e-3, 毫升: 1e-6 },
  // 度 is a temperature too: its indicator is another
  { 千瓦时: 1, 度: 1, kWh: 1, 兆瓦时: 1000, 瓦时: 1e-3 },
  { 千瓦: 1, kW: 1, 瓩: 1, 兆瓦: 1000, MW: 1000, 吉瓦: 1e6, GW: 1e6, 瓦: 1e-3 },
  { '%': 1, '‰': 0.1, pct: 1 },
  { 百分点: 1, 基点: 0.01 },
  { 元: 1, 人民币: 1, 块钱: 1, 块: 1 },
  { 港元: 1, 港币: 1 },
  { 新台币: 1, 台币: 1 },
  { 人: 1, 名: 1, 位: 1, 口: 1, 个人: 1 },
  { 标箱: 1, 标准箱: 1, TEU: 1 },
  { 辆: 1, 台: 1 },
  { 件: 1, 票: 1 },
];

const byUnit = new Map<string, { readonly dimension: string; readonly factor: number }>();
for (const units of DIMENSIONS) {
  const [dimension] = Object.keys(units);
  for (const [unit, factor] of Object.entries(units)) byUnit.set(unit, { dimension: dimension!, factor });
}

/** What a unit measures, by the name of one unit of it, and what one of it is worth in that; alone where nothing is known. */
export const dimensionOf = (unit: string): { readonly dimension: string; readonly factor: number } =>
  byUnit.get(unit) ?? { dimension: unit, factor: 1 };
