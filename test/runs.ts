import fc from 'fast-check';

/** Whether it is the suite `faults` that runs, where nobody waits for the answer. */
export const isThorough = Boolean(process.env.TEST_THOROUGH);

/**
 * How often something random is tried: `many` times in the suite `faults`, a twentieth of that where people wait for the
 * answer. The seed is another each time, so that what is tried adds up.
 */
export const runs = (many: number): number => (isThorough ? many : Math.max(8, Math.ceil(many / 20)));

/** All of a list in the suite `faults`, a few of it, others each time, where people wait for the answer. */
export function someOf<T>(list: readonly T[], few: number): readonly T[] {
  if (isThorough || list.length <= few) return list;
  const left = [...list];
  return Array.from({ length: few }, () => left.splice(Math.floor(Math.random() * left.length), 1)[0]!);
}

/** Any character but halves of one: as `unit: 'binary'`, which takes a second to make a table of all for shrinking. */
export const anyCharacter = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800));
