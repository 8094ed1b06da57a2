/**
 * How often something random is tried: `many` times in the suite `faults`, a twentieth of that where people wait for the
 * answer. The seed is another each time, so that what is tried adds up.
 */
export const runs = (many: number): number => (process.env.TEST_THOROUGH ? many : Math.max(8, Math.ceil(many / 20)));

/** All of a list in the suite `faults`, a few of it, others each time, where people wait for the answer. */
export function someOf<T>(list: readonly T[], few: number): readonly T[] {
  if (process.env.TEST_THOROUGH || list.length <= few) return list;
  const left = [...list];
  return Array.from({ length: few }, () => left.splice(Math.floor(Math.random() * left.length), 1)[0]!);
}
