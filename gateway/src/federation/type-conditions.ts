import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import type { Data } from './data.js';

/** What the plan executor has to know of types, worked out once per name. */
export interface TypeConditions {
  readonly objectTypes: ReadonlySet<string>;
  /** Whether an object of the type `typename` is meant by a fragment on `condition`. */
  applies(typename: string, condition: string): boolean;
  /** The same for an object; one that does not tell its type can only be of the one that its place is declared with. */
  isOneOf(object: Data, conditions: readonly string[]): boolean;
}

/** @param schema with the types that clients do not see, as plans speak of those too */
export function createTypeConditions(schema: GraphQLSchema): TypeConditions {
  const types = Object.values(schema.getTypeMap());
  const possible = new Map<string, ReadonlySet<string>>();
  for (const type of types) {
    if (isAbstractType(type)) {
      possible.set(type.name, new Set(schema.getPossibleTypes(type).map(({ name }) => name)));
    }
  }
  const applies = (typename: string, condition: string) =>
    typename === condition || (possible.get(condition)?.has(typename) ?? false);
  return {
    objectTypes: new Set(types.filter(isObjectType).map(({ name }) => name)),
    applies,
    isOneOf(object, conditions) {
      const typename = object['__typename'];
      return typeof typename !== 'string' || conditions.some((condition) => applies(typename, condition));
    },
  };
}
