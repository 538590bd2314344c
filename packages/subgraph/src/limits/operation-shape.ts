import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

export interface OperationShape {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
}

/** Deeper than any limit: what lies below need not be looked at. */
const deepest = 200;

interface Measure {
  aliases: number;
  depth: number;
  selections: number;
}

/** A fragment used many times counts many times; beyond this many selections the document is too wide anyway. */
const maxSelections = 20_000;

/** Depth, aliases and root fields with all fragments spread; Infinity where a document is too wide to walk. */
export function operationShape(document: DocumentNode): OperationShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measure: Measure = { aliases: 0, depth: 0, selections: 0 };
  let rootFields = 0;
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    rootFields = Math.max(rootFields, walk(node.selectionSet, 1, fragments, measure));
  }
  if (measure.selections > maxSelections) return { depth: Infinity, aliases: Infinity, rootFields: Infinity };
  return { depth: measure.depth, aliases: measure.aliases, rootFields };
}

/** Returns the fields directly in the set. Stops where a document nests too deep, as fragments in a circle do. */
function walk(
  set: SelectionSetNode,
  depth: number,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measure: Measure,
  spreads = 0,
): number {
  let fields = 0;
  measure.depth = Math.max(measure.depth, depth);
  if (depth > deepest) return fields;
  for (const selection of set.selections) {
    measure.selections += 1;
    if (measure.selections > maxSelections) return fields;
    if (selection.kind === Kind.FIELD) {
      fields += 1;
      if (selection.alias) measure.aliases += 1;
      if (selection.selectionSet) walk(selection.selectionSet, depth + 1, fragments, measure, spreads);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      fields += walk(selection.selectionSet, depth, fragments, measure, spreads);
    } else {
      const fragment = fragments.get(selection.name.value);
      if (fragment && spreads < deepest)
        fields += walk(fragment.selectionSet, depth, fragments, measure, spreads + 1);
    }
  }
  return fields;
}
