import {
  asSurvivors,
  type Command,
  type CommandScope,
  holdMerges,
  InvalidInput,
  isUuid,
  NotFound,
  refuse,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { isWithdrawn } from '../loaders/is-withdrawn.js';
import { type VisibleStatement, visibleStatement } from '../loaders/visible-statement.js';
import { canInviteToSign } from '../policies/can-invite-to-sign.js';
import { StatementWithdrawn } from '../types/refusals.js';

/** So many organisations may be invited at once. */
const mostInvited = 500;

@InputType({ description: 'Organisations to invite to sign a statement.' })
export class InviteToSignInput {
  @Field(() => ID, { description: 'The statement, opened or not: nobody is shown an invitation to a draft.' })
  statementId!: string;

  @Field(() => [ID], {
    description: `The registered organisations, 1 to ${mostInvited}. Who was invited already stays as it is.`,
  })
  organisationIds!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisations are invited to sign.' })
export class InviteToSignSuccess {
  /** In the order in which the organisations were named. */
  invitationIds!: string[];
}

export const inviteToSign: Command<Tables, InviteToSignInput, VisibleStatement, InviteToSignSuccess> = {
  name: 'inviteToSign',
  subject: 'statement',
  success: InviteToSignSuccess,
  load: ({ sql: db, rights }, { statementId }) => visibleStatement(db, rights, statementId),
  policy: canInviteToSign,
  async change(scope, { id: statementId }, input) {
    await holdMerges(scope.sql);
    const organisationIds = await asSurvivors(scope.sql, named(input.organisationIds));
    if (await isWithdrawn(scope.sql, statementId)) refuse(new StatementWithdrawn());
    const organisations = await knownOrganisations(scope, organisationIds);
    const invited = await insert(scope, statementId, organisations);
    scope.emit({
      type: 'INVITED_TO_SIGN',
      subject: statementId,
      data: { statementId, organisationIds: invited },
    });
    const invitationIds = await idsInOrder(scope, statementId, organisationIds);
    return Object.assign(new InviteToSignSuccess(), { invitationIds });
  },
};

function named(ids: readonly string[]): readonly string[] {
  if (ids.length === 0 || ids.length > mostInvited) {
    refuse(
      new InvalidInput('organisationIds', `"organisationIds" must name 1 to ${mostInvited} organisations.`),
    );
  }
  if (!ids.every(isUuid)) refuse(new NotFound('organisation'));
  return [...new Set(ids)];
}

interface Invitee {
  readonly id: string;
  readonly name: string;
}

async function knownOrganisations(
  { sql: db }: CommandScope<Tables>,
  ids: readonly string[],
): Promise<readonly Invitee[]> {
  const known = await db
    .selectFrom('known_organisation')
    .select(['id', 'name'])
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
  return known.length === ids.length ? known : refuse(new NotFound('organisation'));
}

/**
 * Always in the order of ids, so that two who invite the same organisations at once wait for each other instead of
 * locking each other out. A withdrawn invitation begins anew; any other one is left alone, an answered one too.
 * @returns ids of the organisations that have a new or renewed invitation
 */
async function insert(
  scope: CommandScope<Tables>,
  statementId: string,
  organisations: readonly Invitee[],
): Promise<readonly string[]> {
  const sorted = organisations.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { rows } = await sql<{ organisationId: string }>`
    insert into signing_invitation (id, statement_id, organisation_id, name, invited_at)
    select invited.id, ${statementId}, invited.organisation_id, invited.name, clock.at
      from unnest(${sorted.map(() => scope.newId('signing invitation'))}::uuid[],
                  ${sorted.map(({ id }) => id)}::uuid[], ${sorted.map(({ name }) => name)}::text[])
             as invited(id, organisation_id, name)
     cross join (select hub_now() as at) as clock
    on conflict on constraint signing_invitation_once do update
       set invited_at = excluded.invited_at, name = excluded.name, declined_at = null, withdrawn_at = null
     where signing_invitation.withdrawn_at is not null
    returning organisation_id as "organisationId"`.execute(scope.sql);
  return rows.map(({ organisationId }) => organisationId);
}

async function idsInOrder(
  { sql: db }: CommandScope<Tables>,
  statementId: string,
  organisationIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('signing_invitation')
    .select(['id', 'organisation_id as organisationId'])
    .where('statement_id', '=', statementId)
    .where('organisation_id', '=', (eb) => eb.fn.any(eb.val(organisationIds)))
    .execute();
  const ids = new Map(rows.map(({ id, organisationId }) => [organisationId, id]));
  return organisationIds.flatMap((organisationId) => ids.get(organisationId) ?? []);
}
