import { type Page, PageArgs } from '@coalition-hub/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { SignatureConnection } from '../types/connections.js';
import { Organisation } from '../types/organisation.js';

@Resolver(() => Organisation)
export class OrganisationResolver {
  @FieldResolver(() => SignatureConnection, { description: 'What it signed publicly, newest day first.' })
  signatures(
    @Root() { id }: Organisation,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.signaturesByOrganisation.page(id, args, null);
  }
}
