import type { Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessBench, decision } from './access-bench.js';
import { Workbench } from './workbench.js';

let access: AccessBench;
let bench: Workbench;

beforeAll(async () => {
  access = await AccessBench.start();
  bench = access.bench;
});

afterAll(() => bench.stop());

/** All that an organisation has for its own people. */
const own = `
  auditLog(first: 50) { totalCount pageInfo { endCursor } edges { cursor node { id action actor { handle name } } } }
  mandates(first: 50) { totalCount pageInfo { endCursor } edges { cursor node { id representative { handle name } } } }`;

const nothing = { auditLog: null, mandates: null };

/** Every way from the roots of the graph to an organisation; each answers with the same organisation. */
const paths: Readonly<Record<string, { source: string; at(data: unknown): unknown }>> = {
  'the root': {
    source: `query ($id: ID!) { organisation(id: $id) { ${own} } }`,
    at: (data) => (data as { organisation: unknown }).organisation,
  },
  'a list': {
    source: `query ($name: String!) { organisations(filter: { search: $name }, first: 1) { edges { node { ${own} } } } }`,
    at: (data) => (data as { organisations: { edges: { node: unknown }[] } }).organisations.edges[0]?.node,
  },
  'a reference of another subgraph': {
    source: `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Organisation { ${own} } } }`,
    at: (data) => (data as { _entities: unknown[] })._entities[0],
  },
  'the members of a coalition': {
    source: `query ($slug: String!) { coalition(slug: $slug) { members(first: 1) { edges { node { organisation { ${own} } } } } } }`,
    at: (data) =>
      (data as { coalition: { members: { edges: { node: { organisation: unknown } }[] } } }).coalition.members
        .edges[0]?.node.organisation,
  },
};

const referenceTo = (id: string) => ({ __typename: 'Organisation', id });

/** An organisation with people, an offer and a name; the one member of a coalition. */
async function furnished() {
  const name = bench.name('Furnished');
  const administered = await access.administered({ name });
  const { coalitionId, slug, coordinator } = await bench.coordinated();
  const { organisationId } = administered;
  await bench.answer('admitMember', { coalitionId, organisationId, joinedOn: '2020-01-01' }, coordinator);
  await access.offer(administered, access.email(), { name: 'Programme officer' });
  await bench.test.settled();
  return {
    ...administered,
    coordinator,
    slug,
    name,
    variables: { id: organisationId, slug, name, refs: [referenceTo(organisationId)] },
  };
}

describe.each(Object.entries(paths))('by way of %s', (_way, { source, at }) => {
  const read = async (variables: object, viewer: Viewer | null) =>
    at(await bench.test.data(source, { variables: { ...variables }, viewer }));

  it('an organisation’s log and mandates are for its own people, and nothing for others', async () => {
    const [mine, theirs] = [await furnished(), await furnished()];
    const shown = JSON.stringify(await read(mine.variables, mine.viewer));
    expect(shown).toContain('MANDATE_OFFERED');
    expect(shown).toContain('Programme officer');
    for (const viewer of [theirs.viewer, theirs.coordinator, mine.coordinator, null]) {
      expect(await read(mine.variables, viewer)).toEqual(nothing);
    }
  });
});

