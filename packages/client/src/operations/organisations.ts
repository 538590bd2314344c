import { graphql } from '../graphql.js';
import { operation } from './operation.js';

/** A page of organisations; `searchOrganisations` reads them all. */
export const SearchOrganisations = operation(
  graphql(`query SearchOrganisations(
    $first: Int, $after: String, $filter: OrganisationFilter, $orderBy: OrganisationOrder
  ) {
    organisations(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges { node { id slug name acronym kind country region } }
      pageInfo { hasNextPage endCursor }
    }
  }`),
);

/** Enters an organisation in the registry. */
export const RegisterOrganisation = operation(
  graphql(`mutation RegisterOrganisation($input: RegisterOrganisationInput!) {
    registerOrganisation(input: $input) {
      __typename
      ... on RegisterOrganisationSuccess { organisation { id slug name country } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Lets a person act for an organisation. */
export const GrantMandate = operation(
  graphql(`mutation GrantMandate($input: GrantMandateInput!) {
    grantMandate(input: $input) {
      __typename
      ... on GrantMandateSuccess { mandate { id scopes decidedOn decidedBy endsOn organisation { id slug } } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);
