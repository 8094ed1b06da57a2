/** A line that git puts between two versions of the same lines. */
export const CONFLICT_MARKER = /^(<{7}|={7}|>{7}|\|{7})( |$)/mu;

/** Whether two versions stand in a text. A line of marks alone does not tell: it may be somebody's underline. */
export const hasConflict = (text: string): boolean => /^<{7}( |$)/mu.test(text);
