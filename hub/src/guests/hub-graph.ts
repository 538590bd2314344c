import { composeSupergraph, printPublicSchema, type Subgraph } from '@coalition-hub/schema';
import { buildSchema, type DefinitionNode, type GraphQLSchema, Kind, parse } from 'graphql';

/** The graph as it is before a guest comes: what the guest is measured by. */
export interface HubGraph {
  readonly subgraphs: readonly Subgraph[];
  /** For the gateway. */
  readonly supergraph: string;
  /** What clients see, as SDL. */
  readonly contract: string;
  readonly schema: GraphQLSchema;
  /** By type: the keys under which its own subgraph finds it. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

export function hubGraph(
  subgraphs: readonly Subgraph[],
  { supergraph, contract }: { readonly supergraph: string; readonly contract: string },
): HubGraph {
  const keys = new Map<string, string[]>();
  for (const definition of subgraphs.flatMap(({ sdl }) => parse(sdl).definitions)) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const { value } = definition.name;
    keys.set(value, [...(keys.get(value) ?? []), ...keysOf(definition, { resolvable: true })]);
  }
  return { subgraphs, supergraph, contract, schema: buildSchema(contract), keys };
}

/** @throws CompositionError */
export function withGuest(graph: HubGraph, guest: Subgraph): HubGraph {
  const subgraphs = [...graph.subgraphs, guest];
  const supergraph = composeSupergraph(subgraphs);
  return hubGraph(subgraphs, { supergraph, contract: printPublicSchema(supergraph) });
}

/** The field sets of a definition's `@key`s; with `resolvable` only of those under which it can be asked for. */
export function keysOf(
  definition: DefinitionNode,
  { resolvable = false }: { readonly resolvable?: boolean } = {},
): string[] {
  const directives = 'directives' in definition ? (definition.directives ?? []) : [];
  return directives
    .filter(({ name }) => name.value === 'key' || name.value === 'federation__key')
    .map(({ arguments: args = [] }) => new Map(args.map(({ name, value }) => [name.value, value])))
    .filter((args) => !resolvable || !isFalse(args.get('resolvable')))
    .map((args) => textOf(args.get('fields')));
}

type Value = { readonly kind: string; readonly value?: unknown };

const isFalse = (value: Value | undefined) => value?.kind === Kind.BOOLEAN && value.value === false;

const textOf = (value: Value | undefined) =>
  String(value?.value ?? '')
    .trim()
    .replace(/\s+/g, ' ');
