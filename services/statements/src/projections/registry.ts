import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Which organisations and coalitions there are, so that a statement names none that there is not. */
export const registryProjection: Projection = {
  name: 'registry',
  streams: ['organisations'],
  async applyBatch(tx: Kysely<Tables>, busEvents: readonly BusEvent[]) {
    const events = busEvents as readonly OrganisationsEvent[];
    await remember(
      tx,
      'known_organisation',
      events.flatMap(({ type, data }) => (type === 'ORGANISATION_REGISTERED' ? [data.organisationId] : [])),
    );
    await remember(
      tx,
      'known_coalition',
      events.flatMap(({ type, data }) => (type === 'COALITION_CREATED' ? [data.coalitionId] : [])),
    );
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_organisation').execute();
    await tx.deleteFrom('known_coalition').execute();
  },
};

async function remember(
  tx: Kysely<Tables>,
  table: 'known_organisation' | 'known_coalition',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    insert into ${sql.table(table)} (id) select unnest(${ids}::uuid[]) on conflict do nothing`.execute(tx);
}
