import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * True where an operation asks the schema about itself only, so that no subgraph is needed: the planner plans data.
 */
export function isIntrospection(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  return rootFields(operation, document).every((name) => name.startsWith('__'));
}

/** True where one operation asks for the schema and for data. `__typename` may stand beside either. */
export function mixesIntrospection(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  const names = rootFields(operation, document);
  return (
    names.some((name) => name === '__schema' || name === '__type') &&
    names.some((name) => !name.startsWith('__'))
  );
}

/** Lists of the schema that are long. */
const longLists = new Set(['fields', 'inputFields', 'possibleTypes', 'types']);

/** A type, its fields, and their types, as far as tools ask. */
const mostNested = 2;

/**
 * True where an operation makes much of the schema: every name once more, or lists within lists. No tool asks like that,
 * and answers would be megabytes.
 */
export function repeatsSchema(operation: OperationDefinitionNode, document: DocumentNode): boolean {
  return unfolds(operation.selectionSet, document, 0);
}

function unfolds(selectionSet: SelectionSetNode, document: DocumentNode, nested: number): boolean {
  return selectionSet.selections.some((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return unfolds(selection.selectionSet, document, nested);
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return unfolds(fragmentNamed(selection.name.value, document), document, nested);
    if (selection.alias !== undefined && selection.name.value !== '__typename') return true;
    const deeper = nested + (longLists.has(selection.name.value) ? 1 : 0);
    if (deeper > mostNested) return true;
    return selection.selectionSet !== undefined && unfolds(selection.selectionSet, document, deeper);
  });
}

function rootFields(operation: OperationDefinitionNode, document: DocumentNode): string[] {
  return [...fieldNames(operation.selectionSet, document)];
}

function* fieldNames(selectionSet: SelectionSetNode, document: DocumentNode): Generator<string> {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) yield selection.name.value;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldNames(selection.selectionSet, document);
    else yield* fieldNames(fragmentNamed(selection.name.value, document), document);
  }
}

function fragmentNamed(name: string, document: DocumentNode): SelectionSetNode {
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name) return node.selectionSet;
  }
  throw new Error(`validation let the missing fragment ${name} through`);
}
