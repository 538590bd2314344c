/**
 * The known word that somebody may have meant, hyphens and underscores aside; null where none is near.
 * @param word not one of the known ones
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  const bare = bareOf(word);
  const near = known
    .map((candidate) => ({ candidate, distance: distanceBetween(bare, bareOf(candidate)) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(bare.length / 4)))
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.candidate ?? null;
}

function bareOf(word: string): string {
  return word.slice(0, longest).replace(/[-_]/g, '').toLowerCase();
}

/** Longer words are no typing errors of a known one. */
const longest = 60;

/** How many letters must be put in, taken out, replaced or exchanged with the next one. */
function distanceBetween(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const cost = one[row - 1] === other[column - 1] ? 0 : 1;
      const swapped = one[row - 2] === other[column - 1] && one[row - 1] === other[column - 2];
      next[column] = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
        swapped && row > 1 && column > 1 ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? 0;
}
