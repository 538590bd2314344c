import { randomUUID } from 'node:crypto';
import { digestOf } from '@coalition-hub/proof';
import { ExpiredKeys } from '@coalition-hub/subgraph';
import { TestSubgraph } from '@coalition-hub/testkit';
import { sql } from 'kysely';
import { definition, importSignatures, type ReportedSignature, startSignatories } from '../src/index.js';

export const coordinator = 'coordinator@example.org';
export const stranger = 'stranger@example.org';

/** An answer to a mutation, whichever member of the union it is. */
export interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly state?: string;
  readonly revision?: { readonly id: string };
  readonly signature?: SignatureData;
  readonly list?: ListData;
  readonly signing?: SigningData;
  readonly message?: string;
  readonly invitation?: InvitationData;
  readonly invitations?: readonly InvitationData[];
}

export interface InvitationData {
  readonly id: string;
  readonly state: string;
  readonly invitedOn: string;
  readonly statement: { readonly id: string };
  readonly organisation: { readonly id: string };
}

export interface SignatureData {
  readonly id: string;
  readonly nameAsSigned: string;
  readonly countryAsSigned: string | null;
  readonly status: string;
  readonly late: boolean;
  readonly signedOn: string;
  readonly organisation: { readonly id: string } | null;
  readonly person: { readonly nameAsSigned: string; readonly capacity: string } | null;
  readonly provenance: string;
  readonly revision: { readonly id: string };
}

export interface ListData {
  readonly id: string;
  readonly digest: string;
  readonly frozenAt: string;
  readonly size: number;
  readonly people: number;
  readonly revision: { readonly id: string };
}

export interface SigningData {
  readonly state: string;
  readonly closesAt: string | null;
  readonly opening: number;
  readonly revision: { readonly id: string } | null;
}

export interface KnownStatement {
  readonly id: string;
  /** Of its revisions, oldest first. */
  readonly digests: readonly string[];
  readonly revisionIds: readonly string[];
}

const signatureFields =
  'id nameAsSigned countryAsSigned status late signedOn provenance organisation { id } person { nameAsSigned capacity } revision { id }';
const listFields = 'id digest frozenAt size people revision { id }';
const invitationFields = 'id state invitedOn statement { id } organisation { id }';
const signingFields = 'state closesAt opening revision { id }';
const refused = '... on Refusal { code } ... on InvalidInput { field }';

/** What each mutation is asked to answer with; only members of its union can be selected. */
const answers = {
  openForSignature: `... on OpenForSignatureSuccess { signing { ${signingFields} } }
    ... on RevisionChanged { revision { id } }`,
  closeForSignature: `... on CloseForSignatureSuccess { list { ${listFields} } }
    ... on StatementNotOpen { state }`,
  signStatement: `... on SignStatementSuccess { signature { ${signatureFields} } }
    ... on AlreadySigned { signature { ${signatureFields} } }
    ... on StatementNotOpen { state } ... on RevisionChanged { revision { id } }`,
  reportPersonSignature: `... on ReportPersonSignatureSuccess { signature { ${signatureFields} } }
    ... on AlreadySigned { message signature { ${signatureFields} } }
    ... on StatementNotOpen { state } ... on RevisionChanged { revision { id } }`,
  inviteToSign: `... on InviteToSignSuccess { invitations { ${invitationFields} } }`,
  declineToSign: `... on DeclineToSignSuccess { invitation { ${invitationFields} } }
    ... on SigningInvitationSettled { state }`,
  withdrawSigningInvitation: `... on WithdrawSigningInvitationSuccess { invitation { ${invitationFields} } }
    ... on SigningInvitationSettled { state }`,
  withdrawSignature: `... on WithdrawSignatureSuccess { signature { ${signatureFields} } }
    ... on SignatureAlreadyWithdrawn { signature { ${signatureFields} } }`,
} as const;

type Mutation = keyof typeof answers;

const mutationText = (name: Mutation) =>
  `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
    ${name}(input: $input) { __typename ${answers[name]} ${refused} } }`;

