import { type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { Deferred } from '../schema/deferred.js';

@ObjectType({ description: 'Where a page stands in its list.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether something was skipped with "after".' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge, null for an empty page.' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge, null for an empty page.' })
  readonly endCursor!: string | null;
}

/** Base class of a list's edge: `class SignatureEdge extends EdgeOf(() => Signature) {}`. */
export function EdgeOf(node: () => ClassType) {
  @ObjectType({ description: 'An entry of a list and its place.' })
  abstract class Edge {
    @Field(node, { description: 'The entry.' })
    readonly node!: unknown;

    @Field(() => String, { description: 'The place of this entry, to go on from with "after".' })
    readonly cursor!: string;
  }
  return Edge;
}

/** Base class of a list without a count: `class EventConnection extends ConnectionOf(() => EventEdge) {}`. */
export function ConnectionOf(edge: () => ClassType) {
  @ObjectType({ description: 'A page of a list.' })
  abstract class Connection {
    @Field(() => [edge()], { description: 'The entries of this page, in order.' })
    readonly edges!: readonly unknown[];

    @Field(() => PageInfo, { description: 'Where this page stands in the list.' })
    readonly pageInfo!: PageInfo;
  }
  return Connection;
}

/** Base class of a list that can say how long it is. */
export function CountedConnectionOf(edge: () => ClassType) {
  @ObjectType({ description: 'A page of a list, and how long the list is.' })
  abstract class CountedConnection extends ConnectionOf(edge) {
    @Field(() => Int, { description: 'How many entries the whole list has.' })
    @Deferred()
    readonly totalCount!: Promise<number>;
  }
  return CountedConnection;
}
