/**
 * All matches of a global `pattern`, none of which is empty. `String.matchAll` makes the expression anew each time, which costs
 * more than most paragraphs take to be searched.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) matches.push(match);
  return matches;
}
