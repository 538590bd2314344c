import type { Command } from '@coalition-hub/subgraph';
import { InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canGrantMandate } from '../policies/can-grant-mandate.js';
import { addMandate } from './add-mandate.js';
import { type Administered, administeredOrganisation } from './administered-organisation.js';
import { cleanMandate, MandateDetails } from './mandate-details.js';
import { nameRepresentative } from './name-representative.js';
import type { People } from './people.js';

@InputType({ description: 'A mandate that an organisation gave to a person.' })
export class GrantMandateInput extends MandateDetails {}

@ObjectType({ description: 'The person holds the mandate.' })
export class GrantMandateSuccess {
  mandateId!: string;
}

export function grantMandate({
  persons,
  personal,
}: People): Command<Tables, GrantMandateInput, Administered, GrantMandateSuccess> {
  return {
    name: 'grantMandate',
    subject: 'organisation',
    success: GrantMandateSuccess,
    load: (scope, { organisationId }) => administeredOrganisation(scope, organisationId),
    policy: canGrantMandate,
    async change(scope, { organisation: { id: organisationId } }, input) {
      const said = cleanMandate(input, (await scope.now()).slice(0, 10));
      const personId = persons.personId(input.email);
      await nameRepresentative(scope, personal, { organisationId, personId }, input.name);
      const mandateId = await addMandate(scope, { ...said, organisationId, personId });
      return Object.assign(new GrantMandateSuccess(), { mandateId });
    },
  };
}
