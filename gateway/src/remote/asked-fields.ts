import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { type Data, isData } from '../federation/data.js';

/** What an operation selects, by response name and on whatever type; `null` where nothing is selected below. */
export type AskedFields = ReadonlyMap<string, AskedFields | null>;

const known = new WeakMap<DocumentNode, AskedFields>();

/** Worked out once per document: plans keep theirs. */
export function askedFields(document: DocumentNode): AskedFields {
  const remembered = known.get(document);
  if (remembered) return remembered;
  const fragments = new Map<string, FragmentDefinitionNode>();
  const asked: Collected = new Map();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  for (const node of document.definitions) {
    if (node.kind === Kind.OPERATION_DEFINITION) collect(node.selectionSet, fragments, asked);
  }
  known.set(document, asked);
  return asked;
}

type Collected = Map<string, Collected | null>;

function collect(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  asked: Collected,
): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      const name = (selection.alias ?? selection.name).value;
      const below = selection.selectionSet ? (asked.get(name) ?? new Map()) : null;
      asked.set(name, below);
      if (below && selection.selectionSet) collect(selection.selectionSet, fragments, below);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      collect(selection.selectionSet, fragments, asked);
    } else {
      const fragment = fragments.get(selection.name.value);
      if (fragment) collect(fragment.selectionSet, fragments, asked);
    }
  }
}

/** A copy with the fields that were asked for, and no others: whatever else somebody answers does not count. */
export function onlyAsked(answered: unknown, asked: AskedFields): unknown {
  if (Array.isArray(answered)) return answered.map((item) => onlyAsked(item, asked));
  if (!isData(answered)) return null;
  const copy: Data = {};
  for (const [name, below] of asked) {
    if (!Object.hasOwn(answered, name)) continue;
    copy[name] = below === null ? answered[name] : onlyAsked(answered[name], below);
  }
  return copy;
}
