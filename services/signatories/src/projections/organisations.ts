import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { KnownOrganisation } from '../loaders/known-organisation.js';

/**
 * Keeps what signatures copy of organisations, as it is now: what was copied before stays as it was. One that was
 * merged into another cannot sign or be invited any more; what it signed follows in `merging/`.
 */
export const organisationsProjection: Projection = {
  name: 'organisations',
  streams: ['organisations'],
  async applyBatch(tx: Kysely<Tables>, events: readonly BusEvent[]) {
    const newest = newestOfEach(events as readonly OrganisationsEvent[]);
    await keep(
      tx,
      [...newest.values()].filter((row) => row !== null),
    );
    await forget(
      tx,
      [...newest].flatMap(([id, row]) => (row === null ? id : [])),
    );
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_organisation').execute();
  },
};

/** What the last event of each organisation says; null: it was merged into another. */
function newestOfEach(events: readonly OrganisationsEvent[]): ReadonlyMap<string, KnownOrganisation | null> {
  const newest = new Map<string, KnownOrganisation | null>();
  for (const { type, data } of events) {
    if (type === 'ORGANISATION_MERGED') newest.set(data.mergedId, null);
    if (type !== 'ORGANISATION_REGISTERED' && type !== 'ORGANISATION_UPDATED') continue;
    const { organisationId: id, name, country, region } = data;
    newest.set(id, { id, name, country, region });
  }
  return newest;
}

async function keep(tx: Kysely<Tables>, rows: readonly KnownOrganisation[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('known_organisation')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        country: eb.ref('excluded.country'),
        region: eb.ref('excluded.region'),
      })),
    )
    .execute();
}

async function forget(tx: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('known_organisation')
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
}
