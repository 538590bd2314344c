import {
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLNamedType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { type HubGraph, keysOf } from './hub-graph.js';

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const roots = ['Query', 'Mutation', 'Subscription'];

/** Names that composition and GraphQL keep for themselves. */
const reserved = /^(__|join__|link__|core__|federation__)/;

/**
 * One sentence for each place where a guest's types take what belongs to the graph. It may add types, add root fields,
 * and add fields to entities by the key that they have; whatever hangs on what is not its own must be nullable, because
 * the guest can be down.
 */
export function typeFaults(graph: HubGraph, document: DocumentNode): string[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION)
      return rootNameFaults(definition.operationTypes ?? []);
    if (!('name' in definition) || definition.name === undefined) return [];
    const { value: name } = definition.name;
    if (reserved.test(name)) return [`${name} is a name that is kept for federation.`];
    const isObject =
      definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION;
    return isObject ? objectFaults(graph, definition) : [];
  });
}

function rootNameFaults(
  operations: readonly {
    readonly operation: string;
    readonly type: { readonly name: { readonly value: string } };
  }[],
): string[] {
  return operations
    .filter(({ operation, type }) => type.name.value.toLowerCase() !== operation)
    .map(({ operation, type }) => `The root of each ${operation} must not be called ${type.name.value}.`);
}

function objectFaults(graph: HubGraph, node: ObjectNode): string[] {
  const name = node.name.value;
  const known = graph.schema.getType(name);
  if (roots.includes(name)) return rootFaults(known, node);
  if (known === undefined) return [];
  if (!isObjectType(known)) return [`${name} is another kind of type in the hub.`];
  const keys = graph.keys.get(name) ?? [];
  return keys.length === 0 ? valueFaults(known, node) : entityFaults(known, keys, node);
}

function rootFaults(known: GraphQLNamedType | undefined, node: ObjectNode): string[] {
  const root = node.name.value;
  return (node.fields ?? []).flatMap((field) =>
    has(known, field) ? [`${root}.${field.name.value} belongs to the hub.`] : nullableFaults(root, field),
  );
}

function entityFaults(known: GraphQLNamedType, keys: readonly string[], node: ObjectNode): string[] {
  const { name } = known;
  const named = keysOf(node);
  const strange = named.filter((key) => !keys.includes(key));
  const fields = (node.fields ?? []).filter((field) => !keys.includes(field.name.value));
  return [
    ...(named.length === 0
      ? [`${name} is an entity: it must be declared with @key(fields: "${keys[0]}").`]
      : []),
    ...strange.map((key) => `${name} cannot be found by "${key}", only by "${keys[0]}".`),
    ...fields.flatMap((field) => addedFaults(known, field)),
  ];
}

function addedFaults(known: GraphQLNamedType, field: FieldDefinitionNode): string[] {
  if (!has(known, field)) return nullableFaults(known.name, field);
  if (isExternal(field)) return [];
  return [`${known.name}.${field.name.value} belongs to the hub; it may only be named as @external.`];
}

/** Types without a key may be shared, as they are: whether they are the same is for composition to say. */
function valueFaults(known: GraphQLNamedType, node: ObjectNode): string[] {
  const { name } = known;
  const added = (node.fields ?? []).filter((field) => !has(known, field));
  return [
    ...(keysOf(node).length > 0 ? [`${name} is no entity of the hub: it cannot have a @key.`] : []),
    ...added.map((field) => `${name} is no entity of the hub: it cannot have a field ${field.name.value}.`),
  ];
}

function nullableFaults(type: string, { name, type: { kind } }: FieldDefinitionNode): string[] {
  if (kind !== Kind.NON_NULL_TYPE) return [];
  return [`${type}.${name.value} must be nullable: it is null while the guest is down.`];
}

function has(type: GraphQLNamedType | undefined, { name }: FieldDefinitionNode): boolean {
  return isObjectType(type) && Object.hasOwn(type.getFields(), name.value);
}

function isExternal({ directives = [] }: FieldDefinitionNode): boolean {
  return directives.some(({ name }) => name.value.replace(/^federation__/, '') === 'external');
}
