import { type CommandScope, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { TooManyClaims } from '../types/access-refusals.js';
import type { ClaimWay } from '../types/claim.js';

/** Of one person and in one way, at a time: enough for somebody who tries several mailboxes. */
const mostPending = 20;

/** Counted under a lock, so that many at once do not get past the limit. @throws Refused TooManyClaims */
export async function requireRoomForClaim(
  { sql: tx }: CommandScope<Tables>,
  claimedBy: string,
  way: ClaimWay,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`claims by ${claimedBy}`}, 0))`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from organisation_claim
     where claimed_by = ${claimedBy} and state = 'PENDING' and way = ${way}
       and (confirm_by is null or confirm_by >= (hub_now() at time zone 'UTC')::date)`.execute(tx);
  if ((rows[0]?.count ?? 0) >= mostPending) refuse(new TooManyClaims());
}
