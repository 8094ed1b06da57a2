/** Of known words the one that another was probably meant to be: one slip away, in a longer word two. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const limit = typed.length > 5 ? 2 : 1;
  const near = known
    // for words of other lengths the distance need not be computed
    .filter(({ length }) => Math.abs(length - typed.length) <= limit)
    .map((name) => ({ name, distance: slips(typed, name.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit);
  return near.sort((a, b) => a.distance - b.distance)[0]?.name;
}

/** How many letters must be added, taken away, replaced or swapped with their neighbour to make one word of the other. */
export function slips(from: string, to: string): number {
  let older: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let least = Math.min(above[column]! + 1, now[column - 1]! + 1, above[column - 1]! + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        least = Math.min(least, older[column - 2]! + 1);
      }
      now.push(least);
    }
    [older, above] = [above, now];
  }
  return above.at(-1)!;
}
