import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { ownTypes } from './schema-places.js';

type Field = GraphQLField<unknown, unknown>;

/**
 * Pages follow the GraphQL Cursor Connections Specification (https://relay.dev/graphql/connections.htm): the shape of
 * `…Connection`, `…Edge` and `PageInfo`, and `first` and `after` on each field that answers with a connection.
 */
export function connectionFaults(schema: GraphQLSchema): string[] {
  return ownTypes(schema).flatMap((type) => [...shapeFaults(type), ...argumentFaults(type)]);
}

function shapeFaults(type: GraphQLNamedType): string[] {
  if (type.name === 'PageInfo') return pageInfoFaults(type);
  if (type.name.endsWith('Connection')) return connectionShapeFaults(type);
  return type.name.endsWith('Edge') ? edgeFaults(type) : [];
}

function connectionShapeFaults(type: GraphQLNamedType): string[] {
  const edges = fieldsOf(type)['edges'];
  const edge = type.name.replace(/Connection$/, 'Edge');
  const listed = edges && isListType(getNullableType(edges.type)) && getNamedType(edges.type).name === edge;
  return [
    ...(listed ? [] : [`${type.name}.edges is not a list of ${edge}`]),
    ...typeFaults(type, { pageInfo: 'PageInfo!' }),
  ];
}

function edgeFaults(type: GraphQLNamedType): string[] {
  const node = fieldsOf(type)['node'];
  const single = node && !isListType(getNullableType(node.type));
  return [
    ...(single ? [] : [`${type.name}.node is not one object`]),
    ...typeFaults(type, { cursor: 'String!' }),
  ];
}

function pageInfoFaults(type: GraphQLNamedType): string[] {
  return typeFaults(type, {
    hasNextPage: 'Boolean!',
    hasPreviousPage: 'Boolean!',
    startCursor: 'String',
    endCursor: 'String',
  });
}

function typeFaults(type: GraphQLNamedType, expected: Record<string, string>): string[] {
  return Object.entries(expected)
    .filter(([name, written]) => String(fieldsOf(type)[name]?.type) !== written)
    .map(([name, written]) => `${type.name}.${name} is not ${written}`);
}

function argumentFaults(type: GraphQLNamedType): string[] {
  return Object.values(fieldsOf(type))
    .filter((field) => getNamedType(field.type).name.endsWith('Connection') && !isPaged(field))
    .map(({ name }) => `${type.name}.${name} does not take first: Int and after: String`);
}

function isPaged({ args }: Field): boolean {
  const typeOf = (name: string) => String(args.find((arg) => arg.name === name)?.type);
  return typeOf('first') === 'Int' && typeOf('after') === 'String';
}

function fieldsOf(type: GraphQLNamedType): Record<string, Field> {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}
