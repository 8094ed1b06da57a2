/**
 * Whether YAML sees nothing in words: for it space, tab and line ends are blank and nothing else is, least of all the
 * ideographic spaces (U+3000) that indent Chinese paragraphs.
 */
export const isBlank = (words: string): boolean => /^[ \t\r\n]*$/u.test(words);

/** Words without what YAML takes for blank at their end. */
export const withoutBlankEnd = (words: string): string => {
  let end = words.length;
  while (end > 0 && isBlank(words[end - 1]!)) end--;
  return words.slice(0, end);
};
