import { type GraphQLNamedType, type GraphQLSchema, isObjectType } from 'graphql';
import { ownTypes, schemaPlaces } from './rules/schema-places.js';

interface GlossaryWords {
  /** Type names as the glossary writes them. */
  readonly names: readonly string[];
  /** Words that the glossary replaces, lower case, each with what to write. */
  readonly avoided: ReadonlyMap<string, string>;
}

/**
 * One sentence for each name of the schema that the glossary writes otherwise.
 *
 * A row of the glossary is `| term | \`TypeName\` or empty | words not used, by commas | meaning |`.
 */
export function glossaryFaults(schema: GraphQLSchema, glossary: string): string[] {
  const { names, avoided } = glossaryWords(glossary);
  return schemaPlaces(schema).flatMap(({ kind, name, path }) => [
    ...(kind === 'type' ? spellingFaults(name, names) : []),
    ...wordsOf(name).flatMap((word) => avoidedFaults(path, word, avoided)),
  ]);
}

/** Types that no glossary has to name, because their names say what they are. */
const named = /(Connection|Edge|Success)$|^(PageInfo|Query|Mutation|Subscription)$/;

/** One sentence for each object type that the glossary leaves out, and for each type in it that the schema has not. */
export function glossaryGaps(schema: GraphQLSchema, glossary: string): string[] {
  const { names } = glossaryWords(glossary);
  const missing = ownTypes(schema).filter((type) => needsEntry(type) && !names.includes(type.name));
  const unknown = names.filter((name) => schema.getType(name) === undefined);
  return [
    ...missing.map(({ name }) => `${name} is missing in the glossary`),
    ...unknown.map((name) => `The glossary names ${name}, which the schema has not`),
  ];
}

function needsEntry(type: GraphQLNamedType): boolean {
  if (!isObjectType(type) || named.test(type.name)) return false;
  return type.getInterfaces().every(({ name }) => name !== 'Refusal');
}

function glossaryWords(glossary: string): GlossaryWords {
  const rows = [...glossary.matchAll(/^\|([^|]*)\|([^|]*)\|([^|]*)\|[^|]*\|$/gm)].slice(2);
  const cells = rows.map(([, term = '', name = '', avoid = '']) => ({ term: term.trim(), name, avoid }));
  return {
    names: cells.flatMap(({ name }) => [...name.matchAll(/`(\w+)`/g)].map((found) => found[1] ?? '')),
    avoided: new Map(cells.flatMap(({ term, avoid }) => listed(avoid).map((word) => [word, term] as const))),
  };
}

function listed(cell: string): string[] {
  const words = cell.split(',').map((word) => word.trim().toLowerCase());
  return words.filter((word) => word !== '');
}

function spellingFaults(name: string, names: readonly string[]): string[] {
  const meant = names.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return meant === undefined || meant === name ? [] : [`${name} is written ${meant} in the glossary`];
}

function avoidedFaults(path: string, word: string, avoided: ReadonlyMap<string, string>): string[] {
  const term = avoided.get(word) ?? avoided.get(word.replace(/s$/, ''));
  return term === undefined ? [] : [`${path} says "${word}" where the glossary says "${term}"`];
}

/** `registerOrganisationInput` and `IN_REVIEW` as lower-case words. */
function wordsOf(name: string): string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  return words.map((word) => word.toLowerCase());
}
