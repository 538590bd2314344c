import { Migration } from '@mikro-orm/migrations';

/** `name` is the organisation's when it was invited, for the order of the list. */
const signingInvitation = `
  create table signing_invitation (
    id uuid primary key,
    statement_id uuid not null,
    organisation_id uuid not null,
    name text collate "und-x-icu" not null,
    invited_at timestamptz not null,
    declined_at timestamptz,
    withdrawn_at timestamptz,
    constraint signing_invitation_once unique (statement_id, organisation_id)
  )`;

export class Signatories003 extends Migration {
  override up(): void {
    this.addSql(signingInvitation);
    this.addSql('create index signing_invitation_in_order on signing_invitation (statement_id, name, id)');
    this.addSql(
      'create index signing_invitation_of_organisation on signing_invitation (organisation_id, invited_at, id)',
    );
  }
}
