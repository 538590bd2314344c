import { randomUUID } from 'node:crypto';
import type { CoalitionPersonRole, MandateScope } from '@coalition-hub/bus';
import type { Viewer } from '@coalition-hub/subgraph';
import { TestSubgraph } from '@coalition-hub/testkit';
import { definition, startStatements } from '../src/index.js';

type Running = Awaited<ReturnType<typeof start>>;

const start = () => TestSubgraph.start({ definition, start: startStatements });

export interface Draft {
  readonly id: string;
  readonly slug: string;
}

/** What a mutation that these tests send may answer. */
export interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly field?: string;
  readonly currentNumber?: number;
  readonly statement?: {
    readonly id: string;
    readonly slug: string;
    readonly title: string;
    readonly status: string;
    readonly currentRevision: { readonly number: number; readonly digest: string };
  };
}

const answer = `
  __typename
  ... on Refusal { code message }
  ... on InvalidInput { field }`;

const shown = `statement { id slug title status currentRevision { number digest } }`;

const createStatement = `mutation ($input: CreateStatementInput!) {
  createStatement(input: $input) { ${answer} ... on CreateStatementSuccess { ${shown} } }
}`;

const reviseStatement = `mutation ($input: ReviseStatementInput!) {
  reviseStatement(input: $input) {
    ${answer}
    ... on RevisionOutdated { currentNumber }
    ... on ReviseStatementSuccess { ${shown} }
  }
}`;

const withdrawStatement = `mutation ($input: WithdrawStatementInput!) {
  withdrawStatement(input: $input) { ${answer} ... on WithdrawStatementSuccess { ${shown} } }
}`;

/** The service with a coalition, two co-authors and their people; the other services are scripted. */
export class StatementsHub {
  readonly coalitionId = randomUUID();
  readonly coAuthorIds = [randomUUID(), randomUUID()];
  readonly otherOrganisationId = randomUUID();
  readonly coordinator: Viewer;
  readonly stranger: Viewer;

  private constructor(readonly test: Running) {
    this.coordinator = test.viewer('coordinator@example.org');
    this.stranger = test.viewer('stranger@example.org');
  }

  static async start(): Promise<StatementsHub> {
    const hub = new StatementsHub(await start());
    await hub.registerCoalition(hub.coalitionId);
    for (const id of [...hub.coAuthorIds, hub.otherOrganisationId]) await hub.registerOrganisation(id);
    await hub.grantCoordinator(hub.coordinator, hub.coalitionId);
    await hub.test.settled();
    return hub;
  }

  stop(): Promise<void> {
    return this.test.stop();
  }

  get feed() {
    return this.test.subgraph.service.tools.feed;
  }

  async registerOrganisation(id: string): Promise<void> {
    const data = {
      organisationId: id,
      slug: `o-${id}`,
      name: `Sample ${id}`,
      country: 'ES',
      region: 'EUROPE',
    };
    await this.test.streams.organisations.append({ type: 'ORGANISATION_REGISTERED', subject: id, data });
  }

  async registerCoalition(id: string): Promise<void> {
    const data = { coalitionId: id, slug: `c-${id}`, name: `Coalition ${id}` };
    await this.test.streams.organisations.append({ type: 'COALITION_CREATED', subject: id, data });
  }

  /** @returns what takes the role away again */
  grantCoordinator(viewer: Viewer, coalitionId: string): Promise<() => Promise<void>> {
    return this.grantRole(viewer, coalitionId, 'COORDINATOR');
  }

  /** @returns what takes the role away again */
  async grantRole(
    { personId }: Viewer,
    coalitionId: string,
    role: CoalitionPersonRole,
  ): Promise<() => Promise<void>> {
    const data = { roleId: randomUUID(), personId, coalitionId, role };
    const subject = data.roleId;
    await this.test.streams.organisations.append({ type: 'ROLE_GRANTED', subject, data });
    return async () => {
      await this.test.streams.organisations.append({ type: 'ROLE_REVOKED', subject, data });
    };
  }

