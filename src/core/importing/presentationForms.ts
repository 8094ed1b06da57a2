/**
 * The letters and characters that fonts draw with signs of their own, as PDF often tells them: radicals and compatibility
 * ideographs as the characters they look like, ligatures as letters, the bar for the dash. Figures, blanks and other marks
 * stay as they are. `isTraditional`: of which script the text is, where a radical looks like a character of each.
 */
export const presentationForms = (text: string, isTraditional = false): string =>
  text.replace(/[\u2015\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\u{2f800}-\u{2fa1f}]/gu, (sign) => {
    if (sign === '\u2015') return '—';
    if (sign === '\u2f3e' && !isTraditional) return '户';
    return RADICALS[sign.codePointAt(0)! - 0x2e80] ?? sign.normalize('NFKC');
  });

/** Whether a text has more of the commonest traditional characters than of their simplified forms. */
export function isTraditional(text: string): boolean {
  const count = (characters: RegExp) => text.match(characters)?.length ?? 0;
  return count(/[們這國會對發來時個說]/gu) > count(/[们这国会对发来时个说]/gu);
}

/** The characters that the radicals of the supplement look like, from U+2E80 on; Unicode maps only few of them. */
const RADICALS = [
  ...'⺀厂乛乚乙亻冂几刀刂卜㔾小小兀尣尢⺑巳幺彑彐忄㣺扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糹纟罓罒㓁⺴⺵羊羊羋耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门⻕阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
];
