/*
 * Live texts put the latest first. Their time stamps tell in which order was spoken; turns stay where they are.
 */

const CLOCK = /(?<!\d)(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?(?!\d)/u;
/** So many stamps, going back each time, are no accident. */
const LEAST = 3;

/** The second of the day that a stamp in `words` tells. */
function timeIn(words: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = CLOCK.exec(words) ?? [];
  return hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Whether turns whose stamps stand in `heads`, as they come, were spoken from the last to the first. */
export function isLatestFirst(heads: readonly string[]): boolean {
  const times = heads.flatMap((head) => timeIn(head) ?? []);
  const goesBack = times.slice(1).every((time, index) => time <= times[index]!);
  return times.length >= LEAST && times.length * 2 > heads.length && goesBack && times.at(-1)! < times[0]!;
}

/** `list` in the order of speaking, or back in that of the text. */
export const spokenOrder = <T>(list: readonly T[], latestFirst: boolean): readonly T[] =>
  latestFirst ? list.toReversed() : list;
