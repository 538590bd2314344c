import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignatoriesWorld, startSignatoriesWorld, stranger } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

async function signed(name: string) {
  const statement = await world.statement();
  const signer = await world.signer(name);
  await world.open(statement);
  const { signature } = await world.sign(statement, signer);
  return { statement, signer, id: signature?.id ?? '' };
}

describe('withdrawing a signature', () => {
  it('is for those who may sign for the organisation', async () => {
    const { id, signer, statement } = await signed('Mine');
    const neighbour = await world.signer('Neighbour');
    const stored = await world.stored();
    for (const email of [stranger, neighbour.email]) {
      expect(await world.withdraw(id, email)).toMatchObject({ __typename: 'MandateMissing' });
    }
    expect(await world.stored()).toEqual(stored);
    const colleague = 'colleague@example.org';
    await world.grantMandate(colleague, signer.organisationId, { statementId: statement.id });
    expect(await world.withdraw(id, colleague)).toMatchObject({ signature: { id, status: 'WITHDRAWN' } });
  });

  it('takes it off the list while no list has been frozen', async () => {
    const { id, signer, statement } = await signed('Gone');
    await world.withdraw(id, signer.email);
    expect(await world.signatures(statement.id)).toMatchObject({ nodes: [], totalCount: 0 });
    const { list } = await world.close(statement);
    expect(list?.size).toBe(0);
  });

  it('marks it in the current list once a frozen list names it', async () => {
    const { id, signer, statement } = await signed('Marked');
    await world.close(statement);
    await world.withdraw(id, signer.email);
    expect(await world.signatures(statement.id)).toMatchObject({
      ...{ nodes: [{ id, status: 'WITHDRAWN' }], totalCount: 1 },
    });
    expect((await world.counted(statement.id)).public).toBe(0);
  });

  it('happens once: the same key repeats the answer, another one is told', async () => {
    const { id, signer } = await signed('Once');
    const input = { idempotencyKey: randomUUID() };
    const first = await world.withdraw(id, signer.email, input);
    expect(await world.withdraw(id, signer.email, input)).toEqual(first);
    expect(await world.withdraw(id, signer.email)).toMatchObject({
      ...{ __typename: 'SignatureAlreadyWithdrawn', signature: { id } },
    });
  });

  it('happens once when ten try at the same time', async () => {
    const { id, signer, statement } = await signed('Race');
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.withdraw(id, signer.email)));
    expect(answers.filter(({ __typename }) => __typename === 'WithdrawSignatureSuccess')).toHaveLength(1);
    expect((await world.counted(statement.id)).public).toBe(0);
  });

  it('lets the organisation sign anew, under a new id', async () => {
    const { id, signer, statement } = await signed('Anew');
    await world.withdraw(id, signer.email);
    const { signature } = await world.sign(statement, signer);
    expect(signature?.id).not.toBe(id);
    expect((await world.signatures(statement.id)).nodes).toEqual([signature]);
  });

  it.each(['', 'nonsense', '\u0000', randomUUID(), 'x'.repeat(1_000_000)])(
    'does not find an unknown signature',
    async (id) => {
      expect(await world.withdraw(id, stranger)).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    },
  );
});
