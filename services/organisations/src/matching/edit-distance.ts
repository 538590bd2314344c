/**
 * Insertions, deletions, changes and swaps of neighbours between two short words (optimal string alignment).
 * @returns `limit + 1` for anything further apart than `limit`
 */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = nextRow(one, other, row, previous, before);
    if (Math.min(...current) > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[other.length] ?? 0, limit + 1);
}

function nextRow(one: string, other: string, row: number, previous: number[], before: number[]): number[] {
  const current = [row];
  for (let column = 1; column <= other.length; column += 1) {
    const same = one[row - 1] === other[column - 1] ? 0 : 1;
    const changed = (previous[column - 1] ?? 0) + same;
    const cost = Math.min(changed, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
    current.push(isSwap(one, other, row, column) ? Math.min(cost, (before[column - 2] ?? 0) + 1) : cost);
  }
  return current;
}

function isSwap(one: string, other: string, row: number, column: number): boolean {
  return row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
}
