import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type KnownStatement, type SignatoriesWorld, startSignatoriesWorld } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

async function signAll(
  statement: KnownStatement,
  names: readonly string[],
  country = 'ES',
  region = 'EUROPE',
) {
  const ids = new Map<string, { id: string; email: string }>();
  for (const name of names) {
    const signer = await world.signer(name, country, region);
    const { signature } = await world.sign(statement, signer);
    ids.set(name, { id: signature?.id ?? '', email: signer.email });
  }
  return ids;
}

describe('the lists of a statement', () => {
  it('keep those at delivery apart from the current ones, with late signers and withdrawals', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const first = await signAll(statement, ['Alpha', 'Beta', 'Gamma']);
    const { list } = await world.close(statement);
    if (!list) throw new Error('no list');
    expect(await world.signatures(statement.id, { list: 'AT_DELIVERY' })).toMatchObject({
      ...{ nodes: [], totalCount: 0 },
    });
    await world.deliver(statement.id, list);
    expect((await world.open(statement)).signing?.opening).toBe(2);
    const late = await signAll(statement, ['Aleph']);
    const [beta, aleph] = [first.get('Beta'), late.get('Aleph')];
    await world.withdraw(beta?.id, beta?.email ?? '');

    const current = await world.signatures(statement.id);
    expect(current.nodes.map((node) => [node.nameAsSigned, node.status, node.late])).toEqual([
      ['Aleph', 'SIGNED', true],
      ['Alpha', 'SIGNED', false],
      ['Beta', 'WITHDRAWN', false],
      ['Gamma', 'SIGNED', false],
    ]);
    const delivered = await world.signatures(statement.id, { list: 'AT_DELIVERY' });
    expect(delivered.nodes.map((node) => [node.nameAsSigned, node.status])).toEqual([
      ['Alpha', 'SIGNED'],
      ['Beta', 'SIGNED'],
      ['Gamma', 'SIGNED'],
    ]);
    expect([current.totalCount, delivered.totalCount]).toEqual([4, 3]);
    expect((await world.counted(statement.id)).public).toBe(3);
    expect(await world.names(statement.id, { filter: { late: true } })).toEqual(['Aleph']);

    const { list: second } = await world.close(statement);
    expect((await world.lists(statement.id)).map(({ id }) => id)).toEqual([list.id, second?.id]);
    expect(await world.names(statement.id, { list: 'AT_DELIVERY' })).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(aleph).toBeDefined();
  });

  it('follow the latest delivery, by day and then by the order in which they were recorded', async () => {
    const statement = await world.statement();
    await world.open(statement);
    await signAll(statement, ['One']);
    const { list: first } = await world.close(statement);
    await world.open(statement);
    await signAll(statement, ['Two']);
    const { list: second } = await world.close(statement);
    if (!first || !second) throw new Error('no list');
    const atDelivery = () => world.names(statement.id, { list: 'AT_DELIVERY' });
    await world.deliver(statement.id, second, '2022-09-27');
    expect(await atDelivery()).toEqual(['One', 'Two']);
    await world.deliver(statement.id, first, '2022-09-26');
    expect(await atDelivery()).toEqual(['One', 'Two']);
    await world.deliver(statement.id, first, '2022-09-27');
    expect(await atDelivery()).toEqual(['One']);
  });

  it('ignore a delivery that names the list of another statement', async () => {
    const [mine, other] = [await world.statement(), await world.statement()];
    await world.open(other);
    await signAll(other, ['Other']);
    const { list } = await world.close(other);
    if (list) await world.deliver(mine.id, list);
    expect(await world.names(mine.id, { list: 'AT_DELIVERY' })).toEqual([]);
  });

  it('are ordered by name as people read it, in every script', async () => {
    const statement = await world.statement();
    await world.open(statement);
    await signAll(statement, ['zebra', 'Ärzte', 'Amnesty', 'Élin', 'العفو', 'Zulu', 'association']);
    const names = await world.names(statement.id);
    expect(names).toEqual(['Amnesty', 'Ärzte', 'association', 'Élin', 'zebra', 'Zulu', 'العفو']);
  });

  it('are filtered by country, part of the world and lateness, on both lists', async () => {
    const statement = await world.statement();
    await world.open(statement);
    await signAll(statement, ['Madrid', 'Sevilla'], 'ES', 'EUROPE');
    await signAll(statement, ['Nairobi'], 'KE', 'AFRICA');
    const { list } = await world.close(statement);
    if (list) await world.deliver(statement.id, list);
    for (const kind of ['CURRENT', 'AT_DELIVERY']) {
      const chosen = (filter: object) => world.signatures(statement.id, { list: kind, filter });
      expect(await chosen({ countries: ['KE', 'FR'] })).toMatchObject({ totalCount: 1 });
      expect(await chosen({ regions: ['EUROPE'], countries: ['ES'] })).toMatchObject({ totalCount: 2 });
      expect(await chosen({ regions: ['EUROPE'], countries: ['KE'] })).toMatchObject({ nodes: [] });
      expect(await chosen({ late: false })).toMatchObject({ totalCount: 3 });
      expect(await chosen({ countries: [] })).toMatchObject({ nodes: [], totalCount: 0 });
      for (const country of ['\u0000', 'es', 'x'.repeat(1_000_000)]) {
        await expect(chosen({ countries: ['ES', country] })).rejects.toThrow('BAD_USER_INPUT');
      }
    }
  });

  it('are read page by page, each entry once, and their cursors lead nowhere else', async () => {
    const statement = await world.statement();
    await world.open(statement);
    await signAll(statement, ['Same', 'Same', 'Same', 'Other', 'Last']);
    const { list } = await world.close(statement);
    if (list) await world.deliver(statement.id, list);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await world.signatures(statement.id, { first: 2, after });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(seen).size).toBe(5);
    const all = await world.signatures(statement.id);
    expect(seen).toEqual(all.nodes.map(({ id }) => id));

    const cursor = all.edges[0]?.cursor;
    const elsewhere = await world.statement();
    const foreign: [string, object][] = [
      [elsewhere.id, {}],
      [statement.id, { list: 'AT_DELIVERY' }],
      [statement.id, { filter: { late: false } }],
    ];
    for (const [id, variables] of foreign)
      await expect(world.signatures(id, { ...variables, after: cursor })).rejects.toThrow('BAD_USER_INPUT');
    for (const nonsense of ['', 'x', `${cursor}A`, 'x'.repeat(1_000_000)])
      await expect(world.signatures(statement.id, { after: nonsense })).rejects.toThrow('BAD_USER_INPUT');
    for (const first of [0, -1, 201, 1_000_000_000])
      await expect(world.signatures(statement.id, { first })).rejects.toThrow('BAD_USER_INPUT');
    await expect(
      world.ofStatement(statement.id, 'signatures(first: 1000000000) { totalCount }'),
    ).rejects.toThrow('BAD_USER_INPUT');
  });

  it('show an organisation what it signed, newest day first', async () => {
    const [older, newer] = [await world.statement(), await world.statement()];
    const signer = await world.signer('Busy');
    for (const statement of [older, newer]) {
      await world.open(statement);
      await world.sign(statement, signer);
    }
    await sql`update signature set signed_on = '2020-01-01' where statement_id = ${older.id}`.execute(
      world.reads,
    );
    const text = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Organisation {
      signatures(first: 5) { totalCount edges { node { statement { id } } } } } } }`;
    const refs = [{ __typename: 'Organisation', id: signer.organisationId }];
    const { _entities } = await world.test.data<{ _entities: object[] }>(text, { variables: { refs } });
    expect(_entities).toEqual([
      {
        signatures: {
          totalCount: 2,
          edges: [newer, older].map(({ id }) => ({ node: { statement: { id } } })),
        },
      },
    ]);
  });

  it('find nothing for what is unknown, the same for what has no form of an id', async () => {
    const text = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
      ... on Statement { signatures { totalCount } } ... on Signature { id } ... on SignatoryList { id }
      ... on Organisation { signatures { totalCount } } } }`;
    const types = ['Statement', 'Signature', 'SignatoryList', 'Organisation'];
    for (const id of ['nonsense', '\u0000', 7, null]) {
      const refs = types.map((type) => ({ __typename: type, id }));
      const { _entities } = await world.test.data<{ _entities: unknown[] }>(text, { variables: { refs } });
      expect(_entities).toEqual([null, null, null, null]);
    }
  });
});

