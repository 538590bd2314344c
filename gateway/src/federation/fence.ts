import type { Viewer } from '@coalition-hub/subgraph';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { gatewayError } from '../operations/error-codes.js';
import { locatedAt } from './locate-error.js';

/** A place of an operation that is not for everybody. */
interface Guarded {
  /** Response names, from the root or from the fragment that it stands in. */
  readonly path: readonly string[];
  /** Any one of these sets of scopes will do; none: being signed in will. */
  readonly scopes: readonly (readonly string[])[];
}

/** What an operation asks of whoever sends it; `undefined` where they may. */
export type Fence = (viewer: Viewer | null) => GraphQLError | undefined;

/**
 * A second check, before any subgraph is asked, of what `@authenticated` and `@requiresScopes` say in the supergraph:
 * each subgraph makes its own, and one that forgets is covered here. The operation is refused as a whole.
 *
 * @param schema of the whole supergraph, with its directives
 */
export function createFences(schema: GraphQLSchema): (document: DocumentNode) => Fence {
  const guards = guardedPlaces(schema);
  return (document) => {
    const guarded = guards.size === 0 ? [] : guardedIn(document, schema, guards);
    return (viewer) => guarded.map((place) => refusal(place, viewer)).find((error) => error !== undefined);
  };
}

/** By type, and by field as `Type.field`: sets of scopes. */
type Guards = ReadonlyMap<string, Guarded['scopes']>;

function guardedPlaces(schema: GraphQLSchema): Guards {
  const guards = new Map<string, Guarded['scopes']>();
  const note = (
    place: string,
    described: Pick<GraphQLNamedType | GraphQLField<unknown, unknown>, 'astNode'>,
  ) => {
    const scopes = scopesAskedBy(described.astNode?.directives ?? []);
    if (scopes) guards.set(place, scopes);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    note(type.name, type);
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field as GraphQLField<unknown, unknown>);
    }
  }
  return guards;
}

function scopesAskedBy(directives: readonly ConstDirectiveNode[]): Guarded['scopes'] | undefined {
  const scoped = directives.find(({ name }) => name.value === 'requiresScopes');
  const given = scoped?.arguments?.find(({ name }) => name.value === 'scopes');
  if (given) return valueFromASTUntyped(given.value) as string[][];
  return directives.some(({ name }) => name.value === 'authenticated') ? [] : undefined;
}

function guardedIn(document: DocumentNode, schema: GraphQLSchema, guards: Guards): Guarded[] {
  const guarded: Guarded[] = [];
  const path: string[] = [];
  /** The type itself, and what it may turn out to be. */
  const meantBy = (type: GraphQLNamedType | null | undefined): readonly GraphQLNamedType[] => {
    if (!type) return [];
    return isAbstractType(type) ? [type, ...schema.getPossibleTypes(type)] : [type];
  };
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter({ name, alias }) {
          path.push((alias ?? name).value);
          const fields = meantBy(types.getParentType()).map((type) => `${type.name}.${name.value}`);
          const below = meantBy(getNamedType(types.getType())).map((type) => type.name);
          for (const place of [...fields, ...below]) {
            const scopes = guards.get(place);
            if (scopes) guarded.push({ path: [...path], scopes });
          }
        },
        leave: () => void path.pop(),
      },
    }),
  );
  return guarded;
}

function refusal({ path, scopes }: Guarded, viewer: Viewer | null): GraphQLError | undefined {
  if (viewer === null) return locatedAt(gatewayError('UNAUTHENTICATED', 'Please sign in first.'), path);
  const enough =
    scopes.length === 0 || scopes.some((set) => set.every((scope) => viewer.scopes.includes(scope)));
  if (enough) return undefined;
  return locatedAt(gatewayError('FORBIDDEN', 'This access token may not be used for that.'), path);
}
