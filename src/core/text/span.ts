/** A half-open range `[start, end)` in UTF-16 code units of a text with LF line ends and without BOM. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const contains = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end);
