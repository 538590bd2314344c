import {
  type CursorSealer,
  isUuid,
  type Keyset,
  pageOf,
  type Reads,
  type Rights,
  rootPage,
  rowsByKey,
} from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { isClaimOpenTo } from '../policies/claims-open-to.js';
import type { ClaimState, ClaimWay } from '../types/claim.js';
import type { ClaimsArgs } from '../types/claims-args.js';

/** Nothing is written when a last day passes. */
const state = sql<ClaimState>`(
  case when organisation_claim.state = 'PENDING' and organisation_claim.confirm_by < (hub_now() at time zone 'UTC')::date
       then 'EXPIRED' else organisation_claim.state end)`;

const columns = [
  'organisation_claim.id',
  'organisation_claim.organisation_id as organisationId',
  'organisation_claim.person_id as personId',
  'organisation_claim.sealed_name as sealedName',
  'organisation_claim.mandate_id as mandateId',
  sql<ClaimWay>`organisation_claim.way`.as('way'),
  state.as('state'),
  'organisation_claim.claimed_at as claimedAt',
  'organisation_claim.confirm_by as confirmBy',
  'organisation_claim.decided_on as decidedOn',
  'organisation_claim.decided_by as decidedBy',
  'organisation_claim.reference',
  'organisation_claim.answered_at as answeredAt',
  'organisation_claim.reason',
] as const;

const newestFirst: Keyset = {
  columns: [
    { column: 'organisation_claim.claimed_at', type: 'timestamptz' },
    { column: 'organisation_claim.id', type: 'uuid' },
  ],
  direction: 'desc',
};

/** Null for what does not exist, and what is neither the viewer's own nor the viewer's to decide. */
export function claimsById(reads: Reads<Tables>, rights: () => Promise<Rights>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const held = await rights();
    const rows = await reads
      .selectFrom('organisation_claim')
      .select(columns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .where(sql<boolean>`(person_id = ${held.personId} or ${isClaimOpenTo(held)})`)
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}

/** How many of a person's own claims are shown; nobody has as many. */
const mostShown = 200;

/** Own claims, newest first: those to confirm, and what became of others. */
export function claimsOfPerson(reads: Reads<Tables>, personId: string) {
  return reads
    .selectFrom('organisation_claim')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('claimed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute();
}

/** Claims that the viewer may decide on, newest first. */
export function claimsPage(reads: Reads<Tables>, rights: Rights, sealer: CursorSealer, args: ClaimsArgs) {
  const all = reads.selectFrom('organisation_claim').where(isClaimOpenTo(rights));
  const chosen = args.state == null ? all : all.where(state, '=', args.state);
  return rootPage(
    {
      sealer,
      order: {
        list: JSON.stringify(['organisation-claims', rights.personId, args.state ?? null]),
        keyOf: ({ claimedAt, id }: { claimedAt: string; id: string }) => [claimedAt, id],
      },
      nodeOf: (row) => row,
      rows: (after, size) => pageOf(chosen.select(columns), newestFirst, after, size).execute(),
      count: async () => {
        const count = sql<number>`count(*)::int`.as('count');
        return (await chosen.select(count).executeTakeFirstOrThrow()).count;
      },
    },
    args,
  );
}
