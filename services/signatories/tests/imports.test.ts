import { randomUUID } from 'node:crypto';
import { Refusal } from '@coalition-hub/subgraph';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import pg from 'pg';
import type { ReportedSignature, SignatureImport } from '../src/index.js';
import {
  coordinator,
  type KnownStatement,
  type SignatoriesWorld,
  startSignatoriesWorld,
} from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

async function openStatement(): Promise<KnownStatement> {
  const statement = await world.statement({ revisions: 2 });
  await world.open(statement);
  return statement;
}

async function imported(
  statement: { id: string },
  rows: readonly ReportedSignature[],
  dryRun = false,
): Promise<SignatureImport> {
  const answer = await world.import(statement, rows, dryRun);
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer;
}

const kinds = ({ rows }: SignatureImport) => rows.map(({ kind }) => kind);

/** Names as lists really have them; none of them exists. */
const messy = [
  'Forum for Samples (FFS)',
  'Asociación Ejemplo',
  'Café & Samples',
  'مثال',
  'ACME-Beispiel e.V.',
];

describe('a list that a coordinator reports', () => {
  it('is entered, counted and listed like others, and marked', async () => {
    const statement = await openStatement();
    const ids = await Promise.all(messy.map((name) => world.organisation(name, 'ES', 'EUROPE')));
    const result = await imported(statement, [
      ...ids.map((organisationId) => ({ organisationId, signedOn: '2021-04-12' })),
      { person: { name: 'Amina Example', capacity: 'Chair' } },
    ]);
    expect(result.stored).toBe(true);
    expect(new Set(kinds(result))).toEqual(new Set(['ADMITTED']));
    const { nodes } = await world.signatures(statement.id, { filter: { kind: 'ORGANISATION' } });
    expect(nodes.map(({ nameAsSigned }) => nameAsSigned).sort()).toEqual([...messy].sort());
    expect(new Set(nodes.map(({ provenance, signedOn }) => `${provenance} ${signedOn}`))).toEqual(
      new Set(['REPORTED_BY_COORDINATOR 2021-04-12']),
    );
    const counted = { public: 5, people: 1, byCountry: [{ country: 'ES', count: 5 }] };
    expect(await world.counted(statement.id)).toMatchObject(counted);
    const filter = { provenance: 'SIGNED_BY_MANDATE' };
    expect(await world.names(statement.id, { filter })).toEqual([]);
  });

  it('changes nothing when it is entered again, and only adds what is new when it has grown', async () => {
    const statement = await openStatement();
    const [first, second] = [await world.organisation('First'), await world.organisation('Second')];
    const list: ReportedSignature[] = [
      { organisationId: first },
      { person: { name: 'Amina Example', capacity: 'Chair' } },
    ];
    await imported(statement, list);
    await world.test.settled();
    const stored = await world.stored();
    const again = await imported(statement, list);
    expect([again.stored, kinds(again)]).toEqual([false, ['ALREADY_SIGNED', 'ALREADY_SIGNED']]);
    expect(await world.stored()).toEqual(stored);
    const grown = await imported(statement, [...list, { organisationId: second }]);
    expect([grown.stored, kinds(grown)]).toEqual([true, ['ALREADY_SIGNED', 'ALREADY_SIGNED', 'ADMITTED']]);
  });

  it('names a body once however often the list does, and leaves alone what stands or was withdrawn', async () => {
    const statement = await openStatement();
    const [signed, withdrawn] = [await world.signer('Signed'), await world.signer('Withdrawn')];
    const fresh = await world.organisation('Fresh');
    const { signature } = await world.sign(statement, signed);
    const gone = await world.sign(statement, withdrawn);
    await world.withdraw(gone.signature?.id, withdrawn.email);
    const result = await imported(statement, [
      { organisationId: fresh, nameAsSigned: 'FRESH (Fresh)' },
      { organisationId: fresh },
      { organisationId: signed.organisationId, nameAsSigned: 'Other name' },
      { organisationId: withdrawn.organisationId },
      { person: { name: 'Amina Example', capacity: 'Chair' } },
      { person: { name: 'AMINA  Example', capacity: 'chair' } },
    ]);
    expect(kinds(result)).toEqual([
      ...['ADMITTED', 'REPEATED', 'ALREADY_SIGNED', 'WITHDRAWN', 'ADMITTED', 'REPEATED'],
    ]);
    expect(await world.names(statement.id)).toEqual(['Amina Example', 'FRESH (Fresh)', 'Signed']);
    const { nodes } = await world.signatures(statement.id, { filter: { provenance: 'SIGNED_BY_MANDATE' } });
    expect(nodes).toEqual([signature]);
  });

  it('is entered as a whole or not at all, and says what is wrong with which row', async () => {
    const statement = await openStatement();
    const good = await world.organisation('Good');
    await world.test.settled();
    const stored = await world.stored();
    const result = await imported(statement, [
      { organisationId: good },
      { organisationId: randomUUID() },
      { organisationId: 'nonsense' },
      { organisationId: good, nameAsSigned: 'a\u200bb' },
      { person: { name: '', capacity: 'Chair' } },
      { person: { name: 'Amina Example', capacity: 'Chair' }, signedOn: '2999-01-01' },
      { person: { name: 'Amina Example', capacity: 'Chair' }, signedOn: '31.12.2020' },
    ]);
    expect(result.stored).toBe(false);
    expect(kinds(result)).toEqual(['ADMITTED', ...Array.from({ length: 6 }, () => 'REJECTED')]);
    expect(result.rows.flatMap((row) => (row.kind === 'REJECTED' ? row.reason : []))).toEqual([
      'The registry has no such organisation.',
      'The registry has no such organisation.',
      '"nameAsSigned" contains characters that cannot be seen. Please type it anew.',
      '"person.name" must not be empty.',
      '"signedOn" must not be in the future.',
      '"signedOn" must be a day such as "2022-09-27".',
    ]);
    expect(await world.stored()).toEqual(stored);
  });

  it('can be tried: a dry run says what would come of it and stores nothing', async () => {
    const statement = await openStatement();
    const organisationId = await world.organisation('Tried');
    await world.test.settled();
    const stored = await world.stored();
    const tried = await imported(statement, [{ organisationId }, { organisationId }], true);
    expect([tried.stored, kinds(tried)]).toEqual([false, ['ADMITTED', 'REPEATED']]);
    expect(await world.stored()).toEqual(stored);
  });

  it('is refused while the statement cannot be signed, and of an unknown statement', async () => {
    const statement = await world.statement();
    const rows = [{ organisationId: await world.organisation('Waiting') }];
    expect(await world.import(statement, rows)).toMatchObject({ code: 'STATEMENT_NOT_OPEN' });
    await world.open(statement);
    await world.close(statement);
    expect(await world.import(statement, rows)).toMatchObject({ code: 'STATEMENT_NOT_OPEN' });
    for (const id of [randomUUID(), 'nonsense', '\u0000'])
      expect(await world.import({ id }, rows)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.import(statement, Array(100_001).fill(rows[0]))).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('is told to the others one by one, as reported, and leaves a trace in the audit', async () => {
    const statement = await openStatement();
    const organisationId = await world.organisation('Told', 'KE', 'AFRICA');
    const { rows } = await imported(statement, [{ organisationId }]);
    const signatureId = rows[0]?.kind === 'ADMITTED' ? rows[0].signatureId : '';
    const events = await world.test.bus.read('signatories', 0, await world.test.bus.head('signatories'));
    expect(events.find(({ subject }) => subject === signatureId)).toMatchObject({
      type: 'SIGNATURE_ADMITTED',
      data: { signatureId, statementId: statement.id, organisationId, country: 'KE', reported: true },
    });
    const audit = await sql`select action from audit_entry where subject = ${signatureId}`.execute(
      world.reads,
    );
    expect(audit.rows).toEqual([{ action: 'importSignatures' }]);
  });
});

describe('an organisation of which a signature was reported', () => {
  async function reported() {
    const statement = await openStatement();
    const signer = await world.signer('Registered name', 'KE', 'AFRICA');
    const rows = [
      { organisationId: signer.organisationId, nameAsSigned: 'As printed', signedOn: '2021-04-12' },
    ];
    const result = await imported(statement, rows);
    const [row] = result.rows;
    return { statement, signer, rows, signatureId: row?.kind === 'ADMITTED' ? row.signatureId : '' };
  }

  it('confirms it by signing: one row, counted once, now its own', async () => {
    const { statement, signer, rows, signatureId } = await reported();
    const before = await world.counted(statement.id);
    const { signature } = await world.sign(statement, signer);
    expect(signature).toMatchObject({
      ...{ id: signatureId, nameAsSigned: 'Registered name', provenance: 'SIGNED_BY_MANDATE' },
      ...{ signedOn: '2021-04-12', late: false },
    });
    const { asOf: _asOf, ...numbers } = before;
    expect(await world.counted(statement.id)).toMatchObject({ ...numbers, public: 1 });
    expect((await world.signatures(statement.id)).totalCount).toBe(1);
    const events = await world.test.bus.read('signatories', 0, await world.test.bus.head('signatories'));
    expect(events.filter(({ subject }) => subject === signatureId).map(({ type }) => type)).toEqual([
      ...['SIGNATURE_ADMITTED', 'SIGNATURE_CONFIRMED'],
    ]);
    expect(await world.sign(statement, signer)).toMatchObject({ __typename: 'AlreadySigned' });
    expect(kinds(await imported(statement, rows))).toEqual(['ALREADY_SIGNED']);
  });

  it('moves to its own place in the counts when it confirms from elsewhere than reported', async () => {
    const { statement, signer, signatureId } = await reported();
    await world.counted(statement.id);
    await sql`update known_organisation set country = 'ES', region = 'EUROPE' where id = ${signer.organisationId}`.execute(
      world.reads,
    );
    await world.sign(statement, signer);
    const moved = { public: 1, byCountry: [{ country: 'ES', count: 1 }] };
    expect(await world.counted(statement.id)).toMatchObject(moved);
    await world.test.subgraph.service.projections.rebuild('signature-counts');
    expect(await world.counted(statement.id)).toMatchObject(moved);
    await world.withdraw(signatureId, signer.email);
    expect(await world.counted(statement.id)).toMatchObject({ public: 0, byCountry: [], byRegion: [] });
  });

  it('may withdraw it, as may the coordinator until it is confirmed', async () => {
    const [one, two, three] = [await reported(), await reported(), await reported()];
    expect((await world.withdraw(one.signatureId, one.signer.email)).__typename).toBe(
      'WithdrawSignatureSuccess',
    );
    expect((await world.withdraw(two.signatureId, coordinator)).__typename).toBe('WithdrawSignatureSuccess');
    await world.sign(three.statement, three.signer);
    expect(await world.withdraw(three.signatureId, coordinator)).toMatchObject({ code: 'MANDATE_MISSING' });
  });

  it('keeps one signature when confirming, reporting and taking back race', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { statement, signer, rows, signatureId } = await reported();
      const [signed, taken] = await Promise.all([
        world.sign(statement, signer),
        world.withdraw(signatureId, coordinator),
        world.import(statement, rows),
      ]);
      expect(signed.__typename).toBe('SignStatementSuccess');
      expect(['WithdrawSignatureSuccess', 'MandateMissing']).toContain(taken.__typename);
      const { nodes } = await world.signatures(statement.id);
      expect(nodes).toMatchObject([{ status: 'SIGNED', provenance: 'SIGNED_BY_MANDATE' }]);
      expect(nodes[0]?.id === signatureId).toBe(taken.__typename === 'MandateMissing');
      expect((await world.counted(statement.id)).public).toBe(1);
    }
  });

  it('shows on a list frozen before it confirmed as it was then', async () => {
    const { statement, signer } = await reported();
    const { list } = await world.close(statement);
    if (!list) throw new Error('no list');
    await world.deliver(statement.id, list);
    await world.open(statement);
    await world.sign(statement, signer);
    const delivered = await world.signatures(statement.id, { list: 'AT_DELIVERY' });
    expect(delivered.nodes).toMatchObject([
      { nameAsSigned: 'As printed', provenance: 'REPORTED_BY_COORDINATOR' },
    ]);
    expect((await world.signatures(statement.id)).nodes).toMatchObject([
      { nameAsSigned: 'Registered name', provenance: 'SIGNED_BY_MANDATE', late: false },
    ]);
  });
});

