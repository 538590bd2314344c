import { type DefinitionNode, type DocumentNode, Kind, parse } from '@0no-co/graphql.web';
import type { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema-types.js';

/** Ids, days and instants travel as strings: `Date` as `2022-09-27`, `DateTime` as `2022-09-27T10:00:00.000Z`. */
interface HubSchema {
  introspection: introspection;
  disableMasking: true;
  scalars: { Date: string; DateTime: string };
}

/**
 * Writes an operation or a fragment on the hub's schema: results and variables are inferred from its text, without a
 * step that generates anything. The types are those of [gql.tada](https://gql-tada.0no.co), which has to be installed
 * beside this package; what runs is ours, and parses a document only when it is first used.
 */
export const graphql: initGraphQLTada<HubSchema> = documentOf as never;

export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada';

/* @__NO_SIDE_EFFECTS__ */
function documentOf(text: string, fragments: readonly DocumentNode[] = []): DocumentNode {
  let definitions: readonly DefinitionNode[] | undefined;
  return {
    kind: Kind.DOCUMENT,
    get definitions() {
      definitions ??= [...new Set([parse(text), ...fragments].flatMap((document) => document.definitions))];
      return definitions;
    },
  } as DocumentNode;
}
