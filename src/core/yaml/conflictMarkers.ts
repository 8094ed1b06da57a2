/** A line that git puts between two versions of the same lines. */
export const CONFLICT_MARKER = /^(<{7}|={7}|>{7}|\|{7})( |$)/mu;

/** Whether two versions stand in a text. A line of marks alone does not tell: it may be somebody's underline. */
export const hasConflict = (text: string): boolean => /^<{7}( |$)/mu.test(text);

/** The versions that git has put between markers. */
export interface ConflictSides {
  /** Where git did not write it, what both have: enough to tell what each side added. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

const LINE = /[^\n]*\n|[^\n]+$/gu;
const MARKER_LINE = /^([<|=>])\1{6}(?: .*)?\r?\n?$/u;
/** What may follow what: `|` only where git writes the base. */
const NEXT: Readonly<Record<string, string>> = { '>': '<', '<': '|=', '|': '=', '=': '>' };

/** The two versions of a text with conflict markers, and their base; undefined where the markers do not match. */
export function conflictSides(text: string): ConflictSides | undefined {
  const sides = { base: '', ours: '', theirs: '' };
  let open = '>';
  for (const line of text.match(LINE) ?? []) {
    const marker = MARKER_LINE.exec(line)?.[1];
    if (marker !== undefined) {
      if (!NEXT[open]!.includes(marker)) return undefined;
      open = marker;
      continue;
    }
    if (open === '>' || open === '<') sides.ours += line;
    if (open === '>' || open === '|') sides.base += line;
    if (open === '>' || open === '=') sides.theirs += line;
  }
  return open === '>' ? sides : undefined;
}
