import { anyone, buildSchema, type References } from '@coalition-hub/subgraph';
import type { Context } from './context.js';
import { isInBrief } from './loaders/organisations-in-brief.js';
import * as accessSuccessResolvers from './resolvers/access-success-resolvers.js';
import { ClaimResolver } from './resolvers/claim-resolver.js';
import { CoalitionInvitationResolver } from './resolvers/coalition-invitation-resolver.js';
import { CoalitionLifeResolver } from './resolvers/coalition-life-resolver.js';
import * as coalitionLifeSuccessResolvers from './resolvers/coalition-life-success-resolvers.js';
import { CoalitionResolver } from './resolvers/coalition-resolver.js';
import { CoalitionUpdateResolver } from './resolvers/coalition-update-resolver.js';
import { DuplicatesResolver } from './resolvers/duplicates-resolver.js';
import { MandateResolver } from './resolvers/mandate-resolver.js';
import { MembershipResolver } from './resolvers/membership-resolver.js';
import * as namesSuccessResolvers from './resolvers/names-success-resolvers.js';
import { AuditEntryResolver, OrganisationAccessResolver } from './resolvers/organisation-access-resolver.js';
import { OrganisationNamesResolver } from './resolvers/organisation-names-resolver.js';
import { OrganisationResolver } from './resolvers/organisation-resolver.js';
import { RoleResolver } from './resolvers/role-resolver.js';
import { RoleTermResolver } from './resolvers/role-term-resolver.js';
import {
  SimilarOrganisationResolver,
  SimilarOrganisationsResolver,
} from './resolvers/similar-organisation-resolver.js';
import * as successResolvers from './resolvers/success-resolvers.js';
import { ViewerInvitationsResolver } from './resolvers/viewer-invitations-resolver.js';
import { ViewerResolver } from './resolvers/viewer-resolver.js';
import { WorkingGroupMembershipResolver } from './resolvers/working-group-membership-resolver.js';
import { WorkingGroupResolver } from './resolvers/working-group-resolver.js';

const references: References = {
  Organisation: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.organisationsById.load(String(id)),
    loadAll: (representations, { loaders }: Context, selected) =>
      (isInBrief(selected) ? loaders.organisationsInBrief : loaders.organisationsById).loadMany(
        representations.map(({ id }) => String(id)),
      ),
  },
  Coalition: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.coalitionsById.load(String(id)),
  },
};

export const schema = buildSchema({
  resolvers: [
    OrganisationResolver,
    OrganisationNamesResolver,
    SimilarOrganisationsResolver,
    SimilarOrganisationResolver,
    DuplicatesResolver,
    CoalitionResolver,
    MembershipResolver,
    RoleResolver,
    MandateResolver,
    ClaimResolver,
    AuditEntryResolver,
    OrganisationAccessResolver,
    ViewerResolver,
    CoalitionLifeResolver,
    CoalitionInvitationResolver,
    CoalitionUpdateResolver,
    RoleTermResolver,
    WorkingGroupResolver,
    WorkingGroupMembershipResolver,
    ViewerInvitationsResolver,
    ...Object.values(successResolvers),
    ...Object.values(accessSuccessResolvers),
    ...Object.values(namesSuccessResolvers),
    ...Object.values(coalitionLifeSuccessResolvers),
  ],
  references,
});
