import { Migration } from '@mikro-orm/migrations';

/**
 * One chair on a day, or any number of co-chairs, never both. An organisation holds a role once on a day; it may hold
 * several roles.
 */
const roleTerm = `
  create table role_term (
    id uuid primary key,
    coalition_id uuid not null references coalition,
    organisation_id uuid not null references organisation,
    role text not null,
    since date not null,
    until date,
    constraint role_term_days check (until >= since),
    constraint role_term_once exclude using gist (
      coalition_id with =, organisation_id with =, role with =, daterange(since, until, '[]') with &&),
    constraint role_term_one_chair exclude using gist (
      coalition_id with =, daterange(since, until, '[]') with &&) where (role = 'CHAIR'),
    constraint role_term_chair_or_co_chairs exclude using gist (
      coalition_id with =, role with <>, daterange(since, until, '[]') with &&) where (role in ('CHAIR', 'CO_CHAIR'))
  )`;

/** A name may be used again when the group that had it is over. */
const workingGroup = `
  create table working_group (
    id uuid primary key,
    coalition_id uuid not null references coalition,
    name text collate "und-x-icu" not null,
    purpose text,
    since date not null,
    until date,
    constraint working_group_days check (until >= since),
    constraint working_group_name exclude using gist (
      coalition_id with =, lower(name) with =, daterange(since, until, '[]') with &&)
  )`;

const workingGroupMembership = `
  create table working_group_membership (
    id uuid primary key,
    working_group_id uuid not null references working_group,
    organisation_id uuid not null references organisation,
    role text not null,
    since date not null,
    until date,
    constraint working_group_membership_days check (until >= since),
    constraint working_group_membership_overlap exclude using gist (
      working_group_id with =, organisation_id with =, daterange(since, until, '[]') with &&)
  )`;

/** Who was asked is known to the two sides only: no other table refers to this one. */
const invitation = `
  create table coalition_invitation (
    id uuid primary key,
    coalition_id uuid not null references coalition,
    organisation_id uuid not null references organisation,
    state text not null,
    message text,
    expires_on date,
    invited_at timestamptz not null,
    answered_at timestamptz,
    membership_id uuid references membership on delete set null
  )`;

const update = `
  create table coalition_update (
    sequence bigint generated always as identity primary key,
    coalition_id uuid not null,
    kind text not null,
    organisation_id uuid,
    membership_id uuid,
    role_term_id uuid,
    working_group_id uuid,
    occurred_at timestamptz not null,
    stream text not null,
    position bigint not null,
    constraint coalition_update_once unique (stream, position)
  )`;

/** Coalition life: roles with dates, working groups, invitations, and the feed of what happens to a coalition. */
export class Organisations003 extends Migration {
  override up(): void {
    this.addSql(roleTerm);
    this.addSql('create index role_term_of_coalition on role_term (coalition_id, since, id)');
    this.addSql(workingGroup);
    this.addSql('create index working_group_of_coalition on working_group (coalition_id, name, id)');
    this.addSql(workingGroupMembership);
    this.addSql(
      'create index working_group_membership_of_organisation on working_group_membership (organisation_id)',
    );
    this.addSql(invitation);
    this.addSql(
      `create unique index coalition_invitation_pending on coalition_invitation (coalition_id, organisation_id) where state = 'PENDING'`,
    );
    this.addSql(
      'create index coalition_invitation_of_coalition on coalition_invitation (coalition_id, invited_at, id)',
    );
    this.addSql(
      'create index coalition_invitation_of_organisation on coalition_invitation (organisation_id, invited_at, id)',
    );
    this.addSql(update);
    this.addSql('create index coalition_update_of_coalition on coalition_update (coalition_id, sequence)');
  }
}
