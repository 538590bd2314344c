import { Policy, signedIn } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { GrantMandateInput, grantMandate } from '../commands/grant-mandate.js';
import { RevokeMandateInput, revokeMandate } from '../commands/revoke-mandate.js';
import type { Context } from '../context.js';
import { Mandate } from '../types/mandate.js';
import { Organisation } from '../types/organisation.js';
import { GrantMandateResult, RevokeMandateResult } from '../types/results.js';

@Resolver(() => Mandate)
export class MandateResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation it is for.' })
  organisation(@Root() { organisationId }: Mandate, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }

  @Mutation(() => GrantMandateResult, {
    description: 'Records that a person may act for an organisation. Administrators only.',
  })
  @Policy(signedIn)
  grantMandate(
    @Arg('input', () => GrantMandateInput, { description: 'Who may do what for whom.' })
    input: GrantMandateInput,
    @Ctx() context: Context,
  ) {
    return context.run(grantMandate(context.tools.persons), input);
  }

  @Mutation(() => RevokeMandateResult, { description: 'Takes a mandate away. Administrators only.' })
  @Policy(signedIn)
  revokeMandate(
    @Arg('input', () => RevokeMandateInput, { description: 'Which one.' }) input: RevokeMandateInput,
    @Ctx() context: Context,
  ) {
    return context.run(revokeMandate, input);
  }
}
