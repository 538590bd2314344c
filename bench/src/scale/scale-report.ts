import type { Line } from './line.js';
import { figuresOf, type LineFigures, type LineSlice, timesLonger } from './measure-line.js';
import type { Seeded } from './prepare-data.js';
import type { ScaleOptions } from './scale-options.js';
import type { MemoryFigures } from './watch-memory.js';

export interface LineResult extends Pick<Line, 'name' | 'decides'> {
  /** Of the figure that decides. */
  readonly limit: number;
  readonly sample: LineFigures;
  readonly large: LineFigures;
  /** Times longer in the large hub, median of the rounds. */
  readonly ratio: number;
}

export interface ScaleReport {
  readonly seeded: Seeded;
  readonly rounds: number;
  readonly requests: number;
  readonly lines: readonly LineResult[];
  readonly memory: readonly MemoryFigures[];
}

export interface LineSlices {
  readonly line: Line;
  readonly sample: readonly LineSlice[];
  readonly large: readonly LineSlice[];
}

export function createScaleReport(
  { rounds, requests, times, searchMs }: ScaleOptions,
  seeded: Seeded,
  slices: readonly LineSlices[],
  memory: readonly MemoryFigures[],
): ScaleReport {
  const lines = slices.map(({ line: { name, decides }, sample, large }) => ({
    name,
    decides,
    limit: decides === 'ratio' ? times : searchMs,
    sample: figuresOf(sample),
    large: figuresOf(large),
    ratio: timesLonger(large, sample),
  }));
  return { seeded, rounds, requests, lines, memory };
}
