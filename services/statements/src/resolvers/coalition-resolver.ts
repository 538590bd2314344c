import { type Page, PageArgs } from '@coalition-hub/subgraph';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Coalition } from '../types/coalition.js';
import { StatementConnection } from '../types/connections.js';

@Resolver(() => Coalition)
export class CoalitionResolver {
  @FieldResolver(() => StatementConnection, {
    description: 'Its statements that are open to the viewer, newest first.',
  })
  statements(
    @Root() { id }: Coalition,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: Context,
  ): Promise<Page<unknown, unknown>> {
    return loaders.statementsByCoalition.page(id, args, null);
  }
}
