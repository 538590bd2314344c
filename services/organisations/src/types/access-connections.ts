import { CountedConnectionOf, EdgeOf } from '@coalition-hub/subgraph';
import { ObjectType } from 'type-graphql';
import { OrganisationClaim } from './claim.js';
import { Mandate } from './mandate.js';

@ObjectType({ description: 'A mandate and its place in a list.' })
export class MandateEdge extends EdgeOf(() => Mandate) {}

@ObjectType({ description: 'A page of mandates.' })
export class MandateConnection extends CountedConnectionOf(() => MandateEdge) {}

@ObjectType({ description: 'A claim and its place in a list.' })
export class OrganisationClaimEdge extends EdgeOf(() => OrganisationClaim) {}

@ObjectType({ description: 'A page of claims.' })
export class OrganisationClaimConnection extends CountedConnectionOf(() => OrganisationClaimEdge) {}
