import {
  type Command,
  cleanLine,
  DateScalar,
  InvalidInput,
  isMailbox,
  isUuid,
  type PersonHasher,
  refuse,
} from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { MandateRecord } from '../entities/mandate-record.js';
import { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { canAdminister } from '../policies/can-administer.js';
import { MandateScope } from '../types/mandate.js';

@InputType({ description: 'A mandate that an organisation gave to a person.' })
export class GrantMandateInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'The representative’s mailbox; only a keyed hash of it is kept.' })
  email!: string;

  @Field(() => [MandateScope], { description: 'What the person may do for the organisation.' })
  scopes!: MandateScope[];

  @Field(() => ID, { nullable: true, description: 'The one statement it is for; all if left out.' })
  statementId?: string | null;

  @Field(() => DateScalar, { description: 'When the organisation decided.' })
  decidedOn!: string;

  @Field(() => String, { description: 'Which body of the organisation decided, such as "Board".' })
  decidedBy!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day it holds (UTC); until revoked if left out.',
  })
  endsOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The person holds the mandate.' })
export class GrantMandateSuccess {
  mandateId!: string;
}

/** @param persons names people by a keyed hash of their mailbox */
export function grantMandate(
  persons: PersonHasher,
): Command<Tables, GrantMandateInput, OrganisationRecord, GrantMandateSuccess> {
  return {
    name: 'grantMandate',
    subject: 'organisation',
    success: GrantMandateSuccess,
    load: async ({ em }, { organisationId }) =>
      isUuid(organisationId)
        ? em.findOne(
            OrganisationRecord,
            { id: organisationId, mergedInto: null },
            { lockMode: LockMode.PESSIMISTIC_READ },
          )
        : null,
    policy: canAdminister,
    async change(scope, organisation, input) {
      const today = (await scope.now()).slice(0, 10);
      const record = Object.assign(new MandateRecord(), checked(input, today), {
        id: scope.newId('mandate'),
        organisationId: organisation.id,
        personId: persons.personId(input.email),
        revokedAt: null,
      });
      scope.em.persist(record);
      const { id, organisationId, personId, statementId, endsOn } = record;
      const scopes = record.scopes as MandateScope[];
      scope.emit({
        type: 'MANDATE_GRANTED',
        subject: id,
        data: { mandateId: id, organisationId, personId, scopes, statementId, endsOn },
      });
      return Object.assign(new GrantMandateSuccess(), { mandateId: id });
    },
  };
}

function checked(input: GrantMandateInput, today: string) {
  const { email, scopes, statementId, decidedOn, endsOn } = input;
  if (!isMailbox(email)) refuse(new InvalidInput('email', '"email" must be a mail address.'));
  if (scopes.length === 0) refuse(new InvalidInput('scopes', '"scopes" must name what the person may do.'));
  if (statementId != null && !isUuid(statementId)) {
    refuse(new InvalidInput('statementId', '"statementId" must be the id of a statement.'));
  }
  if (decidedOn > today) refuse(new InvalidInput('decidedOn', '"decidedOn" must not be in the future.'));
  if (endsOn != null && endsOn < today)
    refuse(new InvalidInput('endsOn', '"endsOn" must not be in the past.'));
  return {
    scopes: [...new Set(scopes)],
    statementId: statementId ?? null,
    decidedOn,
    decidedBy: cleanLine(input.decidedBy, { field: 'decidedBy', max: 200 }),
    endsOn: endsOn ?? null,
  };
}
