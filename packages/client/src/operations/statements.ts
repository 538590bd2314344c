import { graphql } from '../graphql.js';
import { operation } from './operation.js';

/** One statement: its text, how signing stands, its counts, its lists and deliveries. */
export const ReadStatement = operation(
  graphql(`query ReadStatement($slug: String!) {
    statement(slug: $slug) {
      id slug kind title status updateCursor
      currentRevision { number digest language title text publishedAt }
      signing { state closesAt revision { number digest } }
      signatureCount { public all asOf people byCountry { country count } byRegion { region count } }
      coAuthors { id slug name country }
      lists { id digest frozenAt size people }
      deliveries { id deliveredOn mode reference event { slug title place } list { id digest size } }
    }
  }`),
);

/** A page of a statement’s public signatures; `signaturesOf` reads them all. */
export const StatementSignatures = operation(
  graphql(`query StatementSignatures(
    $slug: String!, $first: Int, $after: String,
    $list: SignatoryListKind, $filter: SignatureFilter, $orderBy: SignatureOrder, $locale: String
  ) {
    statement(slug: $slug) {
      title
      signatures(first: $first, after: $after, list: $list, filter: $filter, orderBy: $orderBy, locale: $locale) {
        edges { node {
          id nameAsSigned countryAsSigned signedOn status late provenance
          organisation { id slug name country } person { capacity } revision { number digest }
        } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`),
);

/** A page of statements that are open to the viewer. */
export const ListStatements = operation(
  graphql(`query ListStatements($first: Int, $after: String, $filter: StatementFilter, $orderBy: StatementOrder) {
    statements(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
      edges { node { id slug kind title status coalition { slug name } } }
      pageInfo { hasNextPage endCursor }
    }
  }`),
);

/** Starts a statement, as a draft with its first revision. */
export const CreateStatement = operation(
  graphql(`mutation CreateStatement($input: CreateStatementInput!) {
    createStatement(input: $input) {
      __typename
      ... on CreateStatementSuccess { statement { id slug status currentRevision { number digest } } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Gives a statement its next text. */
export const ReviseStatement = operation(
  graphql(`mutation ReviseStatement($input: ReviseStatementInput!) {
    reviseStatement(input: $input) {
      __typename
      ... on ReviseStatementSuccess { revision { number digest } statement { id slug status } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Opens a statement for signature, or again for late sign-ons. */
export const OpenForSignature = operation(
  graphql(`mutation OpenForSignature($input: OpenForSignatureInput!) {
    openForSignature(input: $input) {
      __typename
      ... on OpenForSignatureSuccess { signing { state opening closesAt revision { number digest } } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Ends signing, and freezes the list of who has signed. */
export const CloseForSignature = operation(
  graphql(`mutation CloseForSignature($input: CloseForSignatureInput!) {
    closeForSignature(input: $input) {
      __typename
      ... on CloseForSignatureSuccess { list { id digest frozenAt size } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Takes a statement back, for good. */
export const WithdrawStatement = operation(
  graphql(`mutation WithdrawStatement($input: WithdrawStatementInput!) {
    withdrawStatement(input: $input) {
      __typename
      ... on WithdrawStatementSuccess { statement { id slug status } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Signs in public the revision of a digest, for an organisation. */
export const SignStatement = operation(
  graphql(`mutation SignStatement($input: SignStatementInput!) {
    signStatement(input: $input) {
      __typename
      ... on SignStatementSuccess { signature { id nameAsSigned countryAsSigned signedOn status revision { number digest } } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
      ... on AlreadySigned { signature { id nameAsSigned signedOn status } }
      ... on RevisionChanged { revision { number digest title text } }
    }
  }`),
);

/** Withdraws a public signature. */
export const WithdrawSignature = operation(
  graphql(`mutation WithdrawSignature($input: WithdrawSignatureInput!) {
    withdrawSignature(input: $input) {
      __typename
      ... on WithdrawSignatureSuccess { signature { id status } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);
