/** How alike two texts are by the words they have in common, wherever these stand: 0 to 1 (Dice's coefficient). */
export function similarity(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of one) left.set(word.trim(), (left.get(word.trim()) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const count = left.get(word.trim()) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(word.trim(), count - 1);
  }
  return (2 * common) / (one.length + other.length);
}
