import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import { foldTotals, type Projection, type TotalsTable } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';

const organisationTotals: TotalsTable = {
  name: 'organisation_total',
  owner: null,
  keys: ['country', 'region'],
};

const membershipTotals: TotalsTable = {
  name: 'membership_total',
  owner: 'coalition_id',
  keys: ['coalition_id', 'whole', 'region', 'day'],
};

/** Keeps totals short behind the writes. They are right without it, which is why nothing is ever rebuilt. */
export const totalsProjection: Projection = {
  name: 'totals',
  streams: ['organisations'],
  async applyBatch(tx: Kysely<Tables>, events: readonly BusEvent[]) {
    await foldTotals(tx, organisationTotals, events, []);
    await foldTotals(
      tx,
      membershipTotals,
      events,
      (events as readonly OrganisationsEvent[]).flatMap(coalitionIn),
    );
  },
};

function coalitionIn({ data }: OrganisationsEvent): string[] {
  return 'coalitionId' in data && data.coalitionId !== null ? [data.coalitionId] : [];
}
