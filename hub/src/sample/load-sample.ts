import { seedDelivery } from '@coalition-hub/events';
import { seedRegistry } from '@coalition-hub/organisations';
import { seedSigning } from '@coalition-hub/signatories';
import { seedStatements } from '@coalition-hub/statements';
import type { Clock, Log } from '@coalition-hub/subgraph';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import { sampleSeeds } from './sample-seeds.js';

/** How long projections may take to follow, in ms; they need a fraction of it. */
const patience = 30_000;

/**
 * Enters the sample once. Every part has ids that do not change, so a start that was cut off half-way is completed by
 * the next one.
 */
export async function loadSample({ subgraphs }: RunningSubgraphs, clock: Clock, log: Log): Promise<void> {
  const { organisations, statements, signatories, events } = subgraphs;
  const seeds = sampleSeeds(clock.now());
  const name = 'sample data';
  const done = await Promise.all([
    organisations.service.once(name, (unit, emit) => seedRegistry(unit, emit, seeds.registry)),
    statements.service.once(name, (unit, emit) => seedStatements(unit, emit, seeds.statements)),
    signatories.service.once(name, async (unit, emit) => {
      for (const signing of seeds.signings) await seedSigning(unit, emit, signing);
    }),
    events.service.once(name, (unit, emit) => seedDelivery(unit, emit, seeds.delivery)),
  ]);
  if (!done.includes(true)) return;
  const parts = Object.values(subgraphs);
  await Promise.all(parts.map(({ service }) => service.projections.catchUp({ timeoutMs: patience })));
  log.info({ statements: seeds.statements.length }, 'the sample data was entered');
}
