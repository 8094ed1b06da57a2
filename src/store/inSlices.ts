/** Nobody notices a pause as short as this, in milliseconds. */
export const SLICE = 8;

/** Lets others work. */
export const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** What is to be waited for between two steps of long work: nothing, or where they have taken long, that others have worked. */
export function slices(slice = SLICE, others = turn): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < slice) return undefined;
    return others().then(() => {
      since = performance.now();
    });
  };
}

/** Takes steps until there are none left, lets others work after each slice of time, and resolves to what comes of them. */
export function inSlices<T>(steps: Iterator<unknown, T>): Promise<T>;
/** To undefined where nobody wants it any more after a slice. */
export function inSlices<T>(steps: Iterator<unknown, T>, isWanted: () => boolean): Promise<T | undefined>;
export async function inSlices<T>(steps: Iterator<unknown, T>, isWanted = () => true): Promise<T | undefined> {
  const pause = slices();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const others = pause();
    if (!others) continue;
    await others;
    if (!isWanted()) return undefined;
  }
}
