import { textTable } from '../text-table.js';
import type { LineResult, ScaleReport } from './scale-report.js';
import { isFlat, isLineMet } from './scale-targets.js';
import type { MemoryFigures } from './watch-memory.js';

/** The report for people. */
export function scaleReportText(report: ScaleReport): string {
  const parts = [heading(report)];
  if (report.lines.length > 0) parts.push(lineTable(report.lines));
  return [...parts, ...report.memory.map(memoryTable)].join('\n\n');
}

function heading({ seeded, rounds, requests }: ScaleReport): string {
  const { organisations, statements, signatures, enteredSeconds, followedSeconds } = seeded;
  const rows = organisations + statements + signatures;
  const seconds = enteredSeconds + followedSeconds;
  return [
    `${organisations} organisations, ${statements} statements, ${signatures} signatures beside the sample`,
    `seeded in ${seconds.toFixed(0)} s (${(rows / seconds).toFixed(0)} rows/s)`,
    `${rounds} rounds of ${requests} requests per line and hub, one after the other, in turns`,
  ].join('\n');
}

function lineTable(lines: readonly LineResult[]): string {
  const head = ['ms', 'sample p50', 'large p50', 'p95', '×', 'CPU sample', 'large', 'kB', 'limit', ''];
  return textTable([head, ...lines.map(lineRow)]);
}

function lineRow(line: LineResult): string[] {
  const { name, decides, limit, sample, large, ratio } = line;
  return [
    name,
    sample.p50Ms.toFixed(1),
    large.p50Ms.toFixed(1),
    large.p95Ms.toFixed(1),
    ratio.toFixed(2),
    sample.cpuMs.total.toFixed(1),
    large.cpuMs.total.toFixed(1),
    (large.answerBytes / 1_000).toFixed(1),
    decides === 'ratio' ? `${limit.toFixed(1)} ×` : `p95 ${limit} ms`,
    isLineMet(line) ? 'met' : 'MISSED',
  ];
}

function memoryTable(figures: MemoryFigures): string {
  const rows = figures.marks.map(({ pages, entries, residentMB, heapMB }) => [
    `${entries}`,
    `${pages}`,
    residentMB.toFixed(0),
    heapMB.toFixed(0),
  ]);
  const table = textTable([[`${figures.what} read`, 'pages', 'resident MB', 'heap MB'], ...rows]);
  return `${table}\n${isFlat(figures) ? 'flat: met' : 'flat: MISSED'}`;
}
