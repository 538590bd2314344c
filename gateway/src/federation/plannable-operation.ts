import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, visit } from 'graphql';
import type { SafeNames } from './safe-names.js';

/** The operation as the planner can take it: no name means two things, and no selection is empty. */
export function plannableOperation(document: DocumentNode, names: SafeNames): DocumentNode {
  return visit(document, {
    SelectionSet: (node) => filled(node),
    Field: { leave: (node) => renamed(node, names) },
  });
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function filled(node: SelectionSetNode): SelectionSetNode | undefined {
  return node.selections.length > 0 ? undefined : { ...node, selections: [typename] };
}

/** Without `id: id`, which the planner takes for a clash with its own `id`. */
function renamed(node: FieldNode, names: SafeNames): FieldNode {
  const { alias: _replaced, ...plain } = node;
  const value = names.of(node);
  return value === plain.name.value ? plain : { ...plain, alias: { kind: Kind.NAME, value } };
}
