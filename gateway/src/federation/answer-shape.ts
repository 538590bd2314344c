import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { ParsedOperation } from '../prepare-operation.js';
import { type Data, isData } from './query-plan.js';

/**
 * Builds one place of the answer from what the subgraphs said: what was asked for in the order in which it was asked,
 * and nothing that only the plan needed. `null` also for a null inside that is not allowed there (GraphQL
 * specification, "Handling Execution Errors").
 */
export type BuildValue = (value: unknown) => unknown;

interface AnswerField {
  readonly name: string;
  readonly nonNull: boolean;
  readonly build: BuildValue;
}

/**
 * The shape of an operation's answer. Types that can stand in one place are told apart by `__typename`, which plans
 * ask for wherever it is not plain.
 *
 * @param schema as clients see it: what is not in it is not in the answer
 * @param conditions values of the variables in `@skip` and `@include`, which decide what is asked for
 */
export function answerShape(
  schema: GraphQLSchema,
  { document, definition, type }: ParsedOperation,
  conditions: Data,
): BuildValue {
  const fragments = fragmentsOf(document.definitions);
  const root = schema.getRootType(type);
  if (!root) throw new Error(`validation let a ${type} through`);
  const collected = collectFields(schema, fragments, conditions, root, definition.selectionSet);
  return objectOf(fieldsOf(root, collected));

  function fieldsOf(
    parent: GraphQLObjectType,
    nodesByName: ReadonlyMap<string, readonly FieldNode[]>,
  ): AnswerField[] {
    return [...nodesByName].map(([name, nodes]) => fieldOf(parent, name, nodes));
  }

  function fieldOf(parent: GraphQLObjectType, name: string, nodes: readonly FieldNode[]): AnswerField {
    const field = parent.getFields()[nodes[0]?.name.value ?? ''];
    if (!field) return { name, nonNull: true, build: () => parent.name };
    return { name, nonNull: isNonNullType(field.type), build: buildOf(field.type, nodes) };
  }

  function buildOf(declared: GraphQLOutputType, nodes: readonly FieldNode[]): BuildValue {
    if (isNonNullType(declared)) return buildOf(declared.ofType, nodes);
    if (isListType(declared)) {
      return listOf(buildOf(declared.ofType, nodes), isNonNullType(declared.ofType));
    }
    if (isEnumType(declared)) return enumOf(new Set(declared.getValues().map(({ name }) => name)));
    if (isLeafType(declared)) return (value) => value ?? null;
    return isObjectType(declared) ? oneTypeOf(declared, nodes) : someTypeOf(nodes);
  }

  function subfieldsOf(objectType: GraphQLObjectType, nodes: readonly FieldNode[]): AnswerField[] {
    return fieldsOf(objectType, collectSubfields(schema, fragments, conditions, objectType, nodes));
  }

  function oneTypeOf(objectType: GraphQLObjectType, nodes: readonly FieldNode[]): BuildValue {
    return objectOf(subfieldsOf(objectType, nodes));
  }

  function someTypeOf(nodes: readonly FieldNode[]): BuildValue {
    const builders = new Map<string, BuildValue>();
    const builderFor = (typename: string): BuildValue => {
      const objectType = schema.getType(typename);
      return isObjectType(objectType) ? oneTypeOf(objectType, nodes) : () => null;
    };
    return (value) => {
      const typename = isData(value) ? value['__typename'] : undefined;
      if (typeof typename !== 'string') return null;
      const build = builders.get(typename) ?? builderFor(typename);
      builders.set(typename, build);
      return build(value);
    };
  }
}

function fragmentsOf(definitions: ParsedOperation['document']['definitions']) {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  }
  return fragments;
}

function objectOf(fields: readonly AnswerField[]): BuildValue {
  return (value) => {
    if (!isData(value)) return null;
    const built: Data = {};
    for (const { name, nonNull, build } of fields) {
      const part = build(value[name]);
      if (part === null && nonNull) return null;
      built[name] = part;
    }
    return built;
  };
}

function listOf(buildItem: BuildValue, nonNullItems: boolean): BuildValue {
  return (value) => {
    if (!Array.isArray(value)) return null;
    const built = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1) {
      const item = buildItem(value[index]);
      if (item === null && nonNullItems) return null;
      built[index] = item;
    }
    return built;
  };
}

/** A value that clients do not see is none. */
function enumOf(values: ReadonlySet<unknown>): BuildValue {
  return (value) => (values.has(value) ? value : null);
}
