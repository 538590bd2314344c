import { type Command, type CommandScope, InvalidInput, type Pace, refuse } from '@coalition-hub/subgraph';
import { InputType, ObjectType } from 'type-graphql';
import { MandateRecord } from '../entities/mandate-record.js';
import type { Tables } from '../entities/tables.js';
import { canInviteRepresentative } from '../policies/can-invite-representative.js';
import { MandateState } from '../types/mandate.js';
import { type Administered, administeredOrganisation } from './administered-organisation.js';
import { daysAfter } from './days-after.js';
import { cleanMandate, MandateDetails } from './mandate-details.js';
import { nameRepresentative } from './name-representative.js';
import type { People } from './people.js';

/** How long an offer waits: boards meet once a month. */
const daysToAnswer = 30;

/** A mailbox is not to be flooded. */
export const invitationsOfOneMailbox: Pace = { most: 5, everySeconds: 180 };

@InputType({ description: 'Somebody who is asked to act for an organisation.' })
export class InviteRepresentativeInput extends MandateDetails {}

@ObjectType({
  description: 'The mandate waits for the person, who has to sign in with the mailbox and accept it.',
})
export class InviteRepresentativeSuccess {
  mandateId!: string;
}

export function inviteRepresentative({
  persons,
  personal,
}: People): Command<Tables, InviteRepresentativeInput, Administered, InviteRepresentativeSuccess> {
  return {
    name: 'inviteRepresentative',
    subject: 'organisation',
    success: InviteRepresentativeSuccess,
    pace: { allowed: invitationsOfOneMailbox, about: ({ email }) => persons.personId(email) },
    load: (scope, { organisationId }) => administeredOrganisation(scope, organisationId),
    policy: canInviteRepresentative,
    async change(scope, { organisation: { id: organisationId } }, input) {
      const today = (await scope.now()).slice(0, 10);
      const said = cleanMandate(input, today);
      const personId = persons.personId(input.email);
      await nameRepresentative(scope, personal, { organisationId, personId }, input.name);
      const record = Object.assign(new MandateRecord(), said, {
        id: scope.newId('mandate'),
        organisationId,
        personId,
        state: MandateState.OFFERED,
        offeredBy: inviter(scope),
        answerBy: daysAfter(today, daysToAnswer),
        revokedAt: null,
      });
      scope.em.persist(record);
      const told = { mandateId: record.id, organisationId, personId };
      scope.note({ mandateId: record.id, about: personId, scopes: said.scopes });
      scope.emit({ type: 'MANDATE_OFFERED', subject: record.id, data: told });
      return Object.assign(new InviteRepresentativeSuccess(), { mandateId: record.id });
    },
  };
}

function inviter({ rights }: CommandScope<Tables>): string {
  return rights.personId ?? refuse(new InvalidInput('organisationId', 'Only a person can invite another.'));
}
