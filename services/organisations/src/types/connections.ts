import { CountedConnectionOf, EdgeOf } from '@coalition-hub/subgraph';
import { ObjectType } from 'type-graphql';
import { Coalition } from './coalition.js';
import { Membership } from './membership.js';
import { Organisation } from './organisation.js';

@ObjectType({ description: 'An organisation and its place in a list.' })
export class OrganisationEdge extends EdgeOf(() => Organisation) {}

@ObjectType({ description: 'A page of organisations.' })
export class OrganisationConnection extends CountedConnectionOf(() => OrganisationEdge) {}

@ObjectType({ description: 'A coalition and its place in a list.' })
export class CoalitionEdge extends EdgeOf(() => Coalition) {}

@ObjectType({ description: 'A page of coalitions.' })
export class CoalitionConnection extends CountedConnectionOf(() => CoalitionEdge) {}

@ObjectType({ description: 'A membership and its place in a list.' })
export class MembershipEdge extends EdgeOf(() => Membership) {}

@ObjectType({ description: 'A page of memberships.' })
export class MembershipConnection extends CountedConnectionOf(() => MembershipEdge) {}
