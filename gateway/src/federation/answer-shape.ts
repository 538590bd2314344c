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
import { type Data, isData } from './data.js';
import type { SafeNames } from './safe-names.js';

/**
 * Builds one place of the answer from what the subgraphs said: what was asked for in the order in which it was asked,
 * and nothing that only the plan needed. `null` also for a null inside that is not allowed there (GraphQL
 * specification, "Handling Execution Errors").
 */
export type BuildValue = (value: unknown, carried: CarriedNulls) => unknown;

/** How many nulls had to be carried up, as they stood where none is allowed. */
export interface CarriedNulls {
  count: number;
}

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
  const shaper = new Shaper(schema, fragments, names);
  return shaper.objectOf(root, collectFields(schema, fragments, {}, root, selectionSet));
}

type Fragments = Record<string, FragmentDefinitionNode>;

/** What was selected under one response name, in all places that speak of it. */
type FieldNodes = readonly [FieldNode, ...FieldNode[]];

class Shaper {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly names: SafeNames,
  ) {}

  objectOf(parent: ObjectLike, nodesByName: ReadonlyMap<string, readonly FieldNode[]>): BuildValue {
    return objectOf([...nodesByName].map(([name, nodes]) => this.fieldOf(parent, name, nodes as FieldNodes)));
  }

  private fieldOf(parent: ObjectLike, name: string, nodes: FieldNodes): AnswerField {
    const field = parent.getFields()[nodes[0].name.value];
    if (!field) return { name, source: name, nonNull: true, build: () => parent.name };
    return {
      name,
      source: this.names.of(nodes[0]),
      nonNull: isNonNullType(field.type),
      build: this.valueOf(field.type, nodes),
    };
  }

  private valueOf(declared: GraphQLOutputType, nodes: FieldNodes): BuildValue {
    if (isNonNullType(declared)) return this.valueOf(declared.ofType, nodes);
    if (isListType(declared)) {
      return listOf(this.valueOf(declared.ofType, nodes), isNonNullType(declared.ofType));
    }
    if (isEnumType(declared)) return enumOf(new Set(declared.getValues().map(({ name }) => name)));
    if (isLeafType(declared)) return (value) => value ?? null;
    return isObjectType(declared) ? this.oneTypeOf(declared, nodes) : this.someTypeOf(declared, nodes);
  }

  private oneTypeOf(parent: ObjectLike, nodes: FieldNodes): BuildValue {
    const objectType = parent as GraphQLObjectType;
    return this.objectOf(parent, collectSubfields(this.schema, this.fragments, {}, objectType, nodes));
  }

  private someTypeOf(declared: GraphQLAbstractType, nodes: FieldNodes): BuildValue {
    const builders = new Map<unknown, BuildValue>();
    const builderFor = (typename: unknown): BuildValue => {
      const type = typeof typename === 'string' ? this.schema.getType(typename) : declared;
      return isObjectType(type) || isInterfaceType(type) ? this.oneTypeOf(type, nodes) : () => null;
    };
    return (value, carried) => {
      const typename = isData(value) ? value['__typename'] : undefined;
      const build = builders.get(typename) ?? builderFor(typename);
      builders.set(typename, build);
      return build(value, carried);
    };
  }
}

/**
 * Also an interface: where nothing is asked that depends on the type, the plan does not look for it in the subgraphs
 * that know the interface alone.
 */
type ObjectLike = GraphQLObjectType | GraphQLInterfaceType;

function partsOf({ definitions }: DocumentNode) {
  const fragments: Fragments = Object.create(null);
  let selectionSet: SelectionSetNode | undefined;
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
    else if (node.kind === Kind.OPERATION_DEFINITION) selectionSet = node.selectionSet;
  }
  if (!selectionSet) throw new Error('a document without an operation was prepared');
  return { fragments, selectionSet };
}

function objectOf(fields: readonly AnswerField[]): BuildValue {
  return (value, carried) => {
    if (!isData(value)) return null;
    const built: Data = {};
    for (const { name, source, nonNull, build } of fields) {
      const part = build(value[source], carried);
      if (part === null && nonNull) return carryUp(carried);
      built[name] = part;
    }
    return built;
  };
}

function listOf(buildItem: BuildValue, nonNullItems: boolean): BuildValue {
  return (value, carried) => {
    if (!Array.isArray(value)) return null;
    const built = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index += 1) {
      const item = buildItem(value[index], carried);
      if (item === null && nonNullItems) return carryUp(carried);
      built[index] = item;
    }
    return built;
  };
}

function carryUp(carried: CarriedNulls): null {
  carried.count += 1;
  return null;
}

/** A value that clients do not see is none. */
function enumOf(values: ReadonlySet<unknown>): BuildValue {
  return (value) => (values.has(value) ? value : null);
}
