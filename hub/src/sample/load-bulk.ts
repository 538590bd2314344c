import { seedRegistry } from '@coalition-hub/organisations';
import { seedSigning } from '@coalition-hub/signatories';
import { seedStatements } from '@coalition-hub/statements';
import { systemRandom } from '@coalition-hub/subgraph';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import type { BulkSeeds } from './bulk-seeds.js';

/** Rows per transaction: short ones, so that commands beside the seeding are not held up. */
const chunk = 2_000;

/** How long projections may take to follow at the end, in ms. */
const patience = 600_000;

/** @param onProgress told how many rows are in, of all organisations, statements and signatures */
export async function loadBulk(
  { subgraphs }: RunningSubgraphs,
  seeds: BulkSeeds,
  onProgress: (done: number) => void,
): Promise<void> {
  let done = 0;
  const advance = (rows: number) => {
    done += rows;
    onProgress(done);
  };
  await loadRegistry(subgraphs.organisations, seeds, advance);
  let index = 0;
  for (const statement of seeds.statements()) {
    await subgraphs.statements.service.once(runName(), (unit, emit) =>
      seedStatements(unit, emit, [statement]),
    );
    const signing = seeds.signing(statement, index);
    await subgraphs.signatories.service.once(runName(), (unit, emit) => seedSigning(unit, emit, signing));
    advance(1 + signing.signatures.length);
    index += 1;
  }
  const parts = Object.values(subgraphs);
  await Promise.all(parts.map(({ service }) => service.projections.catchUp({ timeoutMs: patience })));
}

async function loadRegistry(
  { service }: RunningSubgraphs['subgraphs']['organisations'],
  { coalition, organisations }: BulkSeeds,
  advance: (rows: number) => void,
): Promise<void> {
  const joinedOn = new Date().toISOString().slice(0, 10);
  await service.once(runName(), (unit, emit) =>
    seedRegistry(unit, emit, { organisations: [], coalitions: [coalition], memberships: [] }),
  );
  for (let from = 0; from < organisations.length; from += chunk) {
    const part = organisations.slice(from, from + chunk);
    const memberships = part.map(({ id: organisationId }) => ({
      id: systemRandom.uuid('membership'),
      coalitionId: coalition.id,
      organisationId,
      role: 'MEMBER',
      joinedOn,
    }));
    await service.once(runName(), (unit, emit) =>
      seedRegistry(unit, emit, { organisations: part, coalitions: [], memberships }),
    );
    advance(part.length);
  }
}

/** Seeding is meant to be repeated: no two runs share a name. */
function runName(): string {
  return `seed ${systemRandom.uuid('seed')}`;
}