/** Types of the variables that the fields of a statement take. */
const variableTypes: Readonly<Record<string, string>> = {
  first: 'Int',
  after: 'String',
  list: 'SignatoryListKind',
  filter: 'SignatureFilter',
  orderBy: 'SignatureOrder',
  locale: 'String',
  state: 'SigningInvitationState',
};

export const inTwoDays = () => new Date(Date.now() + 2 * 86_400_000).toISOString();

/** The signatories service, and what other services have told it. */
export async function startSignatoriesWorld() {
  const test = await TestSubgraph.start({ definition, start: startSignatories });
  const { streams, persons } = test;
  const coalitionId = randomUUID();
  const reads = test.subgraph.service.database.reads;

  const viewerOf = (email: string | null) => (email === null ? null : test.viewer(email));

  const mutate = async (name: Mutation, input: object, email: string): Promise<Answer> => {
    const data = await test.data<Record<string, Answer>>(mutationText(name), {
      variables: { input },
      viewer: test.viewer(email),
    });
    return data[name] as Answer;
  };

  const world = {
    ...{ test, streams, coalitionId, reads, mutate },

    async grantCoordinator(email: string, coalition: string = coalitionId): Promise<void> {
      const roleId = randomUUID();
      await streams.organisations.append({
        type: 'ROLE_GRANTED',
        subject: roleId,
        data: { roleId, personId: persons.personId(email), coalitionId: coalition, role: 'COORDINATOR' },
      });
    },

    async organisation(name: string, country: string | null = null, region: string | null = null) {
      const organisationId = randomUUID();
      await streams.organisations.append({
        type: 'ORGANISATION_REGISTERED',
        subject: organisationId,
        data: { organisationId, slug: organisationId, name, country, region },
      });
      return organisationId;
    },

    async grantMandate(
      email: string,
      organisationId: string,
      { scopes = ['SIGN'], statementId = null }: { scopes?: string[]; statementId?: string | null } = {},
    ): Promise<string> {
      const mandateId = randomUUID();
      const personId = persons.personId(email);
      await streams.organisations.append({
        type: 'MANDATE_GRANTED',
        subject: mandateId,
        data: { mandateId, organisationId, personId, scopes, statementId, endsOn: null },
      });
      return mandateId;
    },

    async revokeMandate(mandateId: string, email: string, organisationId: string): Promise<void> {
      await streams.organisations.append({
        type: 'MANDATE_REVOKED',
        subject: mandateId,
        data: { mandateId, organisationId, personId: persons.personId(email) },
      });
    },

    /** An organisation and the mailbox of somebody who may sign for it. */
    async signer(name: string, country: string | null = null, region: string | null = null) {
      const organisationId = await world.organisation(name, country, region);
      const email = `${organisationId}@example.org`;
      await world.grantMandate(email, organisationId);
      return { organisationId, email };
    },

    async statement({ revisions = 1, coAuthorIds = [] as string[] } = {}): Promise<KnownStatement> {
      const id = randomUUID();
      await streams.statements.append({
        type: 'STATEMENT_CREATED',
        subject: id,
        data: { statementId: id, slug: id, coalitionId, coAuthorIds },
      });
      let known: KnownStatement = { id, digests: [], revisionIds: [] };
      while (known.digests.length < revisions) known = await world.revise(known);
      return known;
    },

    /** @returns the statement with its next revision */
    async revise({ id, digests, revisionIds }: KnownStatement): Promise<KnownStatement> {
      const number = digests.length + 1;
      const revision = { revisionId: randomUUID(), digest: digestOf([id, number]), number };
      const data = { statementId: id, ...revision };
      await streams.statements.append({ type: 'STATEMENT_REVISED', subject: id, data });
      return {
        id,
        digests: [...digests, revision.digest],
        revisionIds: [...revisionIds, revision.revisionId],
      };
    },

    /** As if all that was asked for so far had been asked for long ago. */
    async forgetKeys(): Promise<void> {
      const { database } = test.subgraph.service;
      await sql`update idempotency_key set created_at = hub_now() - interval '1 year'`.execute(
        database.reads,
      );
      const report = (error: unknown) => {
        throw error;
      };
      await new ExpiredKeys({ database, report }).remove();
    },

    /** Tells that two organisations are one, with whom they sent. @param email of whoever may sign for the merged one */
    async merge(keptId: string, mergedId: string, email?: string): Promise<void> {
      const data = { organisationId: keptId, mergedId };
      await streams.organisations.append({ type: 'ORGANISATION_MERGED', subject: keptId, data });
      if (email !== undefined) await world.grantMandate(email, keptId);
    },

    async withdrawStatement(id: string): Promise<void> {
      await streams.statements.append({
        type: 'STATEMENT_WITHDRAWN',
        subject: id,
        data: { statementId: id },
      });
      await test.settled();
    },

    async deliver(statementId: string, list: ListData, deliveredOn = '2022-09-27'): Promise<void> {
      const deliveryId = randomUUID();
      const eventId = randomUUID();
      const named = { listId: list.id, listDigest: list.digest };
      await streams.events.append({
        type: 'DELIVERY_RECORDED',
        subject: deliveryId,
        data: { deliveryId, statementId, eventId, agendaItemId: null, ...named, deliveredOn },
      });
      await test.settled();
    },

    open: (statement: KnownStatement, input: object = {}, email = coordinator) =>
      mutate(
        'openForSignature',
        {
          statementId: statement.id,
          revisionDigest: statement.digests.at(-1),
          closesAt: inTwoDays(),
          ...input,
        },
        email,
      ),

    close: (statement: { id: string }, input: object = {}, email = coordinator) =>
      mutate('closeForSignature', { statementId: statement.id, ...input }, email),

    sign: (
      statement: KnownStatement,
      { organisationId, email }: { organisationId: string; email: string },
      input: object = {},
    ) =>
      mutate(
        'signStatement',
        {
          statementId: statement.id,
          revisionDigest: statement.digests.at(-1),
          organisationId,
          idempotencyKey: randomUUID(),
          ...input,
        },
        email,
      ),

    withdraw: (signatureId: string | undefined, email: string, input: object = {}) =>
      mutate('withdrawSignature', { signatureId, ...input }, email),

    reportPerson: (
      statement: KnownStatement,
      person: { name: string; capacity: string },
      input: object = {},
      email = coordinator,
    ) =>
      mutate(
        'reportPersonSignature',
        { statementId: statement.id, revisionDigest: statement.digests.at(-1), person, ...input },
        email,
      ),

    invite: (
      statement: { id: string },
      organisationIds: readonly string[],
      input: object = {},
      email = coordinator,
    ) => mutate('inviteToSign', { statementId: statement.id, organisationIds, ...input }, email),

    decline: (invitationId: string | undefined, email: string, input: object = {}) =>
      mutate('declineToSign', { invitationId, ...input }, email),

    withdrawInvitation: (invitationId: string | undefined, email = coordinator, input: object = {}) =>
      mutate('withdrawSigningInvitation', { invitationId, ...input }, email),

    /** A list that a coordinator reports, as the command line enters it. */
    import: (statement: { id: string }, rows: readonly ReportedSignature[], dryRun = false) =>
      importSignatures(test.subgraph.service, statement.id, rows, { dryRun, requestId: randomUUID() }),

    /** Who was invited to sign a statement, as somebody sees it; null: signed out. */
    invitations: (statementId: string, email: string | null = coordinator, variables: object = {}) =>
      world.invitationsOf('Statement', 'invitations', statementId, email, variables),

    /** What an organisation was invited to sign, as somebody sees it. */
    invitationsTo: (organisationId: string, email: string | null, variables: object = {}) =>
      world.invitationsOf('Organisation', 'signingInvitations', organisationId, email, variables),

    async invitationsOf(
      type: string,
      field: string,
      id: string,
      email: string | null,
      variables: object,
    ): Promise<InvitationPage> {
      const all = { first: 200, ...variables };
      const declared = Object.keys(all).map((name) => `, $${name}: ${variableTypes[name]}`);
      const args = Object.keys(all).map((name) => `${name}: $${name}`);
      const text = `query ($refs: [_Any!]!${declared.join('')}) { _entities(representations: $refs) { ... on ${type} {
        ${field}(${args.join(', ')}) { edges { cursor node { ${invitationFields} } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } } } }`;
      const refs = [{ __typename: type, id }];
      const { _entities } = await test.data<{ _entities: Record<string, InvitationPage>[] }>(text, {
        variables: { refs, ...all },
        viewer: viewerOf(email),
      });
      return _entities[0]?.[field] as InvitationPage;
    },

    /** Fields of a statement, as another subgraph's answer would lead to them. */
    async ofStatement<Fields>(id: string, selection: string, variables: object = {}): Promise<Fields> {
      const declared = Object.keys(variables).map((name) => `, $${name}: ${variableTypes[name]}`);
      const text = `query ($refs: [_Any!]!${declared.join('')}) {
        _entities(representations: $refs) { ... on Statement { ${selection} } } }`;
      const refs = [{ __typename: 'Statement', id }];
      const { _entities } = await test.data<{ _entities: Fields[] }>(text, {
        variables: { refs, ...variables },
      });
      return _entities[0] as Fields;
    },

    async names(statementId: string, variables: object = {}): Promise<string[]> {
      const page = await world.signatures(statementId, variables);
      return page.nodes.map(({ nameAsSigned }) => nameAsSigned);
    },

    async signatures(statementId: string, variables: object = {}) {
      const args = Object.keys({ first: 0, ...variables }).map((name) => `${name}: $${name}`);
      const { signatures } = await world.ofStatement<{ signatures: Connection }>(
        statementId,
        `signatures(${args.join(', ')}) { edges { cursor node { ${signatureFields} } }
          pageInfo { hasNextPage endCursor } totalCount }`,
        { first: 200, ...variables },
      );
      return { ...signatures, nodes: signatures.edges.map(({ node }) => node) };
    },

    async signing(statementId: string): Promise<SigningData> {
      const { signing } = await world.ofStatement<{ signing: SigningData }>(
        statementId,
        `signing { ${signingFields} }`,
      );
      return signing;
    },

    async lists(statementId: string): Promise<ListData[]> {
      const { lists } = await world.ofStatement<{ lists: ListData[] }>(
        statementId,
        `lists { ${listFields} }`,
      );
      return lists;
    },

    async counted(statementId: string): Promise<CountData> {
      await test.settled();
      const { signatureCount } = await world.ofStatement<{ signatureCount: CountData }>(
        statementId,
        'signatureCount { public people all asOf byCountry { country count } byRegion { region count } }',
      );
      return signatureCount;
    },

    /** Rows of every table that a command of this service writes. */
    async stored(): Promise<Record<string, number>> {
      const counts = written.map(
        (table) => sql`(select count(*)::int from ${sql.table(table)}) as ${sql.ref(table)}`,
      );
      const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(reads);
      return rows[0] ?? {};
    },
  };

  await world.grantCoordinator(coordinator);
  await test.settled();
  return world;
}

export type SignatoriesWorld = Awaited<ReturnType<typeof startSignatoriesWorld>>;

export interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: SignatureData }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

export interface InvitationPage {
  readonly edges: readonly { readonly cursor: string; readonly node: InvitationData }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

export interface CountData {
  readonly public: number;
  readonly people: number;
  readonly all: number;
  readonly asOf: string;
  readonly byCountry: readonly { readonly country: string | null; readonly count: number }[];
  readonly byRegion: readonly { readonly region: string | null; readonly count: number }[];
}

const written = [
  'signing_window',
  'signature',
  'signing_invitation',
  'signatory_list',
  'list_entry',
  'outbox',
  'audit_entry',
  'idempotency_key',
];
