/** Work cut into steps, none of which takes long: whoever carries them out may let others work in between. */
export type Steps<T> = Generator<undefined, T>;

/** All steps at once, for those whom nobody waits for. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
