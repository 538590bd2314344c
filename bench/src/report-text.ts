import { SIGNATURES } from './operation.js';
import type { ContenderFigures, Report } from './report.js';
import { isMet, type Target, targetsOf } from './targets.js';
import { textTable } from './text-table.js';

const NAMES = { hub: 'the hub', 'by-hand': 'three statements by hand', postgraphile: 'PostGraphile 5' };

/** The report for people. */
export function reportText(report: Report): string {
  return [heading(report), contenderTable(report), remarks(report), targetTable(report)].join('\n\n');
}

function heading({ answerBytes, load, machine }: Report): string {
  return [
    `One statement with ${SIGNATURES} signatures and their organisations, ${(answerBytes / 1000).toFixed(1)} kB`,
    `${load.connections} connections, medians of ${load.rounds} rounds of ${load.seconds} s each, in turns`,
    `Node ${machine.node}, ${machine.cores} × ${machine.processor}`,
  ].join('\n');
}

function contenderTable({ contenders }: Report): string {
  const others = contenders.map(({ name }) => name).filter((name) => name !== 'hub');
  const head = ['CPU per request in ms', 'total', 'Node', 'PostgreSQL', 'requests/s', 'p50 ms', 'p99 ms'];
  const row = (figures: ContenderFigures): string[] => [
    NAMES[figures.name],
    ...[figures.cpuMs.total, figures.cpuMs.node, figures.cpuMs.postgres].map((value) => value.toFixed(2)),
    figures.requestsPerSecond.toFixed(0),
    figures.p50Ms.toFixed(1),
    figures.p99Ms.toFixed(1),
    ...others.map((other) => (figures.cpuRatioTo[other] ?? Number.NaN).toFixed(2)),
  ];
  return textTable([[...head, ...others.map((other) => `× ${other}`)], ...contenders.map(row)]);
}

function remarks({ start, memory, hubTransactionsPerRequest }: Report): string {
  const lines = [
    `Stop: ${(start.stopMs / 1000).toFixed(2)} s from SIGTERM to the end. Highest memory: ${memory.peakMB.toFixed(0)} MB.`,
  ];
  if (hubTransactionsPerRequest !== null) {
    lines.unshift(
      `Transactions in the hub's databases per request: ${hubTransactionsPerRequest.toFixed(2)}.`,
    );
  }
  return lines.join('\n');
}

function targetTable(report: Report): string {
  const row = (target: Target): string[] => [
    target.what,
    `${target.measured.toFixed(2)} ${target.unit}`.trim(),
    `≤ ${target.limit} ${target.unit}`.trim(),
    target.required ? 'required' : 'aim',
    isMet(target) ? 'met' : 'MISSED',
  ];
  return textTable([['target', 'measured', 'limit', '', ''], ...targetsOf(report).map(row)]);
}
