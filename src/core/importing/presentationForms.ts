/**
 * The letters and characters that fonts draw with signs of their own, as PDF often tells them: radicals and compatibility
 * ideographs as the characters they look like, ligatures as letters. Figures, blanks and marks stay as they are.
 */
export const presentationForms = (text: string): string =>
  text.replace(
    /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\u{2f800}-\u{2fa1f}]/gu,
    (sign) => RADICALS[sign] ?? sign.normalize('NFKC'),
  );

/** Radicals of the supplement that stand for a character, which Unicode does not map to it. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺟': '母',
  '⺠': '民',
  '⺡': '氵',
  '⺢': '氺',
  '⺣': '灬',
  '⺫': '罒',
  '⺬': '示',
  '⺭': '礻',
  '⺮': '竹',
  '⺯': '糹',
  '⺼': '月',
  '⻁': '虎',
  '⻂': '衤',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻌': '辶',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};