  /** @returns what takes the mandate away again */
  async grantMandate(
    { personId }: Viewer,
    organisationId: string,
    scopes: readonly MandateScope[],
    statementId: string | null = null,
    endsOn: string | null = null,
  ): Promise<() => Promise<void>> {
    const mandateId = randomUUID();
    const data = { mandateId, organisationId, personId, scopes, statementId, endsOn };
    const { organisations } = this.test.streams;
    await organisations.append({ type: 'MANDATE_GRANTED', subject: mandateId, data });
    return async () => {
      await organisations.append({
        type: 'MANDATE_REVOKED',
        subject: mandateId,
        data: { mandateId, organisationId, personId },
      });
    };
  }

  /** @returns what ends the membership, on a day */
  async admitMember(
    organisationId: string,
    joinedOn = '2001-01-01',
    coalitionId = this.coalitionId,
  ): Promise<(endedOn: string) => Promise<void>> {
    const membershipId = randomUUID();
    const data = { membershipId, coalitionId, organisationId };
    const { organisations } = this.test.streams;
    await organisations.append({
      type: 'MEMBER_ADMITTED',
      subject: membershipId,
      data: { ...data, role: 'MEMBER', joinedOn },
    });
    return async (endedOn) => {
      await organisations.append({
        type: 'MEMBERSHIP_ENDED',
        subject: membershipId,
        data: { ...data, endedOn },
      });
    };
  }

  /** Somebody with a mandate to sign, and none to revise, of a new member of the coalition. */
  async member(email: string): Promise<{ viewer: Viewer; organisationId: string }> {
    const [organisationId, viewer] = [randomUUID(), this.test.viewer(email)];
    await this.registerOrganisation(organisationId);
    await this.admitMember(organisationId);
    await this.grantMandate(viewer, organisationId, ['SIGN']);
    await this.test.settled();
    return { viewer, organisationId };
  }

  /** Any mutation of the service. @param selected of its success */
  async mutate<Success extends object = Record<string, never>>(
    name: string,
    input: object,
    selected: string,
    viewer: Viewer | null = this.coordinator,
  ): Promise<Answer & Partial<Success>> {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const source = `mutation ($input: ${type}Input!) {
      ${name}(input: $input) { ${answer} ... on ${type}Success { ${selected} } }
    }`;
    const data = await this.test.data<Record<string, Answer & Success>>(source, {
      variables: { input },
      viewer,
    });
    return data[name] as Answer & Success;
  }

  /** Lets members of the coalition read a draft. */
  consult(statementId: string, viewer: Viewer | null = this.coordinator): Promise<Answer> {
    return this.mutate('startConsultation', { statementId }, shown, viewer);
  }

  input(changes: object = {}) {
    return {
      coalitionId: this.coalitionId,
      kind: 'JOINT_STATEMENT',
      language: 'en',
      title: 'Impunity for grave violations',
      text: 'We ask for an independent inquiry.',
      coAuthorIds: this.coAuthorIds,
      ...changes,
    };
  }

  async create(changes: object = {}, viewer: Viewer | null = this.coordinator): Promise<Answer> {
    const variables = { input: this.input(changes) };
    const data = await this.test.data<{ createStatement: Answer }>(createStatement, { variables, viewer });
    return data.createStatement;
  }

  /** A new draft that the projections know of. */
  async draft(changes: object = {}): Promise<Draft> {
    const { statement, ...refused } = await this.create(changes);
    if (statement === undefined) throw new Error(JSON.stringify(refused));
    await this.test.settled();
    return statement;
  }

  async revise(
    statementId: string,
    basedOn: number,
    changes: object = {},
    viewer: Viewer | null = this.coordinator,
  ): Promise<Answer> {
    const input = { statementId, basedOn, title: 'Impunity', text: `After revision ${basedOn}.`, ...changes };
    const asking = { variables: { input }, viewer };
    return (await this.test.data<{ reviseStatement: Answer }>(reviseStatement, asking)).reviseStatement;
  }

