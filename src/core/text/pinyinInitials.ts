/** The first character, in the order of pinyin, of those whose reading begins with each letter. */
const FIRST = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他哇夕丫帀';
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

/** `煤炭产量` as `mtcl`; what is no Chinese character stays. Of several readings the commonest counts. */
export const pinyinInitials = (words: string): string =>
  words.replace(/\p{Script=Han}/gu, (character) => {
    let letter = '';
    for (let index = 0; index < FIRST.length && collator.compare(FIRST[index]!, character) <= 0; index++)
      letter = LETTERS[index]!;
    return letter || character;
  });
