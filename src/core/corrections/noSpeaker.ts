/** The `speaker` of a correction that says: these words at a line's start are no speaker label. */
export const NO_SPEAKER = 'reject';
