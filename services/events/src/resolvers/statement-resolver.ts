import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Delivery } from '../types/delivery.js';
import { Statement } from '../types/statement.js';

@Resolver(() => Statement)
export class StatementResolver {
  @FieldResolver(() => [Delivery], { description: 'Where it was made, oldest first.' })
  deliveries(@Root() { id }: Statement, @Ctx() { loaders }: Context) {
    return loaders.deliveriesByStatement.load(id);
  }
}
