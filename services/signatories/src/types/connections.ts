import { CountedConnectionOf, EdgeOf } from '@coalition-hub/subgraph';
import { ObjectType } from 'type-graphql';
import { Signature } from './signature.js';

@ObjectType({ description: 'A signature and its place in a list.' })
export class SignatureEdge extends EdgeOf(() => Signature) {}

@ObjectType({ description: 'A page of signatures.' })
export class SignatureConnection extends CountedConnectionOf(() => SignatureEdge) {}
