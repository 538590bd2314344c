import type { GraphQLSchema } from 'graphql';
import { type SchemaPlace, schemaPlaces } from './schema-places.js';

const SPELLING: Record<SchemaPlace['kind'], { pattern: RegExp; name: string }> = {
  type: { pattern: /^[A-Z][A-Za-z0-9]*$/, name: 'PascalCase' },
  field: { pattern: /^[a-z][A-Za-z0-9]*$/, name: 'camelCase' },
  argument: { pattern: /^[a-z][A-Za-z0-9]*$/, name: 'camelCase' },
  value: { pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, name: 'CAPITALS' },
};

/** Types in PascalCase, fields and arguments in camelCase, enum values in CAPITALS. */
export function nameFaults(schema: GraphQLSchema): string[] {
  return schemaPlaces(schema)
    .filter(({ kind, name }) => !SPELLING[kind].pattern.test(name))
    .map(({ kind, path }) => `${path} is not written in ${SPELLING[kind].name}`);
}
