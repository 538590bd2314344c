import { CountedConnectionOf, EdgeOf } from '@coalition-hub/subgraph';
import { ObjectType } from 'type-graphql';
import { Amendment } from './amendment.js';
import { Comment } from './comment.js';
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

@ObjectType({ description: 'An amendment and its place in a list.' })
export class AmendmentEdge extends EdgeOf(() => Amendment) {}

@ObjectType({ description: 'A page of amendments.' })
export class AmendmentConnection extends CountedConnectionOf(() => AmendmentEdge) {}

@ObjectType({ description: 'A comment and its place in a list.' })
export class CommentEdge extends EdgeOf(() => Comment) {}

@ObjectType({ description: 'A page of comments.' })
export class CommentConnection extends CountedConnectionOf(() => CommentEdge) {}
