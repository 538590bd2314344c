import { setTimeout as sleep } from 'node:timers/promises';
import { endedSessionsKnownWithinMs, type Identity } from '@coalition-hub/identity';
import { PersonRole, revokeMandate, revokeRole } from '@coalition-hub/organisations';
import { erasePerson as eraseFrom, Refusal, Rights, systemRandom } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { type RunningSubgraphs, serviceNames } from '../assembly/subgraphs.js';
import { HubError } from '../hub-error.js';
import { outlastTransactions } from './outlast-transactions.js';
import { underLock } from './under-lock.js';

const erasureLock = 0x6572_6173;

/** How long projections may take to follow, in ms. */
const patience = 60_000;

export interface ErasedPerson {
  readonly revokedRoles: number;
  readonly revokedMandates: number;
  /** Rows in which the person was. */
  readonly rows: number;
}

/**
 * Takes a person out of every service: sessions and rights first, so that nothing new is done by them, then every trace. Killed at
 * any moment it is simply run again. What organisations decided and signed stands, without the person.
 * @throws HubError for the hub's last administrator, and where services do not follow
 */
export async function erasePerson(
  running: RunningSubgraphs,
  identity: Identity,
  email: string,
): Promise<ErasedPerson> {
  const personId = running.persons.personId(email);
  const { url } = running.subgraphs.organisations.service.database;
  const busy = 'Somebody is being erased by another process. Wait until it is done.';
  return underLock(url, { lock: erasureLock, busy }, async () => {
    await requireAnotherAdministrator(running, personId);
    const signedIn = await identity.forget(personId);
    const refused = performance.now() + endedSessionsKnownWithinMs;
    const revokedRoles = await revokeRoles(running, personId);
    const revokedMandates = await revokeMandates(running, personId);
    await settle(running);
    await sleep(Math.max(0, refused - performance.now()));
    await outlast(running);
    const first = await eraseEverywhere(running, personId);
    // An event that a projection had read before it was cleaned brings the person back once, and not twice.
    await settle(running);
    const second = await eraseEverywhere(running, personId);
    return { revokedRoles, revokedMandates, rows: signedIn + first + second };
  });
}

async function requireAnotherAdministrator({ subgraphs }: RunningSubgraphs, personId: string): Promise<void> {
  const { rows } = await sql<{ own: boolean; others: boolean }>`
    select coalesce(bool_or(person_id = ${personId}), false) as own,
           coalesce(bool_or(person_id <> ${personId}), false) as others
      from role where role = ${PersonRole.ADMINISTRATOR} and revoked_at is null`.execute(
    subgraphs.organisations.service.database.reads,
  );
  if (rows[0]?.own && !rows[0].others)
    throw new HubError(
      'This is the last administrator of the hub. Make another one first: npm run hub -- token --email … --role administrator',
    );
}

async function revokeRoles(running: RunningSubgraphs, personId: string): Promise<number> {
  const { service } = running.subgraphs.organisations;
  const { rows } = await sql<{ id: string }>`
    select id from role where person_id = ${personId} and revoked_at is null`.execute(service.database.reads);
  for (const { id: roleId } of rows) unlessGone(await service.run(revokeRole, { roleId }, owner()));
  return rows.length;
}

/** Offers too: who is erased must not be able to accept one. */
async function revokeMandates(running: RunningSubgraphs, personId: string): Promise<number> {
  const { service } = running.subgraphs.organisations;
  const { rows } = await sql<{ id: string }>`
    select id from mandate
     where person_id = ${personId} and revoked_at is null and state <> 'DECLINED'`.execute(
    service.database.reads,
  );
  for (const { id: mandateId } of rows) unlessGone(await service.run(revokeMandate, { mandateId }, owner()));
  return rows.length;
}

/** Taken away by somebody else in the meantime is taken away. */
function unlessGone(answer: object): void {
  if (answer instanceof Refusal && answer.code !== 'ALREADY_ENDED') throw new HubError(answer.message);
}

function owner() {
  return {
    personId: 'owner of the data folder',
    requestId: systemRandom.uuid('request'),
    rights: Rights.owner,
  };
}

async function settle({ subgraphs }: RunningSubgraphs): Promise<void> {
  for (const name of serviceNames) {
    const { caughtUp } = await subgraphs[name].service.projections.catchUp({ timeoutMs: patience });
    if (!caughtUp)
      throw new HubError('The services do not keep up with the events. Nothing is lost: run it again.');
  }
}

/** Commands that began before the person was refused may still be writing. */
async function outlast({ subgraphs }: RunningSubgraphs): Promise<void> {
  for (const name of serviceNames) await outlastTransactions(subgraphs[name].service.database.reads);
}

async function eraseEverywhere({ subgraphs }: RunningSubgraphs, personId: string): Promise<number> {
  let rows = 0;
  for (const name of serviceNames) {
    const { database, definition } = subgraphs[name].service;
    const columns = definition.personColumns ?? [];
    rows += await database.transaction(({ sql: tx }) => eraseFrom(tx, columns, personId));
  }
  return rows;
}
