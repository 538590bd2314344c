import { randomUUID } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';
import { recordStatements, setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessBench, decision } from './access-bench.js';
import { Workbench } from './workbench.js';

let access: AccessBench;
let bench: Workbench;

beforeAll(async () => {
  access = await AccessBench.start();
  bench = access.bench;
});

afterEach(() => setHubTime(bench.test.database.adminUrl, null));

afterAll(() => bench.stop());

interface Entry {
  readonly action: string;
  readonly capacity: string;
  readonly requestId: string | null;
  readonly occurredAt: string;
  readonly actor: { readonly handle: string; readonly name: string | null } | null;
  readonly about: { readonly handle: string; readonly name: string | null } | null;
  readonly scopes: readonly string[] | null;
  readonly signatureId: string | null;
  readonly statementId: string | null;
}

interface Log {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Entry }[];
}

const query = `query ($id: ID!, $first: Int, $after: String, $filter: AuditLogFilter) {
  organisation(id: $id) { auditLog(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node {
      id action capacity requestId occurredAt scopes mandateId statementId signatureId
      actor { handle name } about { handle name } } } } } }`;

async function logOf(id: string, viewer: Viewer | null, args: object = {}): Promise<Log | null> {
  const { organisation } = await bench.test.data<{ organisation: { auditLog: Log | null } }>(query, {
    variables: { id, ...args },
    viewer,
  });
  return organisation.auditLog;
}

const entries = async (...asked: Parameters<typeof logOf>) =>
  ((await logOf(...asked))?.edges ?? []).map(({ node }) => node);

/** As `signatories` tells of it. */
async function told(type: string, organisationId: string, more: object) {
  const [signatureId, statementId] = [randomUUID(), randomUUID()];
  const data = {
    signatureId,
    statementId,
    organisationId,
    revisionId: randomUUID(),
    country: null,
    region: null,
  };
  await bench.test.streams.signatories.append({ type, subject: signatureId, data: { ...data, ...more } });
  await bench.test.settled();
  return { signatureId, statementId };
}

