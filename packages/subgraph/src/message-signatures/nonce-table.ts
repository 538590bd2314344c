/**
 * Nonces of messages that were let in, shared by all replicas of a subgraph.
 *
 * A claim does not wait for the disk: after a crash of PostgreSQL the last 0.6 s of them may be unknown, which is the
 * price of not writing to disk for every read.
 */
export const nonceTable: readonly string[] = [
  `create table gateway_nonce (nonce uuid primary key, claimed_at timestamptz not null default hub_now())`,
  'create index gateway_nonce_by_age on gateway_nonce (claimed_at)',
  `create function claim_gateway_nonce(claimed uuid) returns boolean language plpgsql volatile as $$
   begin
     perform set_config('synchronous_commit', 'off', true);
     insert into gateway_nonce (nonce) values (claimed) on conflict do nothing;
     return found;
   end $$`,
];
