/** How two lines become one: so many UTF-16 units of the first one's end go, and `between` stands in their place. */
export interface Joint {
  readonly cut: number;
  readonly between: '' | ' ';
}

const LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * How the end of a line and the begin of the next, both without blanks there, stood before layout broke them apart. A
 * hyphen between small letters is the layout's, unless `known`, the compounds of the whole text, has it with its hyphen.
 */
export function jointOf(before: string, after: string, known: ReadonlySet<string> = new Set()): Joint {
  const last = before.at(-1) ?? '';
  const first = after.at(0) ?? '';
  if (last === '\u00ad') return { cut: 1, between: '' };
  const broken = /([\p{Ll}]+)[-‐]$/u.exec(before);
  const rest = /^\p{Ll}+/u.exec(after);
  if (broken && rest) {
    const compound = `${broken[1]}-${rest[0]}`;
    return known.has(compound) ? { cut: 0, between: '' } : { cut: 1, between: '' };
  }
  if (/[-‐/]/u.test(last) && LETTER.test(first)) return { cut: 0, between: '' };
  const endsWord = LETTER.test(last) || /[\d,.;:!?%)\]'"’”]/u.test(last);
  // a figure and a Latin word are set apart; a figure and Chinese, and the two halves of a figure, are not
  const startsWord = LETTER.test(first) || (/[\d(["'“‘]/u.test(first) && LETTER.test(lastLetter(before)));
  return { cut: 0, between: endsWord && startsWord && isLatinEnd(before) ? ' ' : '' };
}

const lastLetter = (text: string): string => text.replace(/[\s\d\p{P}\p{S}]+$/u, '').at(-1) ?? '';

/** Whether a line ends in Latin text, not in Chinese with a mark of half width. */
const isLatinEnd = (text: string): boolean => {
  const letter = lastLetter(text);
  return LETTER.test(letter) || (letter === '' && /\d/u.test(text)) || /\d$/u.test(text);
};

export const join = (before: string, after: string, known?: ReadonlySet<string>): string => {
  const { cut, between } = jointOf(before, after, known);
  return before.slice(0, before.length - cut) + between + after;
};

/** The compounds with a hyphen that a text writes within a line. */
export const compoundsOf = (text: string): ReadonlySet<string> =>
  new Set(text.match(/(?<!\p{Ll})\p{Ll}{1,40}-\p{Ll}{1,40}/gu) ?? []);
