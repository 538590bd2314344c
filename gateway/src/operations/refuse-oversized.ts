import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { gatewayError } from './error-codes.js';
import { responseName } from './response-name.js';

/** The planner's own parser gives up at 50. */
export const MAX_DEPTH = 40;
export const MAX_REPETITIONS = 50;
export const MAX_SELECTIONS = 5_000;
/** All of a document are validated and taken apart, whichever one is run. */
export const MAX_OPERATIONS = 20;

/** Where in the answer a field ends up: by response name, below its parent. */
interface Place {
  count: number;
  readonly below: Map<string, Place>;
}

/**
 * Refuses documents that nest too deep for the planner, ask for one place of the answer over and over, or grow huge
 * once their fragments are filled in. This runs before validation, whose rule on overlapping fields compares all
 * fields of one place pairwise and so takes a fifth of a second for a document of 2 kB.
 */
export function refuseOversized(document: DocumentNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length > MAX_OPERATIONS)
    throw tooLarge(`The document has more than ${MAX_OPERATIONS} operations`);
  let selections = 0;

  function walk(selectionSet: SelectionSetNode | undefined, place: Place, depth: number): void {
    if (depth > MAX_DEPTH) throw tooLarge(`The document nests more than ${MAX_DEPTH} levels deep`);
    for (const selection of selectionSet?.selections ?? []) {
      if (++selections > MAX_SELECTIONS)
        throw tooLarge(`The document selects more than ${MAX_SELECTIONS} fields`);
      if (selection.kind === Kind.FIELD) {
        walk(selection.selectionSet, enter(place, responseName(selection)), depth + 1);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, place, depth + 1);
      } else {
        walk(fragments.get(selection.name.value)?.selectionSet, place, depth + 1);
      }
    }
  }

  for (const node of document.definitions) {
    if ('selectionSet' in node) walk(node.selectionSet, { count: 0, below: new Map() }, 0);
  }
}

function enter(place: Place, name: string): Place {
  const below = place.below.get(name) ?? { count: 0, below: new Map() };
  place.below.set(name, below);
  if (++below.count > MAX_REPETITIONS) {
    throw tooLarge(`"${name}" is selected more than ${MAX_REPETITIONS} times in one place`);
  }
  return below;
}

function tooLarge(message: string) {
  return gatewayError('OPERATION_TOO_LARGE', message);
}
