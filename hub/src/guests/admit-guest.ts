import { CompositionError, compareContracts } from '@coalition-hub/schema';
import { type DocumentNode, GraphQLError, parse, print } from 'graphql';
import type { GuestAddress } from './guest-address.js';
import { directiveFaults } from './guest-directives.js';
import { typeFaults } from './guest-types.js';
import { type HubGraph, withGuest } from './hub-graph.js';
import { ownDefinitions } from './own-definitions.js';

/** The graph with a guest in it, or one sentence for each reason why not. */
export type Admission = { readonly graph: HubGraph } | { readonly faults: readonly string[] };

/** Takes a guest's schema into the graph, if it adds to it and changes nothing. */
export function admitGuest(graph: HubGraph, { name, url }: GuestAddress, sdl: string): Admission {
  try {
    const document = ownDefinitions(parse(sdl, { maxTokens: 50_000 }));
    const faults = [...directiveFaults(document), ...typeFaults(graph, document)];
    if (faults.length > 0) return { faults: distinct(faults) };
    return unchanged(
      graph,
      withGuest(graph, { name, url, sdl: print(withoutSayingWhatOthersAre(graph, document)) }),
    );
  } catch (error) {
    if (error instanceof CompositionError) return { faults: error.faults };
    if (error instanceof GraphQLError) return { faults: [`Its schema cannot be read: ${error.message}`] };
    throw error;
  }
}

/** The last word: whatever a guest wrote, no client of the hub as it was may notice. */
function unchanged(before: HubGraph, after: HubGraph): Admission {
  const { breaking, dangerous } = compareContracts(before.contract, after.contract);
  const faults = [...breaking, ...dangerous].map(({ description }) => `It changes the hub: ${description}`);
  return faults.length > 0 ? { faults } : { graph: after };
}

/** Composition takes descriptions from any subgraph; what the hub's types are is for the hub to say. */
function withoutSayingWhatOthersAre({ schema }: HubGraph, document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((definition) => {
    if (!('name' in definition) || !('description' in definition)) return definition;
    if (definition.name === undefined || schema.getType(definition.name.value) === undefined)
      return definition;
    const { description: _, ...silent } = definition;
    return silent as typeof definition;
  });
  return { ...document, definitions };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
