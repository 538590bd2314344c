import type { LineResult, ScaleReport } from './scale-report.js';
import type { MemoryFigures } from './watch-memory.js';

/** Of what is held after the first quarter of all pages; more would be something that grows with them. */
const mostGrowth = 1.2;

/** Megabytes by which memory may differ in any case: a young generation of 32 MB fills up and is emptied. */
const slackMB = 40;

export function isLineMet({ decides, limit, ratio, large }: LineResult): boolean {
  return (decides === 'ratio' ? ratio : large.p95Ms) <= limit;
}

/** Whether all quarters after the first one came with no more memory than it. */
export function isFlat({ marks }: MemoryFigures): boolean {
  const [, first, ...later] = marks;
  if (first === undefined) return false;
  const within = (before: number, after: number) => after <= Math.max(before * mostGrowth, before + slackMB);
  return later.every(
    (mark) => within(first.heapMB, mark.heapMB) && within(first.residentMB, mark.residentMB),
  );
}

/** @returns one sentence for each limit that was missed */
export function missedLimits({ lines, memory }: ScaleReport): string[] {
  const slow = lines.filter((line) => !isLineMet(line)).map(sentenceOf);
  const growing = memory
    .filter((figures) => !isFlat(figures))
    .map(({ what }) => `Memory grew while ${what} were read.`);
  return [...slow, ...growing];
}

function sentenceOf({ name, decides, limit, ratio, large }: LineResult): string {
  return decides === 'ratio'
    ? `"${name}" takes ${ratio.toFixed(2)} times as long as in the sample; at most ${limit.toFixed(1)} times is required.`
    : `"${name}" takes ${large.p95Ms.toFixed(0)} ms (p95); at most ${limit} ms is required.`;
}
