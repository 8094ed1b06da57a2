const INNER = { '“': '‘', '”': '’', '‘': '“', '’': '”' } as const;

/** Quotation marks within quotation marks are single, and double again within those (GB/T 15834-2011, 4.8.3.3). */
export const innerQuotes = (words: string): string =>
  words.replace(/[“”‘’]/gu, (mark) => INNER[mark as keyof typeof INNER]);
