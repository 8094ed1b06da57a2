/**
 * The line of a sidecar that tells the original of its transcript, as it is written: whether it can be a certain one is
 * seen without reading all entries.
 */
export const originalLine = (sidecar: string): string | undefined => /^[ \t]+original:.*$/mu.exec(sidecar)?.[0];
