import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { buildASTSchema, type GraphQLSchema, lexicographicSortSchema, parse, printSchema } from 'graphql';

/** What clients see of a supergraph: no join or link machinery, nothing `@inaccessible`. */
export function publicSchema(supergraphSdl: string): GraphQLSchema {
  return buildASTSchema(transformSupergraphToPublicSchema(parse(supergraphSdl)));
}

/** The public schema as SDL, everything in it sorted by name. */
export function printPublicSchema(supergraphSdl: string): string {
  return `${printSchema(lexicographicSortSchema(publicSchema(supergraphSdl)))}\n`;
}
