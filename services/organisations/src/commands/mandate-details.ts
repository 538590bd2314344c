import { cleanLine, DateScalar, InvalidInput, isMailbox, isUuid, refuse } from '@coalition-hub/subgraph';
import { Field, ID, InputType } from 'type-graphql';
import { MandateScope } from '../types/mandate.js';

/** What a mandate says, whether it is granted or offered. */
@InputType({ description: 'What a mandate says.' })
export abstract class MandateDetails {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => String, { description: 'The representative’s mailbox; only a keyed hash of it is kept.' })
  email!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the organisation calls the person, such as "Programme officer", 100 characters at most; for its own eyes.',
  })
  name?: string | null;

  @Field(() => [MandateScope], { description: 'What the person may do for the organisation.' })
  scopes!: MandateScope[];

  @Field(() => ID, { nullable: true, description: 'The one statement it is for; all if left out.' })
  statementId?: string | null;

  @Field(() => DateScalar, { description: 'When the organisation decided.' })
  decidedOn!: string;

  @Field(() => String, { description: 'Which body of the organisation decided, such as "Board".' })
  decidedBy!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Where the decision can be found, such as the number of the minutes, 200 characters at most.',
  })
  reference?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day it holds (UTC); at once if left out.' })
  startsOn?: string | null;

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

/** @param today by the database’s clock, `YYYY-MM-DD` in UTC */
export function cleanMandate(input: MandateDetails, today: string) {
  const { email, scopes, statementId, endsOn } = input;
  if (!isMailbox(email)) refuse(new InvalidInput('email', '"email" must be a mail address.'));
  if (scopes.length === 0) refuse(new InvalidInput('scopes', '"scopes" must name what the person may do.'));
  if (statementId != null && !isUuid(statementId)) {
    refuse(new InvalidInput('statementId', '"statementId" must be the id of a statement.'));
  }
  if (statementId != null && scopes.includes(MandateScope.ADMINISTER)) {
    refuse(new InvalidInput('statementId', 'A mandate to administer cannot be for one statement only.'));
  }
  requireDays(input, today);
  return {
    scopes: [...new Set(scopes)],
    statementId: statementId ?? null,
    startsOn: input.startsOn ?? null,
    endsOn: endsOn ?? null,
    ...cleanDecision(input, today),
  };
}

function requireDays({ startsOn, endsOn }: MandateDetails, today: string): void {
  if (endsOn == null) return;
  if (endsOn < today) refuse(new InvalidInput('endsOn', '"endsOn" must not be in the past.'));
  if (startsOn != null && startsOn > endsOn)
    refuse(new InvalidInput('startsOn', '"startsOn" must not be after "endsOn".'));
}

/** What an organisation decided, and where that can be read. */
export interface Decision {
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly reference?: string | null;
}

export function cleanDecision({ decidedOn, decidedBy, reference }: Decision, today: string) {
  if (decidedOn > today) refuse(new InvalidInput('decidedOn', '"decidedOn" must not be in the future.'));
  return {
    decidedOn,
    decidedBy: cleanLine(decidedBy, { field: 'decidedBy', max: 200 }),
    reference: reference == null ? null : cleanLine(reference, { field: 'reference', max: 200 }),
  };
}
