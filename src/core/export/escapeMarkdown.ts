/**
 * Words that Markdown (CommonMark 0.31, with the tables and strikethrough of GFM) shows as they are: marks within a
 * line and at its beginning are escaped, and indentation, which could make code of it, goes.
 */
export const escapeMarkdown = (words: string): string =>
  words
    .split(/\r\n?|[\n\u0085\u2028\u2029]/u)
    .map((line) =>
      line
        .replace(/^[ \t]+|[ \t]+$/gu, '')
        .replace(/[\\`*_[\]<>&~|]/gu, '\\$&')
        .replace(/^(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|[-=]{2,}\s*$|(?:-\s*){3,}$)/u, '\\')
        .replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\'),
    )
    .join('\n');
