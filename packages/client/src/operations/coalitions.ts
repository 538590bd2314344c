import { graphql } from '../graphql.js';
import { operation } from './operation.js';

/** A page of the members that a coalition has or had on a day; `membersOf` reads them all. */
export const CoalitionMembers = operation(
  graphql(`query CoalitionMembers($slug: String!, $first: Int, $after: String, $asOf: Date, $filter: MemberFilter) {
    coalition(slug: $slug) {
      name
      members(first: $first, after: $after, asOf: $asOf, filter: $filter) {
        edges { node { id role joinedOn endedOn organisation { id slug name country } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`),
);

/** Creates a coalition. */
export const CreateCoalition = operation(
  graphql(`mutation CreateCoalition($input: CreateCoalitionInput!) {
    createCoalition(input: $input) {
      __typename
      ... on CreateCoalitionSuccess { coalition { id slug name } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Lets an organisation into a coalition. */
export const AdmitMember = operation(
  graphql(`mutation AdmitMember($input: AdmitMemberInput!) {
    admitMember(input: $input) {
      __typename
      ... on AdmitMemberSuccess { membership { id role joinedOn endedOn } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Gives a membership its last day. */
export const EndMembership = operation(
  graphql(`mutation EndMembership($input: EndMembershipInput!) {
    endMembership(input: $input) {
      __typename
      ... on EndMembershipSuccess { membership { id role joinedOn endedOn } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Gives a person a role, such as coordinator of a coalition. */
export const GrantRole = operation(
  graphql(`mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      __typename
      ... on GrantRoleSuccess { role { id role coalition { id slug } } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);
