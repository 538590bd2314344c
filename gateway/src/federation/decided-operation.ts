import {
  type DirectiveNode,
  type DocumentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';
import type { Data } from './data.js';

/** The variables that decide, in `@skip` and `@include`, what an operation asks for. */
export function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const condition = conditionOf(directive);
      if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
    },
  });
  return [...names];
}

/**
 * The operation without `@skip` and `@include`. Given those, the planner gives up where nothing is left to ask for,
 * and takes the fields of a mutation out of their order.
 */
export function decidedOperation(document: DocumentNode, variables: Data): DocumentNode {
  return visit(document, {
    SelectionSet: (node) => selected(node, variables),
    Directive: (node) => (conditionOf(node) ? null : undefined),
  });
}

function selected(node: SelectionSetNode, variables: Data): SelectionSetNode | undefined {
  const selections = node.selections.filter((selection) => isSelected(selection, variables));
  if (selections.length === node.selections.length) return undefined;
  return { ...node, selections };
}

function isSelected({ directives = [] }: SelectionNode, variables: Data): boolean {
  return directives.every((directive) => {
    const condition = conditionOf(directive);
    return !condition || isTrue(condition, variables) === (directive.name.value === 'include');
  });
}

function conditionOf({ name, arguments: given = [] }: DirectiveNode): ValueNode | undefined {
  return name.value === 'skip' || name.value === 'include' ? given[0]?.value : undefined;
}

function isTrue(condition: ValueNode, variables: Data): boolean {
  if (condition.kind === Kind.VARIABLE) return variables[condition.name.value] === true;
  return condition.kind === Kind.BOOLEAN && condition.value;
}
