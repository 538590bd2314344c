import { CountedConnectionOf, EdgeOf } from '@coalition-hub/subgraph';
import { ObjectType } from 'type-graphql';
import { Revision } from './revision.js';
import { Statement } from './statement.js';

@ObjectType({ description: 'A statement and its place in a list.' })
export class StatementEdge extends EdgeOf(() => Statement) {}

@ObjectType({ description: 'A page of statements.' })
export class StatementConnection extends CountedConnectionOf(() => StatementEdge) {}

@ObjectType({ description: 'A revision and its place in a list.' })
export class RevisionEdge extends EdgeOf(() => Revision) {}

@ObjectType({ description: 'A page of revisions.' })
export class RevisionConnection extends CountedConnectionOf(() => RevisionEdge) {}
