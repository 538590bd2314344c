import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  assertValidSchema,
  type GraphQLFieldMap,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  parse,
} from 'graphql';
import {
  buildSchemaSync,
  createResolversMap,
  getMetadataStorage,
  type NonEmptyArray,
  type PubSub,
} from 'type-graphql';
import { guard } from '../policies/guard.js';
import { declaredPolicy } from '../policies/policy.js';
import { batchEntities } from './batch-entities.js';
import { isDeferred } from './deferred.js';
import type { References } from './reference.js';

export interface SchemaParts {
  // biome-ignore lint/complexity/noBannedTypes: type-graphql's own type for resolver classes
  readonly resolvers: NonEmptyArray<Function>;
  readonly references: References;
}

export interface SubgraphSchema {
  /** Executable, with the federation machinery and every policy in place. */
  readonly schema: GraphQLSchema;
  /** What composition reads. */
  readonly sdl: string;
  /** Root fields and reference resolvers that nobody gave a policy: denied, and an error of the service's tests. */
  readonly undeclared: readonly string[];
}

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@authenticated", "@requiresScopes"])`;

/** Federation specification: https://www.apollographql.com/docs/graphos/reference/federation/subgraph-spec */
export function buildSchema({ resolvers, references }: SchemaParts): SubgraphSchema {
  resolvePlainFieldsDirectly();
  // Unchecked: a subgraph that only adds to entities has no query of its own before federation gives it some.
  const shape = buildSchemaSync({
    resolvers,
    validate: false,
    orphanedTypes: [],
    skipCheck: true,
    pubSub: noTopics,
  });
  const sdl = `${federation}\n\n${printSchemaWithDirectives(shape)}\n`;
  const map = createResolversMap(shape) as ResolverMap;
  const undeclared = [...guardRootFields(shape, map), ...addReferences(shape, map, references)];
  decideTypesAtOnce(shape, map);
  waitForDeferredFields(shape, map);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: map as never }]);
  assertValidSchema(schema);
  batchEntities(schema, references);
  return { schema, sdl, undeclared };
}

/** type-graphql insists on one; subscriptions here name their source themselves, with `subscribe`. */
const noTopics: PubSub = {
  publish: refuseTopics,
  subscribe: refuseTopics,
};

function refuseTopics(): never {
  throw new Error('A subscription names its source with "subscribe", not with topics');
}

// biome-ignore lint/suspicious/noExplicitAny: resolvers of every shape are moved about, not called
type ResolverMap = Record<string, Record<string, any>>;

/** type-graphql wraps even plain properties in a resolver; nothing here needs that, and it costs on every row. */
function resolvePlainFieldsDirectly(): void {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true;
}

function guardRootFields(shape: GraphQLSchema, map: ResolverMap): string[] {
  const roots = [shape.getQueryType(), shape.getMutationType(), shape.getSubscriptionType()];
  return roots.flatMap((root) => (root ? guardFields(root.name, root.getFields(), map) : []));
}

function guardFields(root: string, fields: GraphQLFieldMap<unknown, unknown>, map: ResolverMap): string[] {
  const undeclared: string[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const policy = declaredPolicy(field.extensions);
    if (policy === undefined) undeclared.push(`${root}.${name}`);
    const resolver = map[root]?.[name];
    if (map[root] === undefined) continue;
    map[root][name] = resolver?.subscribe
      ? { ...resolver, subscribe: guard(policy, resolver.subscribe) }
      : guard(policy, resolver);
  }
  return undeclared;
}

function addReferences(shape: GraphQLSchema, map: ResolverMap, references: References): string[] {
  const undeclared: string[] = [];
  for (const type of Object.values(shape.getTypeMap())) {
    if (!isObjectType(type) || !hasResolvableKey(type.astNode?.directives)) continue;
    const reference = references[type.name];
    if (reference === undefined) undeclared.push(`${type.name}.__resolveReference`);
    map[type.name] ??= {};
    Object.assign(map[type.name] as object, { __resolveReference: referenceResolver(reference) });
  }
  return undeclared;
}

interface DirectiveLike {
  readonly name: { readonly value: string };
  readonly arguments?:
    | readonly { readonly name: { readonly value: string }; readonly value: unknown }[]
    | undefined;
}

function hasResolvableKey(directives: readonly DirectiveLike[] | undefined): boolean {
  return (directives ?? []).some(
    ({ name, arguments: args }) =>
      name.value === 'key' &&
      !args?.some(
        (arg) => arg.name.value === 'resolvable' && (arg.value as { value?: unknown }).value === false,
      ),
  );
}

function referenceResolver(reference: References[string] | undefined) {
  const load = (representation: Readonly<Record<string, unknown>>, _args: never, context: never) =>
    reference?.load(representation, context);
  const guarded = guard(reference?.policy, load as never);
  return (representation: unknown, context: never) =>
    guarded(representation, {} as never, context, {} as never);
}

function waitForDeferredFields(shape: GraphQLSchema, map: ResolverMap): void {
  for (const type of Object.values(shape.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const { name, extensions } of Object.values(type.getFields())) {
      if (!isDeferred(extensions)) continue;
      map[type.name] = { ...map[type.name], [name]: (source: Record<string, unknown>) => source[name] };
    }
  }
}

/** Deciding on a type must not wait for a promise: compiled operations do not. */
function decideTypesAtOnce(shape: GraphQLSchema, map: ResolverMap): void {
  for (const type of Object.values(shape.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    const decide = type.resolveType;
    map[type.name] = { ...map[type.name], __resolveType: decide };
  }
  for (const type of Object.values(shape.getTypeMap())) {
    if (isObjectType(type) && map[type.name]) delete map[type.name]?.['__isTypeOf'];
  }
}
