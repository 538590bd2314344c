import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AdmitMemberSuccess } from '../commands/admit-member.js';
import { CreateCoalitionSuccess } from '../commands/create-coalition.js';
import { EndMembershipSuccess } from '../commands/end-membership.js';
import { GrantMandateSuccess } from '../commands/grant-mandate.js';
import { GrantRoleSuccess } from '../commands/grant-role.js';
import { RegisterOrganisationSuccess } from '../commands/register-organisation.js';
import { RevokeMandateSuccess } from '../commands/revoke-mandate.js';
import { RevokeRoleSuccess } from '../commands/revoke-role.js';
import type { Context } from '../context.js';
import { mandateShown } from '../loaders/mandate-shown.js';
import { Coalition } from '../types/coalition.js';
import { Mandate } from '../types/mandate.js';
import { Membership } from '../types/membership.js';
import { Organisation } from '../types/organisation.js';
import { RoleGrant } from '../types/viewer.js';

@Resolver(() => RegisterOrganisationSuccess)
export class RegisterOrganisationSuccessResolver {
  @FieldResolver(() => Organisation, { description: 'The organisation.' })
  organisation(@Root() { organisationId }: RegisterOrganisationSuccess, @Ctx() { loaders }: Context) {
    return loaders.organisationsById.load(organisationId);
  }
}

@Resolver(() => CreateCoalitionSuccess)
export class CreateCoalitionSuccessResolver {
  @FieldResolver(() => Coalition, { description: 'The coalition.' })
  coalition(@Root() { coalitionId }: CreateCoalitionSuccess, @Ctx() { loaders }: Context) {
    return loaders.coalitionsById.load(coalitionId);
  }
}

@Resolver(() => AdmitMemberSuccess)
export class AdmitMemberSuccessResolver {
  @FieldResolver(() => Membership, { description: 'The membership.' })
  membership(@Root() { membershipId }: AdmitMemberSuccess, @Ctx() { loaders }: Context) {
    return loaders.membershipsById.load(membershipId);
  }
}

@Resolver(() => EndMembershipSuccess)
export class EndMembershipSuccessResolver {
  @FieldResolver(() => Membership, { description: 'The membership.' })
  membership(@Root() { membershipId }: EndMembershipSuccess, @Ctx() { loaders }: Context) {
    return loaders.membershipsById.load(membershipId);
  }
}

@Resolver(() => GrantRoleSuccess)
export class GrantRoleSuccessResolver {
  @FieldResolver(() => RoleGrant, { description: 'The role.' })
  role(@Root() { roleId }: GrantRoleSuccess, @Ctx() { loaders }: Context) {
    return loaders.rolesById.load(roleId);
  }
}

@Resolver(() => RevokeRoleSuccess)
export class RevokeRoleSuccessResolver {
  @FieldResolver(() => RoleGrant, { description: 'The role that was taken away.' })
  role(@Root() { roleId }: RevokeRoleSuccess, @Ctx() { loaders }: Context) {
    return loaders.rolesById.load(roleId);
  }
}

@Resolver(() => GrantMandateSuccess)
export class GrantMandateSuccessResolver {
  @FieldResolver(() => Mandate, { description: 'The mandate.' })
  mandate(@Root() { mandateId }: GrantMandateSuccess, @Ctx() { loaders }: Context) {
    return mandateShown(loaders, mandateId);
  }
}

@Resolver(() => RevokeMandateSuccess)
export class RevokeMandateSuccessResolver {
  @FieldResolver(() => Mandate, { description: 'The mandate that was taken away.' })
  mandate(@Root() { mandateId }: RevokeMandateSuccess, @Ctx() { loaders }: Context) {
    return mandateShown(loaders, mandateId);
  }
}
