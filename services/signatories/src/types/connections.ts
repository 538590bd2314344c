import { CountedConnectionOf, EdgeOf } from '@coalition-hub/subgraph';
import { ObjectType } from 'type-graphql';
import { Signature } from './signature.js';
import { SigningInvitation } from './signing-invitation.js';

@ObjectType({ description: 'A signature and its place in a list.' })
export class SignatureEdge extends EdgeOf(() => Signature) {}

@ObjectType({ description: 'A page of signatures.' })
export class SignatureConnection extends CountedConnectionOf(() => SignatureEdge) {}

@ObjectType({ description: 'An invitation to sign and its place in a list.' })
export class SigningInvitationEdge extends EdgeOf(() => SigningInvitation) {}

@ObjectType({ description: 'A page of invitations to sign.' })
export class SigningInvitationConnection extends CountedConnectionOf(() => SigningInvitationEdge) {}
