import { randomUUID } from 'node:crypto';
import { listDigest } from '@coalition-hub/proof';
import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignatoriesWorld, startSignatoriesWorld, stranger } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterEach(() => setHubTime(world.test.database.adminUrl, null));

afterAll(() => world.test.stop());

const signers = (count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, number) =>
      world.signer(`Organisation ${String(number).padStart(3, '0')}`, number % 2 === 0 ? 'ES' : null),
    ),
  );

describe('closing a statement for signature', () => {
  it('freezes a list whose digest an outsider recomputes from what the API shows', async () => {
    const statement = await world.statement();
    await world.open(statement);
    for (const signer of await signers(5)) await world.sign(statement, signer);
    const { list } = await world.close(statement);
    if (!list) throw new Error('no list');
    await world.deliver(statement.id, list);
    const { nodes } = await world.signatures(statement.id, { list: 'AT_DELIVERY' });
    const digestOfRevision = (id: string) => statement.digests[statement.revisionIds.indexOf(id)] ?? '';
    const recomputed = listDigest({
      statement: statement.id,
      revision: digestOfRevision(list.revision.id),
      frozenAt: list.frozenAt,
      entries: nodes.map(({ id, nameAsSigned, countryAsSigned, signedOn, revision }) => ({
        ...{ id, nameAsSigned, countryAsSigned, signedOn },
        revision: digestOfRevision(revision.id),
      })),
    });
    expect(list).toMatchObject({ digest: recomputed, size: 5 });
    expect(await world.lists(statement.id)).toEqual([list]);
  });

  it('tells the others the list by id and digest', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const { list } = await world.close(statement);
    const events = await world.test.bus.read('signatories', 0, await world.test.bus.head('signatories'));
    expect(
      events.find(({ type, subject }) => type === 'SIGNING_CLOSED' && subject === statement.id),
    ).toMatchObject({
      data: {
        statementId: statement.id,
        listId: list?.id,
        listDigest: list?.digest,
        frozenAt: list?.frozenAt,
        revisionId: statement.revisionIds[0],
        size: 0,
      },
    });
  });

  it('is for coordinators of its coalition', async () => {
    await world.grantCoordinator('other@example.org', randomUUID());
    const statement = await world.statement();
    const unknown = await world.close({ id: randomUUID() }, {}, 'other@example.org');
    expect(unknown).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await world.close(statement, {}, 'other@example.org')).toEqual(unknown);
    await world.open(statement);
    for (const email of [stranger, 'other@example.org'])
      await expect(world.close(statement, {}, email)).rejects.toThrow('FORBIDDEN');
    expect((await world.close(statement)).__typename).toBe('CloseForSignatureSuccess');
  });

  it('is refused when there is nothing to close; the same key repeats the answer', async () => {
    const statement = await world.statement();
    expect(await world.close(statement)).toMatchObject({ __typename: 'StatementNotOpen', state: 'NOT_OPEN' });
    await world.open(statement);
    const input = { idempotencyKey: randomUUID() };
    const first = await world.close(statement, input);
    expect(await world.close(statement, input)).toEqual(first);
    expect(await world.close(statement)).toMatchObject({ __typename: 'StatementNotOpen', state: 'CLOSED' });
    expect(await world.lists(statement.id)).toHaveLength(1);
  });

  it('freezes one list when several coordinators close at once', async () => {
    const statement = await world.statement();
    await world.open(statement);
    const answers = await Promise.all(Array.from({ length: 6 }, () => world.close(statement)));
    expect(answers.filter(({ list }) => list)).toHaveLength(1);
    expect(await world.lists(statement.id)).toHaveLength(1);
  });

  it('also freezes the list of a window whose deadline has passed', async () => {
    const statement = await world.statement();
    await world.open(statement, { closesAt: new Date(Date.now() + 3_600_000).toISOString() });
    await setHubTime(world.test.database.adminUrl, 7_200);
    expect(await world.signing(statement.id)).toMatchObject({ state: 'CLOSED' });
    expect((await world.close(statement)).list?.size).toBe(0);
  });
});
