import { type DocumentNode, Kind, parse, type TypeDefinitionNode, type TypeExtensionNode } from 'graphql';
import type { Subgraph } from '../compose.js';

/** The page of what several subgraphs use and none owns. */
export const SHARED = 'shared';

/** On which page everything is told: that of the subgraph to which it belongs. */
export interface Areas {
  /** Names of pages: the subgraphs in order, then what they share. */
  readonly pages: readonly string[];
  ofType(name: string): string;
  /** @param root name of a root type */
  ofRootField(root: string, field: string): string;
  /** Types with an identity that other subgraphs can refer to. */
  readonly entities: readonly string[];
}

type Definition = (TypeDefinitionNode | TypeExtensionNode) & { readonly fields?: readonly unknown[] };

/** A type’s place in one subgraph. */
interface Place {
  readonly subgraph: string;
  readonly keyed: boolean;
  readonly fields: readonly string[];
}

/**
 * A type belongs to its one subgraph; one with an identity to the subgraph that knows most of its fields; anything else
 * that several subgraphs have is shared.
 */
export function areasOf(subgraphs: readonly Subgraph[]): Areas {
  const places = placesByType(subgraphs);
  const ofType = (name: string) => owner(places.get(name) ?? []);
  return {
    pages: [...subgraphs.map(({ name }) => name).toSorted(), SHARED],
    ofType,
    ofRootField: (root, field) =>
      places.get(root)?.find(({ fields }) => fields.includes(field))?.subgraph ?? SHARED,
    entities: [...places].flatMap(([name, known]) => (isEntity(known) ? [name] : [])).toSorted(),
  };
}

function owner(places: readonly Place[]): string {
  const [only, ...others] = places.toSorted((a, b) => b.fields.length - a.fields.length);
  if (only === undefined) return SHARED;
  return others.length === 0 || isEntity(places) ? only.subgraph : SHARED;
}

function isEntity(places: readonly Place[]): boolean {
  return places.some(({ keyed }) => keyed);
}

function placesByType(subgraphs: readonly Subgraph[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  for (const { name: subgraph, sdl } of subgraphs.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const definition of typesIn(parse(sdl))) {
      const { value } = definition.name;
      places.set(value, [...(places.get(value) ?? []), placeOf(subgraph, definition)]);
    }
  }
  return places;
}

function typesIn(document: DocumentNode): Definition[] {
  return document.definitions.filter(
    (node): node is Definition =>
      (node.kind.endsWith('TypeDefinition') || node.kind.endsWith('TypeExtension')) && 'name' in node,
  );
}

function placeOf(subgraph: string, definition: Definition): Place {
  const fields = (definition.fields ?? []) as readonly {
    readonly kind: Kind;
    readonly name: { value: string };
  }[];
  return {
    subgraph,
    keyed: definition.directives?.some(({ name }) => name.value === 'key') ?? false,
    fields: fields.filter(({ kind }) => kind === Kind.FIELD_DEFINITION).map(({ name }) => name.value),
  };
}
