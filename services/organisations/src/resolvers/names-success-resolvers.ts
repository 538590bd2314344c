import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { MergeOrganisationsSuccess } from '../commands/merge-organisations.js';
import { TellApartSuccess } from '../commands/tell-apart.js';
import { UpdateOrganisationSuccess } from '../commands/update-organisation.js';
import type { Context } from '../context.js';
import { Organisation } from '../types/organisation.js';

@Resolver(() => UpdateOrganisationSuccess)
export class UpdateOrganisationSuccessResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation.' })
  organisation(@Root() { organisationId }: UpdateOrganisationSuccess, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }
}

@Resolver(() => MergeOrganisationsSuccess)
export class MergeOrganisationsSuccessResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation that stays.' })
  organisation(@Root() { organisationId }: MergeOrganisationsSuccess, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }
}

@Resolver(() => TellApartSuccess)
export class TellApartSuccessResolver {
  @FieldResolver(() => [Organisation], { description: 'The organisations.' })
  organisations(@Root() { organisationIds }: TellApartSuccess, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.loadMany(organisationIds);
  }
}
