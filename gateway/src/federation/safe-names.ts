import {
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  Kind,
  type NameNode,
  type ObjectValueNode,
  parse,
  print,
  type StringValueNode,
  visit,
} from 'graphql';
import { locatedAt } from './locate-error.js';

/** Response names of one operation while its plan runs. */
export interface SafeNames {
  /** The name under which a field's value is fetched. */
  of(field: FieldNode): string;
  /** The same error, its place told in the client's names. */
  restore(error: GraphQLError): GraphQLError;
}

/**
 * A client may give one name to several things: to a field of another name than the one that a plan adds by itself
 * (keys, types, what `@requires` names), or to one field with different arguments on the types of a union. The planner
 * takes such operations for contradictory; it refuses some and brings the process down over others. So a name that
 * is not a field's own and means more than one thing is replaced until the answer is built.
 *
 * @param supergraph whose directives say what plans may add
 */
export function createSafeNames(supergraph: DocumentNode): (operation: DocumentNode) => SafeNames {
  const taken = addedByPlans(supergraph);
  return (operation) => {
    const meanings = meaningsIn(operation);
    return {
      of(field) {
        const response = responseNameOf(field);
        const meaning = meaningOf(field);
        if (meaning === response) return response;
        const all = meanings.get(response) ?? [meaning];
        const plain = all.length === 1 && !taken.has(response) && !ours.test(response);
        return plain ? response : `_as_${all.indexOf(meaning)}_${response}`;
      },
      restore: (error) => (error.path?.some(isOurs) ? locatedAt(error, error.path.map(original)) : error),
    };
  };
}

const ours = /^_as_\d+_/;

function isOurs(segment: string | number): boolean {
  return typeof segment === 'string' && ours.test(segment);
}

function original(segment: string | number): string | number {
  return typeof segment === 'string' ? segment.replace(ours, '') : segment;
}

function responseNameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** The field with its arguments, in whatever order they and the fields in them were given. */
function meaningOf({ name, arguments: given = [] }: FieldNode): string {
  return [
    name.value,
    ...byName(given).map((argument) => print(visit(argument, { ObjectValue: inOrder }))),
  ].join(' ');
}

function inOrder(node: ObjectValueNode): ObjectValueNode {
  return { ...node, fields: byName(node.fields) };
}

function byName<Named extends { readonly name: NameNode }>(nodes: readonly Named[]): Named[] {
  return nodes.toSorted((one, other) => (one.name.value < other.name.value ? -1 : 1));
}

/** What each response name means in an operation, wherever it stands. */
function meaningsIn(operation: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const meanings = new Map<string, string[]>();
  visit(operation, {
    Field(field) {
      const response = responseNameOf(field);
      const meaning = meaningOf(field);
      const known = meanings.get(response);
      if (!known) meanings.set(response, [meaning]);
      else if (!known.includes(meaning)) known.push(meaning);
    },
  });
  return meanings;
}

/** https://specs.apollo.dev/join/v0.3: `key`, `requires` and `provides` are selections. */
const selections = new Set(['key', 'requires', 'provides']);

function addedByPlans(supergraph: DocumentNode): ReadonlySet<string> {
  const names = new Set(['__typename']);
  visit(supergraph, {
    Directive({ name, arguments: given = [] }) {
      if (!name.value.startsWith('join__')) return;
      for (const { name: argument, value } of given) {
        if (!selections.has(argument.value) || value.kind !== Kind.STRING) continue;
        for (const field of fieldsIn(value)) names.add(field);
      }
    },
  });
  return names;
}

function fieldsIn({ value }: StringValueNode): string[] {
  const names: string[] = [];
  visit(parse(`{ ${value} }`, { noLocation: true }), {
    Field({ name }) {
      names.push(name.value);
    },
  });
  return names;
}