describe('the id of a merged organisation', () => {
  const query = `query ($id: ID!, $refs: [_Any!]!) {
    organisation(id: $id) { id ${own} }
    _entities(representations: $refs) { ... on Organisation { ${own} } } }`;

  it('leads those of the one that stays to its log, and others to nothing', async () => {
    const [kept, merged, other] = [await furnished(), await furnished(), await furnished()];
    await bench.answer('mergeOrganisations', { keepId: kept.organisationId, mergeId: merged.organisationId });
    await bench.test.settled();
    const read = (viewer: Viewer | null) =>
      bench.test.data<{ organisation: object; _entities: object[] }>(query, {
        variables: { id: merged.organisationId, refs: [referenceTo(merged.organisationId)] },
        viewer,
      });
    for (const { viewer } of [kept, merged]) {
      const { organisation } = await read(viewer);
      expect(organisation).toMatchObject({
        id: kept.organisationId,
        auditLog: {
          edges: expect.arrayContaining([
            expect.objectContaining({ node: expect.objectContaining({ action: 'MERGED' }) }),
          ]),
        },
      });
    }
    for (const viewer of [other.viewer, other.coordinator, null]) {
      const { organisation, _entities } = await read(viewer);
      expect(organisation).toEqual({ id: kept.organisationId, ...nothing });
      expect(_entities).toEqual([nothing]);
    }
  });

  it('stands for the one that stays where people are invited, granted mandates, claim or ask', async () => {
    const domain = 'one-of-two.example.org';
    const kept = await access.administered({ website: `https://${domain}/` });
    const merged = await bench.organisation();
    await bench.answer('mergeOrganisations', { keepId: kept.organisationId, mergeId: merged });
    await bench.test.settled();
    const [granted, invited, asks] = [access.email(), access.email(), access.email()];
    const given = { organisationId: merged, scopes: ['SIGN'], ...decision };
    await bench.answer('grantMandate', { ...given, email: granted }, kept.viewer);
    expect(await access.scopesOf(granted, kept.organisationId)).toEqual(['SIGN']);
    const mandateId = await access.offer({ ...kept, organisationId: merged }, invited);
    expect(await access.outcome('acceptMandate', { mandateId }, access.viewer(invited))).toBe('done');
    expect(await access.scopesOf(invited, kept.organisationId)).toEqual(['SIGN']);
    expect(
      await bench.answer(
        'claimOrganisation',
        { organisationId: merged, email: `office@${domain}` },
        access.viewer(asks),
      ),
    ).toMatchObject({ organisation: { id: kept.organisationId } });
    await bench.answer('requestMandate', { organisationId: merged, ...decision }, access.viewer(asks));
    expect(
      await access.outcome(
        'requestMandate',
        { organisationId: kept.organisationId, ...decision },
        access.viewer(asks),
      ),
    ).toBe('ALREADY_REQUESTED');
  });
});

