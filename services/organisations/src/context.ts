import {
  type CursorSealer,
  PageLoader,
  type PersonalSealer,
  type PersonHasher,
  type Reads,
  type RequestContext,
  type Rights,
  type Tools,
} from '@coalition-hub/subgraph';
import type { Tables } from './entities/tables.js';
import type { CoalitionFeed } from './feed/coalition-feed.js';
import { auditByOrganisation } from './loaders/audit-by-organisation.js';
import { claimsById } from './loaders/claims.js';
import { coalitionsById } from './loaders/coalitions-by-id.js';
import { invitationsByCoalition } from './loaders/invitations-by-coalition.js';
import { invitationsById } from './loaders/invitations-by-id.js';
import { mandatesById } from './loaders/mandates.js';
import { mandatesByOrganisation } from './loaders/mandates-by-organisation.js';
import { membersByCoalition } from './loaders/members-by-coalition.js';
import { membershipsById } from './loaders/memberships-by-id.js';
import { membershipsByOrganisation } from './loaders/memberships-by-organisation.js';
import { organisationsById } from './loaders/organisations-by-id.js';
import { organisationsInBrief } from './loaders/organisations-in-brief.js';
import {
  chaptersOf,
  constituentsOf,
  networksOf,
  relatedOrganisations,
} from './loaders/related-organisations.js';
import { roleTermsByCoalition, roleTermsById, roleTermsOnDay } from './loaders/role-terms.js';
import { rolesById } from './loaders/roles.js';
import { similarByOrganisation } from './loaders/similar-organisations.js';
import {
  chairsOnDay,
  membersByWorkingGroup,
  workingGroupMembershipsById,
} from './loaders/working-group-memberships.js';
import { workingGroupsById, workingGroupsOnDay } from './loaders/working-groups.js';

export interface OrganisationsTools extends Tools {
  readonly persons: PersonHasher;
  readonly personal: PersonalSealer;
  /** What happens to coalitions, live. */
  readonly coalitionFeed: CoalitionFeed;
}

export type Context = RequestContext<Tables, Loaders, OrganisationsTools>;

interface ReadAccess {
  readonly reads: Reads<Tables>;
  readonly sealer: CursorSealer;
  readonly tools: OrganisationsTools;
  rights(): Promise<Rights>;
}

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(access: ReadAccess) {
  const { reads, sealer, tools } = access;
  const rights = () => access.rights();
  return {
    organisationsById: organisationsById(reads),
    organisationsInBrief: organisationsInBrief(reads),
    chaptersByParent: new PageLoader(relatedOrganisations(reads, chaptersOf), sealer),
    constituentsByNetwork: new PageLoader(relatedOrganisations(reads, constituentsOf), sealer),
    networksByConstituent: new PageLoader(relatedOrganisations(reads, networksOf), sealer),
    similarByOrganisation: similarByOrganisation(reads),
    coalitionsById: coalitionsById(reads),
    membershipsById: membershipsById(reads),
    mandatesById: mandatesById(reads, rights),
    mandatesByOrganisation: new PageLoader(mandatesByOrganisation(reads, rights), sealer),
    claimsById: claimsById(reads, rights),
    auditByOrganisation: new PageLoader(auditByOrganisation(reads, tools.personal), sealer),
    rolesById: rolesById(reads),
    membersByCoalition: new PageLoader(membersByCoalition(reads), sealer),
    membershipsByOrganisation: new PageLoader(membershipsByOrganisation(reads), sealer),
    roleTermsById: roleTermsById(reads),
    roleTermsOnDay: roleTermsOnDay(reads),
    roleTermsByCoalition: new PageLoader(roleTermsByCoalition(reads), sealer),
    workingGroupsById: workingGroupsById(reads),
    workingGroupsOnDay: workingGroupsOnDay(reads),
    workingGroupMembershipsById: workingGroupMembershipsById(reads),
    chairsOnDay: chairsOnDay(reads),
    membersByWorkingGroup: new PageLoader(membersByWorkingGroup(reads), sealer),
    invitationsById: invitationsById(reads, rights),
    invitationsByCoalition: new PageLoader(invitationsByCoalition(reads, rights), sealer),
  };
}
