import { buildSubgraphSchema } from '@apollo/subgraph';
import type { SubgraphEndpoint } from '@coalition-hub/subgraph';
import {
  composeServices,
  compositionHasErrors,
  transformSupergraphToPublicSchema,
} from '@theguild/federation-composition';
import {
  buildASTSchema,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  parse,
  subscribe,
} from 'graphql';
import { openSupergraph } from '../../src/federation/supergraph.js';
import { createPrepareOperation } from '../../src/operations/prepare-operation.js';
import { defaultLimits } from '../../src/options.js';
import { createPlanning } from '../../src/planning/planning.js';
import { subgraphSchemas } from './subgraph-schemas.js';
import { createWorld, shipping, type World } from './world.js';

export type Variables = Readonly<Record<string, unknown>>;

/** Whoever answers about the world. */
export interface Answerer {
  ask(query: string, variables: Variables): Promise<ExecutionResult>;
  /** Undoes what mutations did. */
  forget(): void;
}

/** Several subgraphs have a planner, which ends with the tests. */
export interface SeveralSubgraphs extends Answerer {
  close(): Promise<void>;
}

export const supergraphSdl = compose();
export const publicSchema = buildASTSchema(transformSupergraphToPublicSchema(parse(supergraphSdl)));

/** The world as one server that has the whole schema: what the answer is. */
export function oneServer(): Answerer {
  const { root, forget } = createWorld();
  return {
    ask: async (query, variables) =>
      execute({ schema: publicSchema, document: parse(query), rootValue: root, variableValues: variables }),
    forget,
  };
}

/** The same world behind several subgraphs. */
export function severalSubgraphs(): SeveralSubgraphs {
  const world = createWorld();
  const endpoints = new Map(
    Object.entries(subgraphSchemas).map(([name, sdl]) => [name, endpoint(name, sdl, world)]),
  );
  const planning = createPlanning(supergraphSdl, defaultLimits, silent);
  const supergraph = openSupergraph(supergraphSdl, endpoints, (text) => planning.plan(text));
  const prepare = createPrepareOperation(supergraph.schema, 10_000);
  const context = { viewer: null, requestId: 'test', signal: new AbortController().signal };
  return {
    ask: (query, variables) =>
      supergraph.execute(prepare({ query, variables, operationName: undefined }), context),
    forget: world.forget,
    close: () => planning.close(),
  };
}

const silent = { error: () => undefined, warn: () => undefined, info: () => undefined };

function compose(): string {
  const services = Object.entries(subgraphSchemas).map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(sdl),
  }));
  const composed = composeServices(services);
  if (!compositionHasErrors(composed)) return composed.supergraphSdl;
  throw new Error(composed.errors.map(({ message }) => message).join('\n'));
}

function endpoint(name: string, sdl: string, world: World): SubgraphEndpoint {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: references(sdl, world) as never }]);
  const argsOf = (document: ReturnType<typeof parse>, variables: Variables) => ({
    schema,
    document,
    rootValue: world.root,
    variableValues: variables,
  });
  return {
    name,
    execute: async ({ document, variables }) => execute(argsOf(document, variables)),
    subscribe: async ({ document, variables }) => subscribe(argsOf(document, variables)),
  };
}

type Representation = Variables & { readonly __typename: string };

/** Entities are found in the world; nothing else needs a resolver. */
function references(sdl: string, world: World): Record<string, object> {
  const schema: GraphQLSchema = buildSubgraphSchema(parse(sdl));
  const isMediaObject = isObjectType(schema.getType('Media'));
  const resolvers: Record<string, object> = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || !entityTypes.has(type.name)) continue;
    resolvers[type.name] = {
      __resolveReference: (key: Representation) => {
        const found = find(type.name, key, world);
        return isMediaObject && type.name === 'Media' ? { ...(found as object), __typename: 'Media' } : found;
      },
    };
  }
  return resolvers;
}

const entityTypes = new Set(['Book', 'Film', 'Media', 'Offer', 'Person', 'Review', 'Shop']);

function find(typename: string, key: Representation, world: World): unknown {
  if (typename === 'Offer') {
    const { id } = key['shop'] as { id: string };
    return { __typename: 'Offer', seller: world.find('Person', { id: id.replace('s', 'p') }) };
  }
  const found = world.find(typename, key) as object;
  return typename === 'Book' && found
    ? { ...found, shipping: () => shipping(key['weight'], key['pages']) }
    : found;
}
