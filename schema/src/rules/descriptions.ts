import type { GraphQLSchema } from 'graphql';
import { schemaPlaces } from './schema-places.js';

/** Everything that clients see says what it is; the root types are exempt, their names are GraphQL's own. */
export function descriptionFaults(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const exempt = new Set(roots.map((type) => type?.name));
  return schemaPlaces(schema)
    .filter(({ path, description }) => !description?.trim() && !exempt.has(path))
    .map(({ path }) => `${path} has no description`);
}
