import { anyone, Policy } from '@coalition-hub/subgraph';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { mandatesOfPerson } from '../loaders/mandates.js';
import { rolesOfPerson } from '../loaders/roles.js';
import { Mandate } from '../types/mandate.js';
import { RoleGrant, Viewer } from '../types/viewer.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true, description: 'Whoever asks; null when signed out.' })
  @Policy(anyone)
  viewer(@Ctx() { viewer }: Context) {
    return viewer && { id: viewer.personId };
  }

  @FieldResolver(() => [RoleGrant], { description: 'Roles the viewer holds.' })
  roles(@Root() { id }: Viewer, @Ctx() { reads }: Context) {
    return rolesOfPerson(reads, id);
  }

  @FieldResolver(() => [Mandate], { description: 'Mandates the viewer holds.' })
  mandates(@Root() { id }: Viewer, @Ctx() { reads }: Context) {
    return mandatesOfPerson(reads, id);
  }
}
