import { randomUUID } from 'node:crypto';
import { listDigest } from '@coalition-hub/proof';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  type KnownStatement,
  type SignatoriesWorld,
  startSignatoriesWorld,
  stranger,
} from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

const rapporteur = { name: 'Amina Example', capacity: 'Special Rapporteur on sample matters' };

async function openStatement(): Promise<KnownStatement> {
  const statement = await world.statement({ revisions: 2 });
  await world.open(statement);
  return statement;
}

describe('a person who signs in a capacity', () => {
  it('is listed with name and capacity, without an organisation, and marked as reported', async () => {
    const statement = await openStatement();
    const { signature } = await world.reportPerson(statement, rapporteur, { signedOn: '2013-12-10' });
    expect(signature).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      nameAsSigned: rapporteur.name,
      countryAsSigned: null,
      status: 'SIGNED',
      late: false,
      signedOn: '2013-12-10',
      provenance: 'REPORTED_BY_COORDINATOR',
      organisation: null,
      person: { nameAsSigned: rapporteur.name, capacity: rapporteur.capacity },
      revision: { id: statement.revisionIds[1] },
    });
    expect((await world.signatures(statement.id)).nodes).toEqual([signature]);
  });

  it('is reported by coordinators of the coalition only', async () => {
    const statement = await openStatement();
    const signer = await world.signer('Bystander');
    await world.test.settled();
    const stored = await world.stored();
    for (const email of [stranger, signer.email])
      await expect(world.reportPerson(statement, rapporteur, {}, email)).rejects.toThrow('FORBIDDEN');
    const draft = await world.statement();
    expect(await world.reportPerson(draft, rapporteur, {}, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.reportPerson(draft, rapporteur)).toMatchObject({ state: 'NOT_OPEN' });
    expect(await world.stored()).toEqual(stored);
    expect((await world.reportPerson(statement, rapporteur)).__typename).toBe('ReportPersonSignatureSuccess');
  });

  it('is counted apart: organisations stay what they were, in all and by place', async () => {
    const statement = await openStatement();
    await world.sign(statement, await world.signer('Forum', 'KE', 'AFRICA'));
    const { signature } = await world.reportPerson(statement, rapporteur);
    await world.reportPerson(statement, { ...rapporteur, name: 'Bruno Example' });
    const counted = { public: 1, all: 1, byCountry: [{ country: 'KE', count: 1 }] };
    expect(await world.counted(statement.id)).toMatchObject({ ...counted, people: 2 });
    await world.withdraw(signature?.id, 'coordinator@example.org');
    expect(await world.counted(statement.id)).toMatchObject({ ...counted, people: 1 });
    for (const [kind, names] of [
      ['ORGANISATION', ['Forum']],
      ['PERSON', ['Bruno Example']],
    ])
      expect(await world.names(statement.id, { filter: { kind } })).toEqual(names);
  });

  it('signs once in one capacity, whatever the case of the letters and however many report it at once', async () => {
    const statement = await openStatement();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        world.reportPerson(statement, {
          name: turn % 2 === 0 ? 'ÉLISE Example' : 'Élise  Example',
          capacity: 'Rapporteur',
        }),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'ReportPersonSignatureSuccess')).toHaveLength(1);
    const refused = answers.filter(({ __typename }) => __typename === 'AlreadySigned');
    expect(refused).toHaveLength(7);
    expect(refused[0]?.message).toBe('This person has signed this statement already.');
    expect(new Set(answers.map(({ signature }) => signature?.id)).size).toBe(1);
    const other = await world.reportPerson(statement, { name: 'Élise Example', capacity: 'Chair' });
    expect(other.__typename).toBe('ReportPersonSignatureSuccess');
  });

  it('is reported with the text that can be signed, while it can, and the same key repeats the answer', async () => {
    const statement = await openStatement();
    const later = { revisionDigest: (await world.revise(statement)).digests.at(-1) };
    await world.test.settled();
    expect(await world.reportPerson(statement, rapporteur, later)).toMatchObject({
      ...{ code: 'REVISION_CHANGED', revision: { id: statement.revisionIds.at(-1) } },
    });
    expect(await world.reportPerson(statement, rapporteur, { revisionDigest: 'f'.repeat(64) })).toMatchObject(
      {
        code: 'REVISION_UNKNOWN',
      },
    );
    const idempotencyKey = randomUUID();
    const first = await world.reportPerson(statement, rapporteur, { idempotencyKey });
    expect(await world.reportPerson(statement, rapporteur, { idempotencyKey })).toEqual(first);
    await world.close(statement);
    const after = await world.reportPerson(statement, { ...rapporteur, name: 'Late' });
    expect(after).toMatchObject({ code: 'STATEMENT_NOT_OPEN', state: 'CLOSED' });
  });

  it('is taken back by coordinators, not by anybody else', async () => {
    const statement = await openStatement();
    const { signature } = await world.reportPerson(statement, rapporteur);
    const signer = await world.signer('Bystander');
    for (const email of [stranger, signer.email])
      expect(await world.withdraw(signature?.id, email)).toMatchObject({ code: 'MANDATE_MISSING' });
    const withdrawn = await world.withdraw(signature?.id, 'coordinator@example.org');
    expect(withdrawn.signature).toMatchObject({ status: 'WITHDRAWN' });
    expect(await world.names(statement.id)).toEqual([]);
    const again = await world.reportPerson(statement, rapporteur);
    expect(again.signature?.id).not.toBe(signature?.id);
  });

  it('is part of a frozen list and of its digest, which anybody can recompute from the answers', async () => {
    const statement = await openStatement();
    await world.sign(statement, await world.signer('Forum', 'KE', 'AFRICA'));
    await world.reportPerson(statement, rapporteur);
    const { list } = await world.close(statement);
    if (!list) throw new Error('no list');
    expect(list).toMatchObject({ size: 2, people: 1 });
    await world.deliver(statement.id, list);
    const { nodes } = await world.signatures(statement.id, { list: 'AT_DELIVERY' });
    const revision = statement.digests[1] ?? '';
    const entries = nodes.map(({ person, ...node }) => ({
      ...node,
      revision,
      capacity: person?.capacity ?? null,
    }));
    const { frozenAt } = list;
    expect(listDigest({ statement: statement.id, revision, frozenAt, entries })).toBe(list.digest);
    expect(nodes.map(({ organisation, person }) => [organisation === null, person?.capacity])).toEqual([
      [true, rapporteur.capacity],
      [false, undefined],
    ]);
  });

  it('is told to the other services without a name', async () => {
    const statement = await openStatement();
    const { signature } = await world.reportPerson(statement, { name: 'Unique Person', capacity: 'Chair' });
    await world.withdraw(signature?.id, 'coordinator@example.org');
    const { rows } = await sql<{ type: string; text: string }>`
      select type, data::text as text from outbox where subject = ${signature?.id} order by id`.execute(
      world.reads,
    );
    expect(rows.map(({ type }) => type)).toEqual(['PERSON_SIGNATURE_ADMITTED', 'PERSON_SIGNATURE_WITHDRAWN']);
    expect(rows.map(({ text }) => text).join()).not.toContain('Unique');
  });

  it.each([
    ['person.name', { ...rapporteur, name: ' ' }],
    ['person.name', { ...rapporteur, name: 'Amina\u202e Example' }],
    ['person.name', { ...rapporteur, name: 'x'.repeat(201) }],
    ['person.capacity', { ...rapporteur, capacity: 'a\u0000b' }],
    ['person.capacity', { ...rapporteur, capacity: 'x'.repeat(1_000_000) }],
  ])('with a faulty %s is refused, and nothing is stored', async (field, person) => {
    const statement = await openStatement();
    await world.test.settled();
    const stored = await world.stored();
    expect(await world.reportPerson(statement, person)).toMatchObject({ code: 'INVALID_INPUT', field });
    expect(await world.reportPerson(statement, rapporteur, { signedOn: '2999-01-01' })).toMatchObject({
      ...{ code: 'INVALID_INPUT', field: 'signedOn' },
    });
    await expect(world.reportPerson(statement, rapporteur, { signedOn: '2022-02-30' })).rejects.toThrow(
      'BAD_USER_INPUT',
    );
    expect(await world.stored()).toEqual(stored);
  });
});

describe('a network', () => {
  it('counts once, and its members only when they sign themselves', async () => {
    const statement = await openStatement();
    const network = await world.signer('Network of three', 'KE', 'AFRICA');
    const member = await world.signer('Member of the network', 'KE', 'AFRICA');
    await world.sign(statement, network);
    expect(await world.counted(statement.id)).toMatchObject({ public: 1, people: 0 });
    await world.sign(statement, member);
    const counted = { public: 2, people: 0, byCountry: [{ country: 'KE', count: 2 }] };
    expect(await world.counted(statement.id)).toMatchObject(counted);
    expect((await world.signatures(statement.id)).totalCount).toBe(2);
  });
});