describe('reading 108 signatures of one statement', () => {
  let statement: KnownStatement;

  beforeAll(async () => {
    statement = await world.statement();
    await world.open(statement);
    const names = Array.from({ length: 108 }, (_, number) => `Sample organisation ${number}`);
    await Promise.all(names.map((name) => signAll(statement, [name])));
    await world.test.settled();
  });

  it('takes one SQL statement, and one for a total that the page does not show', async () => {
    const page = `edges { cursor node { id nameAsSigned countryAsSigned status signedOn late organisation { id }
      revision { id } statement { id } } } pageInfo { hasNextPage }`;
    const text = (selection: string) =>
      `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Statement { ${selection} } } }`;
    const variables = { refs: [{ __typename: 'Statement', id: statement.id }] };
    const read = (selection: string) =>
      recordStatements(() => world.test.data<{ _entities: unknown[] }>(text(selection), { variables }));
    expect((await read(`signatures(first: 200) { ${page} }`)).statements).toHaveLength(1);
    expect((await read(`signatures(first: 200) { ${page} totalCount }`)).statements).toHaveLength(1);
    expect((await read(`signatures(first: 100) { ${page} totalCount }`)).statements).toHaveLength(2);
    const all = await read(`signatures(first: 200) { ${page} totalCount }
      delivered: signatures(list: AT_DELIVERY) { totalCount edges { node { id } } }
      signatureCount { public byCountry { country count } byRegion { region count } }
      signing { state revision { id } } lists { id revision { id } }`);
    expect(all.statements).toHaveLength(5);
    expect((all.result._entities[0] as { signatures: { edges: [] } }).signatures.edges).toHaveLength(108);
  });

  it('takes as many for many statements as for one', async () => {
    const refs = Array.from({ length: 10 }, () => ({ __typename: 'Statement', id: statement.id }));
    const others = await Promise.all(refs.map(() => world.statement()));
    refs.push(...others.map(({ id }) => ({ __typename: 'Statement', id })));
    await world.test.settled();
    const text = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Statement {
      signatures(first: 5) { totalCount edges { node { id } } } signatureCount { public } signing { state } lists { id } } } }`;
    const { statements } = await recordStatements(() => world.test.data(text, { variables: { refs } }));
    expect(statements).toHaveLength(5);
  });

  it('walks an index in the order of the list', async () => {
    await sql`analyze signature`.execute(world.reads);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select id, name from signature
       where signature.shown and statement_id = ${statement.id} and (name, id) > ('Sample', ${statement.id}::uuid)
       order by name, id limit 21`.execute(world.reads);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('signature_in_order');
    expect(plan).not.toContain('Sort');
  });
});
