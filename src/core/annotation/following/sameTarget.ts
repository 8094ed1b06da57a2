import type { Target } from '../annotation';

export const isSameTarget = (a: Target, b: Target): boolean =>
  a.exact === b.exact &&
  a.prefix === b.prefix &&
  a.suffix === b.suffix &&
  a.start === b.start &&
  a.occurrence === b.occurrence;
