import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { type Data, isData } from './query-plan.js';
import type { SafeNames } from './safe-names.js';

/**
 * Builds one place of the answer from what the subgraphs said: what was asked for in the order in which it was asked,
 * and nothing that only the plan needed. `null` also for a null inside that is not allowed there (GraphQL
 * specification, "Handling Execution Errors").
 */
export type BuildValue = (value: unknown) => unknown;

interface AnswerField {
  readonly name: string;
  /** The name under which the plan fetched it. */
  readonly source: string;
  readonly nonNull: boolean;
  readonly build: BuildValue;
}

/**
 * The shape of an operation's answer. Types that can stand in one place are told apart by `__typename`, which plans
 * ask for wherever it is not plain.
 *
 * @param schema as clients see it: what is not in it is not in the answer
 * @param document of one operation, without `@skip` and `@include`
 * @param names under which the plan fetched
 */
export function answerShape(
  schema: GraphQLSchema,
  type: OperationTypeNode,
  document: DocumentNode,
  names: SafeNames,
): BuildValue {
  const { fragments, selectionSet } = partsOf(document);
  const root = schema.getRootType(type);
  if (!root) throw new Error(`validation let a ${type} through`);
  return objectOf(fieldsOf(root, collectFields(schema, fragments, {}, root, selectionSet)));

  function fieldsOf(
    parent: ObjectLike,
    nodesByName: ReadonlyMap<string, readonly FieldNode[]>,
  ): AnswerField[] {
    return [...nodesByName].map(([name, nodes]) =>
      fieldOf(parent, name, nodes as [FieldNode, ...FieldNode[]]),
    );
  }

  function fieldOf(
    parent: ObjectLike,
    name: string,
    nodes: readonly [FieldNode, ...FieldNode[]],
  ): AnswerField {
    const field = parent.getFields()[nodes[0].name.value];
    if (!field) return { name, source: name, nonNull: true, build: () => parent.name };
    const { type } = field;
    return { name, source: names.of(nodes[0]), nonNull: isNonNullType(type), build: buildOf(type, nodes) };
  }

  function buildOf(declared: GraphQLOutputType, nodes: readonly FieldNode[]): BuildValue {
    if (isNonNullType(declared)) return buildOf(declared.ofType, nodes);
    if (isListType(declared)) {
      return listOf(buildOf(declared.ofType, nodes), isNonNullType(declared.ofType));
    }
    if (isEnumType(declared)) return enumOf(new Set(declared.getValues().map(({ name }) => name)));
    if (isLeafType(declared)) return (value) => value ?? null;
    return isObjectType(declared) ? oneTypeOf(declared, nodes) : someTypeOf(declared, nodes);
  }

  function oneTypeOf(parent: ObjectLike, nodes: readonly FieldNode[]): BuildValue {
    return objectOf(
      fieldsOf(parent, collectSubfields(schema, fragments, {}, parent as GraphQLObjectType, nodes)),
    );
  }

  function someTypeOf(declared: GraphQLAbstractType, nodes: readonly FieldNode[]): BuildValue {
    const builders = new Map<unknown, BuildValue>();
    const builderFor = (typename: unknown): BuildValue => {
      const type = typeof typename === 'string' ? schema.getType(typename) : declared;
      return isObjectType(type) || isInterfaceType(type) ? oneTypeOf(type, nodes) : () => null;
    };
    return (value) => {
      const typename = isData(value) ? value['__typename'] : undefined;
      const build = builders.get(typename) ?? builderFor(typename);
      builders.set(typename, build);
      return build(value);
    };
  }
}

/**
 * Also an interface: where nothing is asked that depends on the type, the plan does not look for it in the subgraphs
 * that know the interface alone.
 */
type ObjectLike = GraphQLObjectType | GraphQLInterfaceType;

function partsOf({ definitions }: DocumentNode) {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  let selectionSet: SelectionSetNode | undefined;
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
    else if (node.kind === Kind.OPERATION_DEFINITION) selectionSet = node.selectionSet;
  }
  if (!selectionSet) throw new Error('a document without an operation was prepared');
  return { fragments, selectionSet };
}

function objectOf(fields: readonly AnswerField[]): BuildValue {
  return (value) => {
    if (!isData(value)) return null;
    const built: Data = {};
    for (const { name, source, nonNull, build } of fields) {
      const part = build(value[source]);
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