  async withdraw(
    statementId: string,
    changes: object = {},
    viewer: Viewer | null = this.coordinator,
  ): Promise<Answer> {
    const asking = { variables: { input: { statementId, ...changes } }, viewer };
    return (await this.test.data<{ withdrawStatement: Answer }>(withdrawStatement, asking)).withdrawStatement;
  }

  /** The code of the error with which the operation fails. */
  async failure(work: () => Promise<unknown>): Promise<string> {
    try {
      await work();
    } catch (error) {
      return /"code":"(\w+)"/.exec(String(error))?.[1] ?? String(error);
    }
    return 'no failure';
  }

  /** @param number of the revision that is opened; the current one unless told */
  async opened(statementId: string, number?: number, closesAt = '2030-01-01T00:00:00.000Z'): Promise<void> {
    const revisions = await this.revisions(statementId);
    const revision = number === undefined ? revisions.at(-1) : revisions[number - 1];
    if (revision === undefined) throw new Error('there is no such revision');
    const data = {
      statementId,
      revisionId: revision.id,
      revisionNumber: revision.number,
      revisionDigest: revision.digest,
      closesAt,
      opening: 1,
    };
    await this.test.streams.signatories.append({ type: 'SIGNING_OPENED', subject: statementId, data });
    await this.test.settled();
  }

  async closed(statementId: string): Promise<void> {
    const data = {
      statementId,
      listId: randomUUID(),
      listDigest: '0'.repeat(64),
      frozenAt: '2029-01-01T00:00:00.000Z',
      revisionId: randomUUID(),
      size: 0,
    };
    await this.test.streams.signatories.append({ type: 'SIGNING_CLOSED', subject: statementId, data });
    await this.test.settled();
  }

  async delivered(statementId: string): Promise<void> {
    const data = {
      deliveryId: randomUUID(),
      statementId,
      eventId: randomUUID(),
      agendaItemId: null,
      listId: randomUUID(),
      listDigest: '0'.repeat(64),
      deliveredOn: '2022-09-27',
    };
    await this.test.streams.events.append({ type: 'DELIVERY_RECORDED', subject: data.deliveryId, data });
    await this.test.settled();
  }

  /** Public signatures, told at once; not waited for. @returns their ids */
  async signed(statementId: string, count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    await this.test.streams.signatories.append(
      ...ids.map((signatureId) => ({
        type: 'SIGNATURE_ADMITTED',
        subject: signatureId,
        data: {
          signatureId,
          statementId,
          organisationId: randomUUID(),
          revisionId: randomUUID(),
          country: 'ES',
          region: 'EUROPE',
        },
      })),
    );
    return ids;
  }

  async status(slug: string, viewer: Viewer | null = this.coordinator): Promise<string | undefined> {
    const asking = { variables: { slug }, viewer };
    const source = 'query ($slug: String!) { statement(slug: $slug) { status } }';
    const { statement } = await this.test.data<{ statement: { status: string } | null }>(source, asking);
    return statement?.status;
  }

  /** All revisions as the table has them, oldest first. */
  revisions(statementId: string) {
    return this.test.subgraph.service.database.reads
      .selectFrom('revision')
      .select(['id', 'number', 'digest'])
      .where('statement_id', '=', statementId)
      .orderBy('number')
      .execute();
  }

  /** Rows of the service's own tables, counted: what bad input must not change. */
  async rows(): Promise<Record<string, number>> {
    const { reads } = this.test.subgraph.service.database;
    const counted: Record<string, number> = {};
    for (const table of ['statement', 'revision', 'amendment', 'comment', 'translation'] as const) {
      const { count } = await reads
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow();
      counted[table] = Number(count);
    }
    return counted;
  }
}
