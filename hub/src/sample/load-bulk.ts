import { type CoalitionSeed, seedRegistry } from '@coalition-hub/organisations';
import { seedSigningParts } from '@coalition-hub/signatories';
import { seedStatements } from '@coalition-hub/statements';
import { systemRandom } from '@coalition-hub/subgraph';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import type { BulkSeeds } from './bulk/bulk-seeds.js';

/** Rows per transaction: short ones, so that commands beside the seeding are not held up. */
const chunk = 2_000;

/** Statements have long texts, each of which is made searchable. */
const statementChunk = 200;

/** Rows that are in. */
export interface Loaded {
  organisations: number;
  statements: number;
  signatures: number;
}

export interface LoadOptions {
  /** Aborted: the transaction at work is the last one. */
  readonly signal: AbortSignal;
  onProgress(loaded: Loaded): void;
}

/**
 * Enters placeholders in short transactions, each complete in itself: whatever ends it half-way, a kill included, what
 * is in is consistent.
 * @returns what was entered; less than all where it was aborted
 */
export async function loadBulk(
  running: RunningSubgraphs,
  seeds: BulkSeeds,
  { signal, onProgress }: LoadOptions,
): Promise<Loaded> {
  const loaded = { organisations: 0, statements: 0, signatures: 0 };
  await enterCoalition(running, seeds.coalition);
  for (const enter of [enterRegistry, enterStatements, enterSignings]) {
    for await (const part of enter(running, seeds)) {
      for (const kind of ['organisations', 'statements', 'signatures'] as const)
        loaded[kind] += part[kind] ?? 0;
      onProgress(loaded);
      if (signal.aborted) return loaded;
    }
  }
  return loaded;
}

type Part = Partial<Loaded>;

async function enterCoalition({ subgraphs }: RunningSubgraphs, coalition: CoalitionSeed): Promise<void> {
  await subgraphs.organisations.service.once(runName(), (unit, emit) =>
    seedRegistry(unit, emit, { organisations: [], coalitions: [coalition], memberships: [] }),
  );
}

async function* enterRegistry({ subgraphs }: RunningSubgraphs, seeds: BulkSeeds): AsyncGenerator<Part> {
  for (const part of seeds.registry(chunk)) {
    await subgraphs.organisations.service.once(runName(), (unit, emit) => seedRegistry(unit, emit, part));
    yield { organisations: part.organisations.length };
  }
}

async function* enterStatements({ subgraphs }: RunningSubgraphs, seeds: BulkSeeds): AsyncGenerator<Part> {
  for (const part of seeds.statements(statementChunk)) {
    await subgraphs.statements.service.once(runName(), (unit, emit) => seedStatements(unit, emit, part));
    yield { statements: part.length };
  }
}

async function* enterSignings({ subgraphs }: RunningSubgraphs, seeds: BulkSeeds): AsyncGenerator<Part> {
  for (const parts of seeds.signings(chunk)) {
    await subgraphs.signatories.service.once(runName(), (unit, emit) => seedSigningParts(unit, emit, parts));
    yield { signatures: parts.reduce((sum, { signatures }) => sum + signatures.length, 0) };
  }
}

/** Each part is entered once, and seeding is meant to be repeated: no two share a name. */
function runName(): string {
  return `seed ${systemRandom.uuid('seed')}`;
}
