import type { CommandScope } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';

/**
 * Until the end of the transaction nobody else changes who may act for the organisation. Take it after a lock of the
 * organisation itself: merging holds that one when it asks for this.
 */
export async function lockMandates({ sql: tx }: CommandScope<Tables>, organisationId: string): Promise<void> {
  const lock = `mandates of ${organisationId.toLowerCase()}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx);
}

/** How `findUnderLock` reads. */
export type Reading = { readonly refresh: true; readonly lockMode?: LockMode.PESSIMISTIC_WRITE };

/**
 * A mandate or claim, locked, with the mandates of its organisation. Whoever waited may find that a merge has made it
 * another organisation's; then that one is locked too.
 * @param find reads it anew each time; null for what does not exist for the caller, who waits for nothing then
 */
export async function findUnderLock<Found extends { readonly organisationId: string }>(
  scope: CommandScope<Tables>,
  find: (reading: Reading) => Promise<Found | null>,
): Promise<Found | null> {
  const locked = new Set<string>();
  for (;;) {
    const found = await find({ refresh: true });
    if (found === null) return null;
    const { organisationId } = found;
    if (locked.has(organisationId)) return find({ refresh: true, lockMode: LockMode.PESSIMISTIC_WRITE });
    const lockMode = LockMode.PESSIMISTIC_READ;
    await scope.em.findOneOrFail(OrganisationRecord, organisationId, { lockMode, refresh: true });
    await lockMandates(scope, organisationId);
    locked.add(organisationId);
  }
}
