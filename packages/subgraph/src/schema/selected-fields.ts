import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Selection = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

const known = new WeakMap<FieldNode, ReadonlySet<string>>();

/**
 * Names of the fields that an operation selects right below one of its fields, of whatever type, `@skip` or not: what
 * a loader has to read at most. Worked out once per compiled operation.
 */
export function selectedFields({ fieldNodes, fragments }: Selection): ReadonlySet<string> {
  const [first] = fieldNodes;
  const remembered = first && known.get(first);
  if (remembered) return remembered;
  const names = new Set<string>();
  for (const { selectionSet } of fieldNodes) addFields(selectionSet, fragments, names);
  if (first) known.set(first, names);
  return names;
}

function addFields(
  selectionSet: SelectionSetNode | undefined,
  fragments: Selection['fragments'],
  names: Set<string>,
): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) names.add(selection.name.value);
    else if (selection.kind === Kind.INLINE_FRAGMENT) addFields(selection.selectionSet, fragments, names);
    else addFields(fragments[selection.name.value]?.selectionSet, fragments, names);
  }
}
