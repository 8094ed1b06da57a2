/**
 * How often something random is tried: `many` times in the suite `faults`, a twentieth of that where people wait for the
 * answer. The seed is another each time, so that what is tried adds up.
 */
export const runs = (many: number): number => (process.env.TEST_THOROUGH ? many : Math.max(8, Math.ceil(many / 20)));
