import { anyone, Policy } from '@coalition-hub/subgraph';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { claimsOfPerson } from '../loaders/claims.js';
import { mandatesOfPerson, offersOfPerson } from '../loaders/mandates.js';
import { rolesOfPerson } from '../loaders/roles.js';
import { OrganisationClaim } from '../types/claim.js';
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

  @FieldResolver(() => [Mandate], { description: 'Mandates the viewer holds today.' })
  mandates(@Root() { id }: Viewer, @Ctx() { reads }: Context) {
    return mandatesOfPerson(reads, id);
  }

  @FieldResolver(() => [Mandate], {
    description: 'Mandates that were offered to the viewer and wait for an answer.',
  })
  mandateOffers(@Root() { id }: Viewer, @Ctx() { reads }: Context) {
    return offersOfPerson(reads, id);
  }

  @FieldResolver(() => [OrganisationClaim], {
    description:
      'Claims that are the viewer’s to confirm, and the viewer’s own requests, newest first; 200 at most.',
  })
  claims(@Root() { id }: Viewer, @Ctx() { reads }: Context) {
    return claimsOfPerson(reads, id);
  }
}
