import { seedDeliveryAt, seedEvent } from '@coalition-hub/events';
import { seedCoalitionLife, seedRegistry } from '@coalition-hub/organisations';
import { seedSigning } from '@coalition-hub/signatories';
import { seedStatements } from '@coalition-hub/statements';
import type { Clock, Log } from '@coalition-hub/subgraph';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import { HubError } from '../hub-error.js';
import { followEvents } from './follow-events.js';
import { sampleParts } from './founding-documents.js';
import type { SamplePart } from './sample-part.js';

type Subgraphs = RunningSubgraphs['subgraphs'];

/** How long a start waits for projections that stand still, in ms. */
const patience = 30_000;

/**
 * Enters the sample once, each part under its own name: a data folder from before there was a part gets it at its next
 * start. Ids do not change, so a start that was cut off half-way is completed by the next one.
 */
export async function loadSample(running: RunningSubgraphs, clock: Clock, log: Log): Promise<void> {
  await loadParts(running, sampleParts(clock.now()), log);
}

export async function loadParts(
  { subgraphs }: RunningSubgraphs,
  parts: readonly SamplePart[],
  log: Log,
): Promise<void> {
  const entered: string[] = [];
  for (const part of parts) {
    if (await enterUnlessTaken(subgraphs, part, log)) entered.push(part.name);
  }
  if (entered.length === 0) return;
  await followOrWarn(subgraphs, log);
  log.info({ parts: entered }, 'sample data was entered');
}

/** A hub whose services lag is still better than none: readiness says what is stuck. */
async function followOrWarn(subgraphs: Subgraphs, log: Log): Promise<void> {
  try {
    await followEvents(subgraphs, { patienceMs: patience });
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    log.warn(error.message);
  }
}

/**
 * A hub in use may have given a name of the sample to something of its own. It starts all the same, without that part,
 * and tries again at its next start.
 */
async function enterUnlessTaken(subgraphs: Subgraphs, part: SamplePart, log: Log): Promise<boolean> {
  try {
    return await enter(subgraphs, part);
  } catch (error) {
    if (!isTaken(error)) throw error;
    const { constraint } = error;
    log.warn(
      { part: part.name, constraint },
      'sample data was left out: something here has one of its names',
    );
    return false;
  }
}

/** Each step only after what it names is there. @returns whether anything was entered now */
async function enter(
  { organisations, statements, signatories, events }: Subgraphs,
  { name, registry, life, ...part }: SamplePart,
): Promise<boolean> {
  const registered = await organisations.service.once(name, async (unit, emit) => {
    await seedRegistry(unit, emit, registry);
    await seedCoalitionLife(unit, emit, life);
  });
  const written = await statements.service.once(name, (unit, emit) =>
    seedStatements(unit, emit, part.statements),
  );
  const done = await Promise.all([
    signatories.service.once(name, async (unit, emit) => {
      for (const signing of part.signings) await seedSigning(unit, emit, signing);
    }),
    events.service.once(name, async (unit, emit) => {
      for (const event of part.events) await seedEvent(unit, emit, event);
      for (const { place, delivery } of part.deliveries) await seedDeliveryAt(unit, emit, place, delivery);
    }),
  ]);
  return registered || written || done.includes(true);
}

/** PostgreSQL's unique and foreign key violations: a name is taken, or an earlier part was left out. */
function isTaken(error: unknown): error is { readonly constraint?: string } {
  const { code } = error as { readonly code?: unknown };
  return code === '23505' || code === '23503';
}
