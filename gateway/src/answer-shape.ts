import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { ParsedOperation } from './prepare-operation.js';

/** How one place of an operation's answer is built; fields in which nothing can be wrong are left out. */
export type AnswerShape =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'list'; readonly item: { readonly nonNull: boolean; readonly shape: AnswerShape } }
  | { readonly kind: 'object'; readonly fields: readonly ShapedField[] };

interface ShapedField {
  readonly name: string;
  readonly nonNull: boolean;
  readonly shape: AnswerShape;
}

const leaf: AnswerShape = { kind: 'leaf' };
const shapes = new WeakMap<ParsedOperation, AnswerShape>();

/**
 * The shape of an operation's answer, worked out once per operation. It does not distinguish the types that may stand
 * in one place, and need not: fields with one response name have the same shape in every fragment, or validation
 * would have refused them.
 */
export function answerShape(schema: GraphQLSchema, operation: ParsedOperation): AnswerShape {
  const known = shapes.get(operation);
  if (known) return known;
  const typeName = schema.getRootType(operation.type)?.name ?? '';
  const { selectionSet } = operation.definition;
  const shape = objectShape([{ typeName, selectionSet }], schema, operation.document);
  shapes.set(operation, shape);
  return shape;
}

interface Selected {
  readonly typeName: string;
  readonly selectionSet: SelectionSetNode;
}

/** One response name, with everything that is selected below it. */
interface Collected {
  readonly type: GraphQLOutputType;
  readonly below: Selected[];
}

function objectShape(
  selected: readonly Selected[],
  schema: GraphQLSchema,
  document: DocumentNode,
): AnswerShape {
  const collected = new Map<string, Collected>();
  for (const each of selected) collect(each, collected, schema, document);
  const fields = [...collected].map(([name, { type, below }]) => ({
    name,
    ...shapeOf(type, below.length > 0 ? objectShape(below, schema, document) : leaf),
  }));
  return { kind: 'object', fields: fields.filter(({ nonNull, shape }) => nonNull || shape !== leaf) };
}

function shapeOf(type: GraphQLOutputType, innermost: AnswerShape): { nonNull: boolean; shape: AnswerShape } {
  if (isNonNullType(type)) return { nonNull: true, shape: shapeOf(type.ofType, innermost).shape };
  if (!isListType(type)) return { nonNull: false, shape: innermost };
  const item = shapeOf(type.ofType, innermost);
  return { nonNull: false, shape: item.nonNull || item.shape !== leaf ? { kind: 'list', item } : leaf };
}

function collect(
  { typeName, selectionSet }: Selected,
  fields: Map<string, Collected>,
  schema: GraphQLSchema,
  document: DocumentNode,
): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      collectField(typeName, selection, fields, schema);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const narrowed = selection.typeCondition?.name.value ?? typeName;
      collect({ typeName: narrowed, selectionSet: selection.selectionSet }, fields, schema, document);
    } else {
      const name = selection.name.value;
      const fragment = document.definitions.find(
        (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name,
      );
      if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) continue;
      const { typeCondition, selectionSet: inside } = fragment;
      collect({ typeName: typeCondition.name.value, selectionSet: inside }, fields, schema, document);
    }
  }
}

function collectField(
  parentName: string,
  node: FieldNode,
  fields: Map<string, Collected>,
  schema: GraphQLSchema,
): void {
  const parent = schema.getType(parentName);
  if (!isObjectType(parent) && !isInterfaceType(parent)) return;
  const type = parent.getFields()[node.name.value]?.type;
  // `__typename` is in no type's fields, and never null.
  if (!type) return;
  const name = (node.alias ?? node.name).value;
  const field = fields.get(name) ?? { type, below: [] };
  fields.set(name, field);
  if (node.selectionSet) {
    field.below.push({ typeName: getNamedType(type).name, selectionSet: node.selectionSet });
  }
}
