import { OUTBOX_LOCKS, POSITIONS_LOCK } from './advisory-locks.js';

/** Written in each command's transaction, and kept as the log from which projections are rebuilt. */
const outbox = `
  create table outbox (
    id bigserial primary key,
    event_id uuid not null unique default gen_random_uuid(),
    type text not null,
    subject text not null,
    occurred_at timestamptz not null default hub_now(),
    data jsonb not null,
    position bigint unique
  )`;

const waiting = 'create index outbox_waiting on outbox (id) where position is null';

/**
 * Gives committed events their positions and returns what comes after the caller's own position.
 *
 * Ids are drawn before the commit, positions after it: whatever commits late comes late, and is not skipped. The lock
 * is taken in a statement before the rows are read, so that the highest position is the last one given. Positions are
 * seen in other databases, so that losing them in a crash must not be possible even where commits are asynchronous.
 * Plans are kept by the session, which may have begun when the table was small: without the setting they scan it all.
 */
const settle = `
  create function outbox_settle(after bigint, at_most integer) returns setof outbox
  language plpgsql volatile set enable_seqscan = off as $$
  declare
    last bigint;
    waiting bigint;
  begin
    if exists (select from outbox where outbox.position is null) then
      perform pg_advisory_xact_lock(${OUTBOX_LOCKS}, ${POSITIONS_LOCK});
      if current_setting('synchronous_commit') = 'off' then
        perform set_config('synchronous_commit', 'on', true);
      end if;
      select coalesce(max(outbox.position), 0) into last from outbox;
      for waiting in select id from outbox where outbox.position is null order by id limit at_most loop
        last := last + 1;
        update outbox set position = last where id = waiting;
      end loop;
    end if;
    return query
      select * from outbox where outbox.position > after order by outbox.position limit at_most;
  end $$`;

/** The outbox, in the order in which the statements have to run; `hub_now()` must exist. */
export const outboxTables: readonly string[] = [outbox, waiting, settle];
