const SHAPES: readonly RegExp[] = [
  /^[-–—―─·•~～|\s]*(\d{1,4})[-–—―─·•~～|\s]*$/u,
  /^第\s*(\d{1,4})\s*[页頁](?:\s*[,，/／|（(]?\s*(?:共|总|總)\s*\d{1,4}\s*[页頁][）)]?)?$/u,
  /^[-–—\s]*(\d{1,4})\s*[/／]\s*\d{1,4}[-–—\s]*$/u,
  /^(?:page|p\.?)\s*(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?$/iu,
];

/** The number of a line that is nothing but the number of a page, as 12, — 12 —, 第12页 共30页, 12/30. */
export function pageNumberOf(line: string): number | undefined {
  const words = line.trim();
  for (const shape of SHAPES) {
    const found = shape.exec(words);
    if (found) return Number(found[1]);
  }
  return undefined;
}

/** Whether the line says itself that it is the number of a page, which a bare number does not. */
export const saysPageNumber = (line: string): boolean => pageNumberOf(line) !== undefined && !/^\s*\d+\s*$/u.test(line);
