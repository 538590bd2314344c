import { type Command, InvalidInput, isUuid, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canAdminister } from '../policies/can-administer.js';

const most = 20;

@InputType({ description: 'Organisations of which no two are one.' })
export class TellApartInput {
  @Field(() => [ID], { description: 'The organisations, 2 to 20.' })
  organisationIds!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisations are told apart, and will not be proposed as one again.' })
export class TellApartSuccess {
  organisationIds!: readonly string[];
}

export const tellApart: Command<Tables, TellApartInput, readonly string[], TellApartSuccess> = {
  name: 'tellApart',
  subject: 'organisation',
  success: TellApartSuccess,
  async load({ sql: tx }, { organisationIds }) {
    const ids = [...new Set(organisationIds)].sort();
    if (!ids.every(isUuid)) return null;
    // No more than may be told apart: the input is checked after the policy.
    if (ids.length < 2 || ids.length > most) return ids;
    const { rows } = await sql`
      select from organisation
       where id = any(${ids}::uuid[]) and merged_into is null order by id for share`.execute(tx);
    return rows.length === ids.length ? ids : null;
  },
  policy: canAdminister,
  async change(scope, ids) {
    if (ids.length < 2 || ids.length > most)
      refuse(new InvalidInput('organisationIds', `"organisationIds" must name 2 to ${most} organisations.`));
    await sql`
      insert into told_apart (one, other)
      select one, other from unnest(${ids}::uuid[]) as one, unnest(${ids}::uuid[]) as other where one < other
          on conflict do nothing`.execute(scope.sql);
    const [subject = ''] = ids;
    scope.emit({ type: 'ORGANISATIONS_TOLD_APART', subject, data: { organisationIds: ids } });
    return Object.assign(new TellApartSuccess(), { organisationIds: ids });
  },
};
