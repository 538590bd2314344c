import { type Kysely, sql } from 'kysely';

/**
 * The tables of better-auth 1.7 with its passkeys, in our spelling. `email` is `<hash>@hub.invalid`, `name` and
 * `image` stay empty, `ip_address` too, `user_agent` is a word such as "Firefox": see sign-in/auth-options.ts.
 */
const ofBetterAuth = [
  `create table person (
    id text primary key,
    name text not null,
    email text not null constraint person_email unique check (email like '%@hub.invalid'),
    email_verified boolean not null,
    image text,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
  )`,
  `create table session (
    id text primary key,
    user_id text not null references person on delete cascade,
    token text not null constraint session_token unique,
    ip_address text check (ip_address is null),
    user_agent text,
    expires_at timestamptz not null,
    tokens_until timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
  )`,
  'create index session_of_person on session (user_id)',
  `create table account (
    id text primary key,
    account_id text not null,
    provider_id text not null,
    user_id text not null references person on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
  )`,
  'create index account_of_person on account (user_id)',
  `create table verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
  )`,
  'create index verification_identifier on verification (identifier)',
  'create index verification_by_age on verification (expires_at)',
  `create table passkey (
    id text primary key,
    name text,
    public_key text not null,
    user_id text not null references person on delete cascade,
    credential_id text not null constraint passkey_credential unique,
    counter integer not null,
    device_type text not null,
    backed_up boolean not null,
    transports text,
    created_at timestamptz default clock_timestamp(),
    aaguid text
  )`,
  'create index passkey_of_person on passkey (user_id)',
];

const tokenKeys = [
  `create table token_key (
    kid text primary key,
    public_key text not null,
    sealed_private_key bytea not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    last_token_ends_at timestamptz,
    signed_without_kid boolean not null default false
  )`,
  'create unique index token_key_that_signs on token_key ((true)) where retired_at is null',
];

const apiKeys = [
  `create table api_key (
    id text primary key,
    user_id text not null references person on delete cascade,
    name text not null,
    prefix text not null,
    hash bytea not null constraint api_key_hash unique,
    read_only boolean not null,
    created_at timestamptz not null default clock_timestamp(),
    last_used_at timestamptz
  )`,
  'create index api_key_of_person on api_key (user_id)',
];

/**
 * Whatever deletes a session, the gateway must learn of it for as long as a token of the session may live. A token
 * lives ten minutes unless the session says otherwise; two more cover one that is just being issued, and clocks.
 */
const endedSessions = [
  'create table ended_session (session_id text primary key, until timestamptz not null)',
  'create index ended_session_by_age on ended_session (until)',
  `create function remember_ended_session() returns trigger language plpgsql as $$
    begin
      insert into ended_session (session_id, until)
      values (old.id, coalesce(old.tokens_until, clock_timestamp() + interval '12 minutes'))
      on conflict (session_id) do nothing;
      return old;
    end $$`,
  'create trigger session_ended before delete on session for each row execute function remember_ended_session()',
  `create function remember_ended_key() returns trigger language plpgsql as $$
    begin
      insert into ended_session (session_id, until) values (old.id, clock_timestamp() + interval '12 minutes')
      on conflict (session_id) do nothing;
      return old;
    end $$`,
  'create trigger api_key_ended before delete on api_key for each row execute function remember_ended_key()',
];

/** Keys are keyed hashes: neither mailboxes nor addresses of the network can be read here. */
const attempts = [
  'create table attempt (key text primary key, count integer not null default 1, window_ends_at timestamptz not null)',
  'create index attempt_by_age on attempt (window_ends_at)',
];

const administratorLinks = [
  `create table administrator_link (
    id text primary key,
    created_at timestamptz not null default clock_timestamp(),
    used_at timestamptz
  )`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    ...ofBetterAuth,
    ...tokenKeys,
    ...apiKeys,
    ...endedSessions,
    ...attempts,
    ...administratorLinks,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
