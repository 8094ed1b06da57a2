/** Nobody notices a pause as short as this, in milliseconds. */
const SLICE = 15;

/** Takes steps until there are none left, and lets others work after each slice of time. */
export async function inSlices(steps: Iterator<unknown>): Promise<void> {
  let since = performance.now();
  while (!steps.next().done) {
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
