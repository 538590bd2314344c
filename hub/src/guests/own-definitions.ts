import { type DefinitionNode, type DocumentNode, Kind } from 'graphql';

/** What libraries print beside a subgraph's own schema: federation's scalars, types and directives. */
const printed = /^(link__(Import|Purpose)|federation__\w+|_Any|_Entity|_Service)$/;

const asked = new Set(['_service', '_entities']);

/** A guest's schema without what its library added to it; composition adds the same itself. */
export function ownDefinitions(document: DocumentNode): DocumentNode {
  return { ...document, definitions: document.definitions.flatMap(ownDefinition) };
}

function ownDefinition(definition: DefinitionNode): DefinitionNode[] {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return [];
  if (!('name' in definition) || definition.name === undefined) return [definition];
  if (printed.test(definition.name.value)) return [];
  const { kind } = definition;
  const isObject = kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION;
  if (!isObject || definition.name.value !== 'Query') return [definition];
  const fields = definition.fields?.filter(({ name }) => !asked.has(name.value)) ?? [];
  return fields.length === 0 ? [] : [{ ...definition, fields }];
}
