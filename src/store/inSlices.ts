/** Nobody notices a pause as short as this, in milliseconds. */
const SLICE = 10;

/** Takes steps until there are none left, lets others work after each slice of time, and resolves to what comes of them. */
export async function inSlices<T>(steps: Iterator<unknown, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
