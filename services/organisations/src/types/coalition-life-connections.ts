import { CountedConnectionOf, EdgeOf } from '@coalition-hub/subgraph';
import { ObjectType } from 'type-graphql';
import { CoalitionInvitation } from './coalition-invitation.js';
import { CoalitionRoleTerm } from './role-term.js';
import { WorkingGroupMembership } from './working-group.js';

@ObjectType({ description: 'A term in a role and its place in a list.' })
export class CoalitionRoleTermEdge extends EdgeOf(() => CoalitionRoleTerm) {}

@ObjectType({ description: 'A page of terms in roles.' })
export class CoalitionRoleTermConnection extends CountedConnectionOf(() => CoalitionRoleTermEdge) {}

@ObjectType({ description: 'A membership of a working group and its place in a list.' })
export class WorkingGroupMembershipEdge extends EdgeOf(() => WorkingGroupMembership) {}

@ObjectType({ description: 'A page of memberships of a working group.' })
export class WorkingGroupMembershipConnection extends CountedConnectionOf(() => WorkingGroupMembershipEdge) {}

@ObjectType({ description: 'An invitation and its place in a list.' })
export class CoalitionInvitationEdge extends EdgeOf(() => CoalitionInvitation) {}

@ObjectType({ description: 'A page of invitations.' })
export class CoalitionInvitationConnection extends CountedConnectionOf(() => CoalitionInvitationEdge) {}
