import {
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Asked = Pick<GraphQLResolveInfo, 'operation' | 'fragments'>;

const known = new WeakMap<OperationDefinitionNode, Map<string, ReadonlySet<string>>>();

/**
 * Names of the fields that an operation selects of entities of one type, in all its `_entities` together, `@skip` or
 * not: what a loader has to read at most. Worked out once per compiled operation.
 */
export function selectedFields(type: string, { operation, fragments }: Asked): ReadonlySet<string> {
  const byType = known.get(operation) ?? new Map<string, ReadonlySet<string>>();
  known.set(operation, byType);
  const remembered = byType.get(type);
  if (remembered) return remembered;
  const names = new Set<string>();
  for (const selection of operation.selectionSet.selections) {
    if (selection.kind === Kind.FIELD) addFields(selection.selectionSet, { type, fragments, names });
  }
  byType.set(type, names);
  return names;
}

interface Collection {
  readonly type: string;
  readonly fragments: Asked['fragments'];
  readonly names: Set<string>;
}

function addFields(selectionSet: SelectionSetNode | undefined, collection: Collection): void {
  for (const selection of selectionSet?.selections ?? []) {
    if (selection.kind === Kind.FIELD) collection.names.add(selection.name.value);
    else addFragment(fragmentOf(selection, collection), collection);
  }
}

type Fragment = Pick<FragmentDefinitionNode, 'selectionSet'> & {
  readonly typeCondition?: FragmentDefinitionNode['typeCondition'] | undefined;
};

function fragmentOf(
  selection: Exclude<SelectionNode, { kind: Kind.FIELD }>,
  { fragments }: Collection,
): Fragment | undefined {
  return selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
}

/** Plans name object types only, so a condition on another one means other entities. */
function addFragment(fragment: Fragment | undefined, collection: Collection): void {
  const condition = fragment?.typeCondition?.name.value;
  if (condition === undefined || condition === collection.type) addFields(fragment?.selectionSet, collection);
}
