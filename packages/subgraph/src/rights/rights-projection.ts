import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Kysely } from 'kysely';
import type { KitTables } from '../database/kit-tables.js';
import type { Projection } from '../projections/projection.js';

export const rightsProjectionName = 'rights';

/** Keeps live roles and mandates in every service, so that each can decide without asking another. */
export const rightsProjection: Projection = {
  name: rightsProjectionName,
  streams: ['organisations'],
  async apply(tx: Kysely<KitTables>, busEvent: BusEvent) {
    const event = busEvent as OrganisationsEvent;
    switch (event.type) {
      case 'ROLE_GRANTED':
        await tx
          .insertInto('right_role')
          .values({
            id: event.data.roleId,
            person_id: event.data.personId,
            coalition_id: event.data.coalitionId,
            role: event.data.role,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        return;
      case 'ROLE_REVOKED':
        await tx.deleteFrom('right_role').where('id', '=', event.data.roleId).execute();
        return;
      case 'MANDATE_GRANTED':
        await tx
          .insertInto('right_mandate')
          .values({
            mandate_id: event.data.mandateId,
            organisation_id: event.data.organisationId,
            person_id: event.data.personId,
            scopes: [...event.data.scopes],
            statement_id: event.data.statementId,
            starts_on: event.data.startsOn ?? null,
            ends_on: event.data.endsOn,
          })
          .onConflict((conflict) => conflict.column('mandate_id').doNothing())
          .execute();
        return;
      case 'MANDATE_REVOKED':
        await tx.deleteFrom('right_mandate').where('mandate_id', '=', event.data.mandateId).execute();
    }
  },
  async reset(tx: Kysely<KitTables>) {
    await tx.deleteFrom('right_role').execute();
    await tx.deleteFrom('right_mandate').execute();
  },
};
