import TRADITIONAL from 'opencc-js/dict/TSCharacters';

/*
 * What each code unit of a document becomes in the reading text. Sources: OpenCC's table of characters (TSCharacters, the
 * first choice of each; no phrases), Unicode's equivalents of radicals (EquivalentUnifiedIdeograph.txt, 2E80 to 2EFF),
 * and NFKC for Kangxi radicals and compatibility ideographs alone: superscripts, enclosed numbers and fractions stay.
 */

/** What a code unit asks for beyond the table. */
export const Act = {
  none: 0,
  /** Invisible: goes. */
  drop: 1,
  blank: 2,
  /** Punctuation of Chinese or of Latin text, by its neighbours. */
  mark: 3,
  surrogate: 4,
  straightQuote: 5,
  /** A comma or point of full width, which between digits belongs to the number. */
  wideSeparator: 6,
  /** A circle, which between numerals is a zero. */
  circle: 7,
  /** A bracket that goes with what it encloses where it is Markdown's of a link's address, or HTML's of a tag. */
  markup: 8,
} as const;

/** By code unit: the code unit it becomes, or 0 where it stays. */
export const folded = new Uint16Array(0x10000);
/** By code unit: one of `Act`. */
export const acts = new Uint8Array(0x10000);
/** The same for characters beyond the first plane. */
export const foldedAstral = new Map<string, string>();

const all = (from: string, to: string) => {
  for (const character of from) folded[character.charCodeAt(0)] = to.charCodeAt(0);
};
const act = (characters: string, kind: number) => {
  for (const character of characters) acts[character.charCodeAt(0)] = kind;
};
const actRange = (first: number, last: number, kind: number) => {
  for (let code = first; code <= last; code++) acts[code] = kind;
};

for (const pair of TRADITIONAL.split('|')) {
  const [from, to] = pair.split(' ') as [string, string];
  if (from === to) continue;
  if (from.length > 1) foldedAstral.set(from, to);
  // a character that gets longer would need a map in both directions; none of these is in use
  else if (to.length === 1) folded[from.charCodeAt(0)] = to.charCodeAt(0);
}
/** Variants that the table has only in phrases. */
all('瞭', '了');
all('衹', '只');
all('邨', '村');
all('竝', '并');

const RADICALS =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟';
for (let at = 0; at < RADICALS.length; at += 2) folded[RADICALS.charCodeAt(at)] = RADICALS.charCodeAt(at + 1);
for (const [first, last] of [
  [0x2f00, 0x2fd5],
  [0xf900, 0xfad9],
] as const) {
  for (let code = first; code <= last; code++) {
    const same = String.fromCharCode(code).normalize('NFKC').charCodeAt(0);
    if (same !== code) folded[code] = folded[same] || same;
  }
}

// one width: letters and digits as in ASCII, punctuation as in Chinese
for (const [first, last] of [
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const) {
  for (let code = first; code <= last; code++) folded[code] = code - 0xfee0;
}
all('％﹪', '%');
all('＋﹢', '+');
all('－﹣−‐‑‒', '-');
all('／', '/');
all('＝﹦', '=');
all('＃﹟', '#');
all('＊﹡', '*');
all('＄﹩', '$');
all('￥', '¥');
all('￡', '£');
all('〜∼~˜', '～');
all('(﹙︵', '（');
all(')﹚︶', '）');
all('︽', '《');
all('︾', '》');
all('「﹁｢〝', '“');
all('」﹂｣〞〟', '”');
all('『﹃', '‘');
all('』﹄', '’');
all('﹐', '，');
all('﹑､', '、');
all('﹒｡', '。');
all('﹔', '；');
all('﹕︰', '：');
all('﹖', '？');
all('﹗', '！');

// characters that a font has for itself stand in names: 周\ue000明
for (let code = 0xe000; code <= 0xf8ff; code++) folded[code] = '某'.charCodeAt(0);

/** Every line end and page break of Unicode. */
all('\u000b\u000c\u0085\u2028\u2029', '\n');
all('\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f', ' ');

act(',.:;?!∶꞉', Act.mark);
act('"＂', Act.straightQuote);
act('．，', Act.wideSeparator);
act('○◯〇', Act.circle);
act('[]<', Act.markup);
act(' \u3000\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f', Act.blank);
actRange(0xd800, 0xdbff, Act.surrogate);
// controls, zero width, soft hyphen, direction marks, joiners, variation selectors, byte order marks
for (const [first, last] of [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180b, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
] as const) {
  actRange(first, last, Act.drop);
}

/** What a character beyond the first plane becomes: one character, or nothing (empty), or undefined where it stays. */
export function foldAstral(character: string): string | undefined {
  const code = character.codePointAt(0)!;
  // mathematical digits, five alphabets of ten
  if (code >= 0x1d7ce && code <= 0x1d7ff) return String.fromCharCode(48 + ((code - 0x1d7ce) % 10));
  if (code >= 0xe0100 && code <= 0xe01ef) return '';
  if (code >= 0x2f800 && code <= 0x2fa1d) {
    const same = character.normalize('NFKC');
    const plain = folded[same.charCodeAt(0)]!;
    return plain === 0 ? same : String.fromCharCode(plain);
  }
  return foldedAstral.get(character);
}
