/** Words of a document on one line: Chinese needs no space where a line break was. */
export const oneLine = (words: string): string =>
  words
    .replace(/(?<=[\p{Script=Han}，。、；：])\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
