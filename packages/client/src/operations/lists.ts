import type { PagingOptions } from '../client-options.js';
import type { ResultIn, VariablesIn } from '../documents/typed-document.js';
import type { HubClient } from '../hub-client.js';
import { CoalitionMembers } from './coalitions.js';
import { SearchOrganisations } from './organisations.js';
import { StatementSignatures } from './statements.js';

type NodeIn<List> = List extends { readonly edges: readonly { readonly node: infer Node }[] } ? Node : never;
type Statement = NonNullable<ResultIn<typeof StatementSignatures>['statement']>;
type Coalition = NonNullable<ResultIn<typeof CoalitionMembers>['coalition']>;

/** A public signature as `signaturesOf` reads it. */
export type ListedSignature = NodeIn<Statement['signatures']>;
/** A membership as `membersOf` reads it. */
export type ListedMember = NodeIn<Coalition['members']>;
/** An organisation as `searchOrganisations` reads it. */
export type ListedOrganisation = NodeIn<ResultIn<typeof SearchOrganisations>['organisations']>;

/**
 * All public signatures of a statement, page by page.
 * @throws HubError NOT_FOUND where there is no such statement
 */
export function signaturesOf(
  client: HubClient,
  which: VariablesIn<typeof StatementSignatures>,
  options?: PagingOptions,
): AsyncGenerator<ListedSignature, void, void> {
  return client.each(StatementSignatures, which, ({ statement }) => statement?.signatures, options);
}

/**
 * All members of a coalition as of a day, page by page.
 * @throws HubError NOT_FOUND where there is no such coalition
 */
export function membersOf(
  client: HubClient,
  which: VariablesIn<typeof CoalitionMembers>,
  options?: PagingOptions,
): AsyncGenerator<ListedMember, void, void> {
  return client.each(CoalitionMembers, which, ({ coalition }) => coalition?.members, options);
}

/** All organisations that fit, page by page. */
export function searchOrganisations(
  client: HubClient,
  which: VariablesIn<typeof SearchOrganisations>,
  options?: PagingOptions,
): AsyncGenerator<ListedOrganisation, void, void> {
  return client.each(SearchOrganisations, which, ({ organisations }) => organisations, options);
}