describe('an import that goes wrong', () => {
  it('leaves nothing behind when it is killed in the middle, and can be repeated', async () => {
    const statement = await openStatement();
    const rows = Array.from({ length: 2_500 }, (_, number) => ({
      person: { name: `Person ${String(number).padStart(5, '0')}`, capacity: 'Chair' },
    }));
    const { adminUrl } = world.test.database;
    const [blocker, killer] = [new pg.Client(adminUrl), new pg.Client(adminUrl)];
    await Promise.all([blocker.connect(), killer.connect()]);
    await blocker.query('begin');
    await blocker.query(
      `insert into signature (id, statement_id, capacity, provenance, revision_id, revision_digest, name, status, shown, late, signed_on, signed_at)
       select gen_random_uuid(), $1, 'Chair', 'REPORTED_BY_COORDINATOR', gen_random_uuid(), '', 'Person 02200', 'SIGNED', true, false, current_date, now()`,
      [statement.id],
    );
    const attempt = world.import(statement, rows).catch((error: unknown) => error);
    const killed = async () => {
      const { rowCount } = await killer.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into signature%'`,
      );
      return (rowCount ?? 0) > 0;
    };
    await waitUntil(killed, { what: 'an import that waits in its third thousand' });
    expect(await attempt).toBeInstanceOf(Error);
    await blocker.query('rollback');
    await Promise.all([blocker.end(), killer.end()]);
    expect((await world.signatures(statement.id)).totalCount).toBe(0);
    expect((await world.counted(statement.id)).people).toBe(0);
    const result = await imported(statement, rows);
    expect(kinds(result).filter((kind) => kind === 'ADMITTED')).toHaveLength(2_500);
    expect((await world.counted(statement.id)).people).toBe(2_500);
  });

  it('never fails with an error of our own, and stores as many rows as it says, whatever the rows hold', async () => {
    const statement = await openStatement();
    const known = await Promise.all(messy.map((name) => world.organisation(name)));
    const seed = Date.now();
    console.info(`generated imports: seed ${seed}`);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'grapheme' }),
      fc.constant('Same'),
    );
    const signedOn = fc.option(fc.oneof(text, fc.constant('2020-02-29')));
    const row: fc.Arbitrary<ReportedSignature> = fc.oneof(
      fc.record({ organisationId: fc.oneof(fc.constantFrom(...known), text), signedOn }),
      fc.record({ organisationId: fc.constantFrom(...known), nameAsSigned: fc.option(text) }),
      fc.record({ person: fc.record({ name: text, capacity: text }), signedOn }),
    );
    let expected = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), fc.boolean(), async (rows, dryRun) => {
        const result = await imported(statement, rows, dryRun);
        expect(result.rows).toHaveLength(rows.length);
        if (result.stored) expected += kinds(result).filter((kind) => kind === 'ADMITTED').length;
        expect(result.stored && (dryRun || kinds(result).includes('REJECTED'))).toBe(false);
        expect((await world.signatures(statement.id, { first: 1 })).totalCount).toBe(expected);
      }),
      { seed, numRuns: 60 },
    );
  });
});
