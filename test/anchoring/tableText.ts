import { random } from './editedText';

/** What a row may say; a table takes a few of them, so that most of its rows stand in it several times. */
const ROWS = [
  '面向东片区和北片区招30人',
  '面向东片区招50人',
  '计划内招生12个班',
  '　　单价（元/吨）',
  '合计',
  '同比增长（%） ',
  '已完成，正在验收',
  '责任单位：市水务局、市财政局',
  '—',
  '3',
  '3.5',
];
const HEADS = ['城关', '新桥', '石门', '河口', '双塔', '西岭', '南屏', '白沙'];
const KINDS = ['第一中学', '水厂', '泵站', '片区', '镇', '管理所'];
const WORDS = '供水管网改造农村饮用安全工程建设资金安排到位进度验收运行维护责任落实检查通报水质达标水源保护';

/**
 * A text that is mostly table, as pages print them: each cell a line of its own, rows that repeat below heads that do not,
 * blank lines and indents in between, and here and there a paragraph.
 */
export function tableText(seed: number): string {
  const next = random(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const words = (count: number) => Array.from({ length: count }, () => pick([...WORDS])).join('');
  const rows = Array.from({ length: 2 + below(4) }, () => pick(ROWS));
  const indents = ['', pick(['\t', '　　', '\t\t\t\t', '    ']), pick(['\t\t\t\t\t', '　'])];
  const hasBlanks = next() < 0.5;
  const lines = [`${words(12)}一览表`, ''];
  for (let group = 8 + below(40); group > 0; group--) {
    if (next() < 0.1) lines.push(`${words(20 + below(60))}。`);
    const head = next() < 0.8 ? `${pick(HEADS)}${pick(KINDS)}` : words(2 + below(6));
    lines.push(`${indents[1]}${head}`);
    for (let cell = 1 + below(3); cell > 0; cell--) lines.push(`${indents[2]}${pick(rows)}`);
    if (hasBlanks) lines.push('');
  }
  return `${lines.join('\n')}\n`;
}