describe('an organisation’s audit log', () => {
  it('has every change of who may act for it: who, what, when, whom, by which request', async () => {
    const own = await access.administered();
    const [invited, declines] = [access.email(), access.email()];
    const mandateId = await access.offer(own, invited, { name: 'Programme officer', scopes: ['SIGN'] });
    await bench.answer('acceptMandate', { mandateId }, access.viewer(invited));
    const declined = await access.offer(own, declines);
    await bench.answer('declineMandate', { mandateId: declined }, access.viewer(declines));
    await bench.answer('revokeMandate', { mandateId }, own.viewer);
    await bench.answer(
      'requestMandate',
      { organisationId: own.organisationId, ...decision },
      access.viewer(declines),
    );
    const log = await entries(own.organisationId, own.viewer);
    expect(log.map(({ action, capacity }) => [action, capacity])).toEqual([
      ['MANDATE_REQUESTED', 'OTHER'],
      ['MANDATE_REVOKED', 'REPRESENTATIVE'],
      ['MANDATE_DECLINED', 'OTHER'],
      ['MANDATE_OFFERED', 'REPRESENTATIVE'],
      ['MANDATE_ACCEPTED', 'OTHER'],
      ['MANDATE_OFFERED', 'REPRESENTATIVE'],
      ['MANDATE_GRANTED', 'ADMINISTRATOR'],
      ['REGISTERED', 'ADMINISTRATOR'],
    ]);
    const accepted = log[4];
    expect(accepted).toMatchObject({ scopes: ['SIGN'], actor: { name: 'Programme officer' } });
    expect(accepted?.actor).toEqual(accepted?.about);
    expect(log[1]?.about).toEqual(accepted?.about);
    expect(log[1]?.actor?.handle).not.toBe(accepted?.actor?.handle);
    for (const { requestId, occurredAt } of log) {
      expect(requestId).toEqual(expect.stringMatching(/\S/));
      expect(occurredAt).toEqual(expect.stringMatching(/^\d{4}-\d\d-\d\dT/));
    }
  });

  it('has what the organisation signed, also what others reported of it, each once', async () => {
    const own = await access.administered();
    const signer = access.email();
    await access.mandate(own.organisationId, signer, { scopes: ['SIGN'], name: 'Director' });
    const { personId } = access.viewer(signer);
    const by = { personId, requestId: 'the-request', capacity: 'REPRESENTATIVE' };
    const signed = await told('SIGNATURE_ADMITTED', own.organisationId, { by });
    await told('SIGNATURE_WITHDRAWN', own.organisationId, { by });
    await told('SIGNATURE_ADMITTED', own.organisationId, { reported: true });
    await told('SIGNATURE_ADMITTED', own.organisationId, {});
    const log = await entries(own.organisationId, own.viewer, {
      filter: { actions: ['SIGNED', 'SIGNATURE_WITHDRAWN', 'SIGNATURE_REPORTED'] },
    });
    expect(log).toMatchObject([
      { action: 'SIGNATURE_REPORTED', capacity: 'HUB', actor: null, requestId: null },
      { action: 'SIGNATURE_WITHDRAWN', actor: { name: 'Director' } },
      { action: 'SIGNED', capacity: 'REPRESENTATIVE', requestId: 'the-request', ...signed },
    ]);
  });

  it('is for those who act for the organisation; for others it is absent, byte for byte', async () => {
    const [own, other] = [await access.administered(), await access.administered()];
    const [signer, narrow, later, former, invited] = Array.from({ length: 5 }, () => access.email());
    const { organisationId } = own;
    await access.mandate(organisationId, signer ?? '', { scopes: ['SIGN'] });
    await access.mandate(organisationId, narrow ?? '', { scopes: ['SIGN'], statementId: randomUUID() });
    await access.mandate(organisationId, later ?? '', { startsOn: '2090-01-01' });
    const formerly = await access.mandate(organisationId, former ?? '', { scopes: ['SIGN'] });
    await bench.answer('revokeMandate', { mandateId: formerly });
    await access.offer(own, invited ?? '');
    await bench.test.settled();
    const never = await bench.organisation();
    const bytes = async (id: string, viewer: Viewer | null) =>
      JSON.stringify(await bench.test.execute(query, { variables: { id }, viewer }));
    for (const email of [own.email, signer ?? '']) {
      expect((await logOf(organisationId, access.viewer(email)))?.totalCount).toBeGreaterThan(5);
    }
    const outside = [null, bench.administrator, other.viewer];
    for (const viewer of [
      ...outside,
      ...[narrow, later, former, invited].map((email) => access.viewer(email ?? '')),
    ]) {
      expect(await bytes(organisationId, viewer)).toBe('{"data":{"organisation":{"auditLog":null}}}');
      expect(await bytes(never, viewer)).toBe('{"data":{"organisation":{"auditLog":null}}}');
    }
  });

  it('holds no mailbox, and no name of a person that another organisation could know', async () => {
    const [one, other] = [await access.administered(), await access.administered()];
    const email = access.email('canary');
    for (const from of [one, other]) await access.offer(from, email, { name: 'Canary' });
    const [first, second] = [
      await entries(one.organisationId, one.viewer),
      await entries(other.organisationId, other.viewer),
    ];
    const text = JSON.stringify([first, second]);
    for (const secret of ['example.org', access.viewer(email).personId, one.viewer.personId]) {
      expect(text).not.toContain(secret);
    }
    expect(first[0]?.about?.handle).not.toBe(second[0]?.about?.handle);
  });

  it('comes in pages and by day and kind, in a constant number of statements', async () => {
    const own = await access.administered();
    for (let day = 1; day <= 9; day += 1) {
      await setHubTime(bench.test.database.adminUrl, `2026-03-0${day}T12:00:00Z`);
      await access.offer(own, access.email());
    }
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page: Log | null = await logOf(own.organisationId, own.viewer, { first: 4, after });
      read.push(...(page?.edges ?? []).map(({ node }) => node.occurredAt));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(read).toHaveLength(11);
    expect(read).toEqual(read.toSorted((one, other) => other.localeCompare(one)));
    const filter = { actions: ['MANDATE_OFFERED'], from: '2026-03-03', until: '2026-03-05' };
    const days = await logOf(own.organisationId, own.viewer, { filter });
    expect([days?.totalCount, days?.edges.map(({ node }) => node.occurredAt.slice(0, 10))]).toEqual([
      3,
      ['2026-03-05', '2026-03-04', '2026-03-03'],
    ]);
    const statements = async (first: number) => {
      const recorded = await recordStatements(() => logOf(own.organisationId, own.viewer, { first }));
      return recorded.statements.length;
    };
    expect(await statements(9)).toBe(await statements(1));
  });

  it('goes on with an organisation that another one turned out to be', async () => {
    const [kept, merged] = [await access.administered(), await access.administered()];
    await access.offer(merged, access.email());
    await bench.answer('mergeOrganisations', { keepId: kept.organisationId, mergeId: merged.organisationId });
    await bench.test.settled();
    const log = await entries(kept.organisationId, kept.viewer);
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(['MERGED', 'MANDATE_OFFERED']));
  });
});
