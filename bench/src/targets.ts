import type { Report } from './report.js';

/** The hub may cost this many times what PostGraphile costs. */
const REQUIRED_RATIO = 2.0;
const AIMED_RATIO = 1.0;

export interface Target {
  readonly what: string;
  readonly limit: number;
  readonly measured: number;
  readonly unit: string;
  /** Whether missing it is a failure. */
  readonly required: boolean;
}

/** All targets about which this report says something. */
export function targetsOf(report: Report): Target[] {
  const ratio = hubToPostgraphile(report);
  const ratios = [
    {
      what: 'CPU of the hub, times PostGraphile',
      limit: REQUIRED_RATIO,
      measured: ratio,
      unit: '',
      required: true,
    },
    {
      what: 'CPU of the hub, times PostGraphile',
      limit: AIMED_RATIO,
      measured: ratio,
      unit: '',
      required: false,
    },
  ];
  const { start, memory } = report;
  return [
    ...ratios.filter(({ measured }) => Number.isFinite(measured)),
    { what: 'first start to ready', limit: 6, measured: start.firstMs / 1000, unit: 's', required: false },
    { what: 'second start to ready', limit: 3, measured: start.secondMs / 1000, unit: 's', required: false },
    {
      what: 'memory of the Node process',
      limit: 300,
      measured: memory.residentMB,
      unit: 'MB',
      required: false,
    },
  ];
}

export function isMet({ measured, limit }: Target): boolean {
  return measured <= limit;
}

/** @returns the sentence that says what was missed, or null when everything required was met */
export function missedRequirement(report: Report): string | null {
  const ratio = hubToPostgraphile(report);
  if (ratio <= REQUIRED_RATIO) return null;
  return `The hub needs ${ratio.toFixed(2)} times the CPU of PostGraphile for the same answer; at most ${REQUIRED_RATIO.toFixed(1)} times is required.`;
}

function hubToPostgraphile({ contenders }: Report): number {
  const hub = contenders.find(({ name }) => name === 'hub');
  return hub?.cpuRatioTo.postgraphile ?? Number.NaN;
}