describe('a cursor', () => {
  const query = (list: string) =>
    `query ($id: ID!, $after: String) { organisation(id: $id) { ${list}(first: 1, after: $after) { pageInfo { endCursor } } } }`;

  it.each(['auditLog', 'mandates'])('of one organisation’s %s opens no other’s', async (list) => {
    const [mine, theirs] = [await furnished(), await furnished()];
    const ask = (id: string, viewer: Viewer, after: string | null) =>
      bench.test.execute(query(list), { variables: { id, after }, viewer });
    const { data } = await ask(theirs.organisationId, theirs.viewer, null);
    const { organisation } = data as { organisation: Record<string, { pageInfo: { endCursor: string } }> };
    const cursor = organisation[list]?.pageInfo.endCursor ?? '';
    expect(cursor).not.toBe('');
    expect((await ask(theirs.organisationId, theirs.viewer, cursor)).errors).toBeUndefined();
    const refused = await ask(mine.organisationId, mine.viewer, cursor);
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    // Not even whether the cursor is one: who may not read the list gets what everybody gets.
    for (const after of [cursor, 'x']) {
      const { data: seen } = await ask(theirs.organisationId, mine.viewer, after);
      expect(seen).toEqual({ organisation: { [list]: null } });
    }
  });

  it('of what one person decides on opens nobody else’s list', async () => {
    const mine = await furnished();
    for (let claims = 0; claims < 2; claims += 1) {
      const input = { organisationId: mine.organisationId, ...decision };
      await bench.answer('requestMandate', input, access.viewer(access.email()));
    }
    const source =
      'query ($after: String) { organisationClaims(first: 1, after: $after) { totalCount pageInfo { endCursor } } }';
    const ask = (viewer: Viewer, after: string | null) =>
      bench.test.execute(source, { variables: { after }, viewer });
    const { data } = await ask(mine.viewer, null);
    const { totalCount, pageInfo } = (
      data as { organisationClaims: { totalCount: number; pageInfo: { endCursor: string } } }
    ).organisationClaims;
    expect(totalCount).toBe(2);
    const refused = await ask(mine.coordinator, pageInfo.endCursor);
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});

describe('what an organisation calls a person', () => {
  it('is not for those who run the hub, nor for the coordinator who let the person in', async () => {
    const { coordinator, organisationId, viewer } = await furnished();
    const vacant = await furnished();
    await bench.answer('revokeMandate', { mandateId: vacant.mandateId });
    const asks = access.email();
    const { claim } = await bench.answer(
      'requestMandate',
      { organisationId: vacant.organisationId, ...decision },
      access.viewer(asks),
    );
    const yes = { claimId: claim?.id, grant: true };
    expect(await access.outcome('answerMandateRequest', yes, vacant.coordinator)).toBe('done');
    await access.mandate(vacant.organisationId, asks, { scopes: ['SIGN'], name: 'Nightingale' });
    await bench.test.settled();

    const claims = '{ organisationClaims { edges { node { state mandate { representative { name } } } } } }';
    const decided = async (by: Viewer) => JSON.stringify(await bench.test.data(claims, { viewer: by }));
    expect(await decided(vacant.coordinator)).toContain('{"state":"GRANTED","mandate":null}');
    expect(await decided(access.viewer(asks))).toContain('Nightingale');

    const query = `query ($id: ID!) { organisation(id: $id) { mandates { edges { node { representative { handle name } } } } } }`;
    const listed = async (by: Viewer) =>
      JSON.stringify(await bench.test.data(query, { variables: { id: organisationId }, viewer: by }));
    expect(await listed(viewer)).toContain('Programme officer');
    expect(await listed(bench.administrator)).toContain('"name":null');
    expect(await listed(bench.administrator)).not.toContain('Programme officer');
    expect(await listed(coordinator)).toContain('"mandates":null');
  });
});

describe('a claim that others have decided on', () => {
  it('is not shown to coordinators, who would learn whether somebody administers the organisation', async () => {
    const mine = await furnished();
    const claims = async (viewer: Viewer) => {
      const source = '{ organisationClaims { totalCount edges { node { state } } } }';
      const answer = await bench.test.data<{ organisationClaims: { totalCount: number } }>(source, {
        viewer,
      });
      return answer.organisationClaims.totalCount;
    };
    const { claim } = await bench.answer(
      'requestMandate',
      { organisationId: mine.organisationId, ...decision },
      access.viewer(access.email()),
    );
    expect(await claims(mine.coordinator)).toBe(1);
    await bench.answer('answerMandateRequest', { claimId: claim?.id, grant: true }, mine.viewer);
    expect(await claims(mine.coordinator)).toBe(0);
    expect(await claims(mine.viewer)).toBe(1);
  });
});

describe('a request that is repeated', () => {
  it('shows nothing more of a mandate to who has lost the right to give one', async () => {
    const mine = await furnished();
    await access.mandate(mine.organisationId, access.email());
    const input = {
      organisationId: mine.organisationId,
      ...{ email: access.email(), scopes: ['SIGN'], name: 'First name', ...decision },
    };
    const given = ['grantMandate', 'inviteRepresentative'] as const;
    const asked = (name: (typeof given)[number]) =>
      access.outcome(name, { ...input, idempotencyKey: `repeated-${name}` }, mine.viewer);
    for (const name of given) expect([await asked(name), await asked(name)]).toEqual(['done', 'done']);
    expect(await access.outcome('revokeMandate', { mandateId: mine.mandateId }, mine.viewer)).toBe('done');
    for (const name of given) expect(await asked(name)).toBe('FORBIDDEN');
  });
});
