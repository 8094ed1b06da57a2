/**
 * The first of `length` indices for which `isBefore` is false, where it is true for all indices up to some point and
 * false from there on; `length` where it is true for all. Takes a logarithm of `length` steps.
 */
export function partitionPoint(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
