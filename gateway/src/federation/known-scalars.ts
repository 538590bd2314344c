import { type GraphQLScalarType, type GraphQLSchema, isScalarType } from 'graphql';

/**
 * Gives scalars of a schema that was read from text the rules for what clients may send. Without them a wrong value is
 * found by the subgraph that it is for, when other fields of a mutation may have been executed already.
 * @param scalars whose values travel as they were parsed: parsing one again gives the same
 */
export function knowScalars(schema: GraphQLSchema, scalars: readonly GraphQLScalarType[]): void {
  for (const { name, parseValue, parseLiteral } of scalars) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, { parseValue, parseLiteral });
  }
}
