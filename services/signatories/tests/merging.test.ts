import { randomUUID } from 'node:crypto';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Answer, type SignatoriesWorld, startSignatoriesWorld, stranger } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

interface Signer {
  readonly organisationId: string;
  readonly email: string;
}

async function pair(): Promise<{ kept: Signer; merged: Signer }> {
  const kept = await world.signer('Kept', 'ES', 'EUROPE');
  const merged = await world.signer('Merged', 'KE', 'AFRICA');
  await world.test.settled();
  return { kept, merged };
}

async function merge(kept: Signer, merged: Signer): Promise<void> {
  await world.merge(kept.organisationId, merged.organisationId, merged.email);
  await world.test.settled();
}

async function opened() {
  const statement = await world.statement();
  await world.open(statement);
  return statement;
}

/** Names with where they stand, of the current list or the one at delivery. */
async function listed(statementId: string, variables: object = {}): Promise<string[]> {
  const { nodes } = await world.signatures(statementId, variables);
  return nodes.map(({ nameAsSigned, status }) => `${nameAsSigned} ${status}`);
}

/** Rows of frozen lists, as bytes. */
async function frozen(): Promise<string> {
  const { rows } = await sql`
    select to_jsonb(signatory_list) as list, to_jsonb(list_entry) as entry
      from signatory_list join list_entry on list_id = id order by list_id, signature_id`.execute(
    world.reads,
  );
  return JSON.stringify(rows);
}

async function signed(answer: Promise<Answer>): Promise<string> {
  return (await answer).signature?.id ?? '';
}

describe('what a merged organisation signed', () => {
  it('is signed by the one that stays, under the name and in the country of then', async () => {
    const { kept, merged } = await pair();
    const statement = await opened();
    await world.sign(statement, merged);
    await merge(kept, merged);
    const { nodes } = await world.signatures(statement.id);
    expect(nodes).toMatchObject([
      {
        ...{ nameAsSigned: 'Merged', countryAsSigned: 'KE', status: 'SIGNED' },
        organisation: { id: kept.organisationId },
      },
    ]);
    expect(await world.counted(statement.id)).toMatchObject({
      ...{ public: 1, byCountry: [{ country: 'KE', count: 1 }] },
    });
  });

  it('is withdrawn by whoever may sign for the one that stays, and by nobody else', async () => {
    for (const who of ['kept', 'merged'] as const) {
      const both = await pair();
      const statement = await opened();
      const id = await signed(world.sign(statement, both.merged));
      await merge(both.kept, both.merged);
      expect(await world.withdraw(id, stranger)).toMatchObject({ code: 'MANDATE_MISSING' });
      expect(await world.withdraw(id, both[who].email)).toMatchObject({ signature: { status: 'WITHDRAWN' } });
      expect((await world.counted(statement.id)).public).toBe(0);
    }
  });

  it('leads to the last one, merged however often', async () => {
    const { kept, merged } = await pair();
    const last = await world.signer('Last');
    const statement = await opened();
    await world.sign(statement, merged);
    await merge(kept, merged);
    await merge(last, kept);
    const [signature] = (await world.signatures(statement.id)).nodes;
    expect(signature?.organisation?.id).toBe(last.organisationId);
    const other = await opened();
    expect(await world.sign(other, { ...last, organisationId: merged.organisationId })).toMatchObject({
      signature: { nameAsSigned: 'Last', organisation: { id: last.organisationId } },
    });
  });
});

describe('a statement that both had signed', () => {
  it('counts the earlier one, and shows the other no more', async () => {
    const { kept, merged } = await pair();
    const statement = await opened();
    const [first, second] = [
      await signed(world.sign(statement, merged)),
      await signed(world.sign(statement, kept)),
    ];
    expect((await world.counted(statement.id)).public).toBe(2);
    await merge(kept, merged);
    expect(await listed(statement.id)).toEqual(['Merged SIGNED']);
    const [{ id } = { id: '' }] = (await world.signatures(statement.id)).nodes;
    expect(id).toBe(first);
    expect(await world.counted(statement.id)).toMatchObject({
      ...{ public: 1, all: 1, byCountry: [{ country: 'KE', count: 1 }] },
      byRegion: [{ region: 'AFRICA', count: 1 }],
    });
    const told = await world.test.bus.read('signatories', 0, await world.test.bus.head('signatories'));
    expect(
      told.filter(({ type, subject }) => type === 'SIGNATURE_REPEATED' && subject === second),
    ).toMatchObject([
      {
        data: {
          ...{ signatureId: second, statementId: statement.id, organisationId: kept.organisationId },
          ...{ country: 'ES', region: 'EUROPE' },
        },
      },
    ]);
    for (const signer of [kept, merged, { ...kept, organisationId: merged.organisationId }]) {
      const again = await world.sign(statement, { ...signer, email: kept.email });
      expect(again).toMatchObject({ code: 'ALREADY_SIGNED', signature: { id: first } });
    }
  });

  it('counts what the organisation signed itself before what was only reported of it', async () => {
    const { kept, merged } = await pair();
    const statement = await opened();
    await world.import(statement, [{ organisationId: merged.organisationId }]);
    const own = await signed(world.sign(statement, kept));
    await merge(kept, merged);
    expect((await world.signatures(statement.id)).nodes).toMatchObject([
      { id: own, provenance: 'SIGNED_BY_MANDATE' },
    ]);
  });

  it('keeps frozen lists byte for byte, and a delivered number', async () => {
    const { kept, merged } = await pair();
    const statement = await opened();
    await world.sign(statement, merged);
    await world.sign(statement, kept);
    const { list } = await world.close(statement);
    if (list === undefined) throw new Error('not closed');
    await world.deliver(statement.id, list);
    const before = { rows: await frozen(), lists: await world.lists(statement.id) };
    await merge(kept, merged);
    expect({ rows: await frozen(), lists: await world.lists(statement.id) }).toEqual(before);
    expect(before.lists).toMatchObject([{ size: 2 }]);
    const delivered = await world.signatures(statement.id, { list: 'AT_DELIVERY' });
    expect(delivered.totalCount).toBe(2);
    expect(await listed(statement.id, { list: 'AT_DELIVERY' })).toEqual(['Kept SIGNED', 'Merged SIGNED']);
    expect(await listed(statement.id)).toEqual(['Kept REPEATED', 'Merged SIGNED']);
    expect((await world.counted(statement.id)).public).toBe(1);
    await world.open(statement);
    expect((await world.close(statement)).list?.size).toBe(1);
  });

  it('is left by withdrawing either, once, and can be signed anew', async () => {
    for (const which of [0, 1]) {
      const { kept, merged } = await pair();
      const statement = await opened();
      const ids = [await signed(world.sign(statement, merged)), await signed(world.sign(statement, kept))];
      await merge(kept, merged);
      expect(await world.withdraw(ids[which], merged.email)).toMatchObject({
        signature: { id: ids[0], status: 'WITHDRAWN' },
      });
      expect((await world.counted(statement.id)).public).toBe(0);
      for (const id of ids)
        expect(await world.withdraw(id, kept.email)).toMatchObject({
          ...{ __typename: 'SignatureAlreadyWithdrawn', signature: { id: ids[0] } },
        });
      expect((await world.sign(statement, kept)).__typename).toBe('SignStatementSuccess');
      expect((await world.counted(statement.id)).public).toBe(1);
    }
  });
});

describe('under its old id, a merged organisation', () => {
  it('signs as the one that stays, once', async () => {
    const { kept, merged } = await pair();
    await merge(kept, merged);
    const statement = await opened();
    expect(await world.sign(statement, merged)).toMatchObject({
      signature: { nameAsSigned: 'Kept', countryAsSigned: 'ES', organisation: { id: kept.organisationId } },
    });
    expect(await world.sign(statement, kept)).toMatchObject({ code: 'ALREADY_SIGNED' });
    expect(await world.sign(statement, { ...merged, email: stranger })).toMatchObject({
      code: 'MANDATE_MISSING',
    });
  });

  it('is reported as the one that stays, and twice in one list as a repeat', async () => {
    const { kept, merged } = await pair();
    await merge(kept, merged);
    const statement = await opened();
    const { organisationId } = merged;
    const imported = await world.import(statement, [
      { organisationId, nameAsSigned: 'As printed' },
      { organisationId: kept.organisationId },
    ]);
    expect(imported).toMatchObject({ rows: [{ kind: 'ADMITTED' }, { kind: 'REPEATED' }] });
    expect((await world.signatures(statement.id)).nodes).toMatchObject([
      { nameAsSigned: 'As printed', organisation: { id: kept.organisationId } },
    ]);
  });

  it('co-authors what the one that stays may see', async () => {
    const { kept, merged } = await pair();
    const draft = await world.statement({ coAuthorIds: [merged.organisationId] });
    expect(await world.open(draft, {}, kept.email)).toMatchObject({ code: 'NOT_FOUND' });
    await merge(kept, merged);
    await expect(world.open(draft, {}, kept.email)).rejects.toThrow('FORBIDDEN');
  });
});

describe('invitations to sign', () => {
  const state = async (statementId: string) =>
    (await world.invitations(statementId)).edges.map(({ node }) => [node.organisation.id, node.state]);

  it('become those of the one that stays', async () => {
    const { kept, merged } = await pair();
    const statement = await opened();
    await world.invite(statement, [merged.organisationId]);
    await merge(kept, merged);
    expect(await state(statement.id)).toEqual([[kept.organisationId, 'NOT_ANSWERED']]);
    expect((await world.invitationsTo(kept.organisationId, kept.email)).totalCount).toBe(1);
    const { invitations } = await world.invite(statement, [merged.organisationId, kept.organisationId]);
    expect(invitations).toHaveLength(1);
    await world.sign(statement, merged);
    expect(await state(statement.id)).toEqual([[kept.organisationId, 'SIGNED']]);
  });

  it.each([
    ['declined by the merged one', 'DECLINED'],
    ['withdrawn from the merged one', 'NOT_ANSWERED'],
    ['withdrawn from the kept one', 'NOT_ANSWERED'],
    ['withdrawn from both', 'WITHDRAWN'],
  ])('become one where both were invited: %s', async (how, expected) => {
    const { kept, merged } = await pair();
    const statement = await opened();
    const { invitations: [ofKept, ofMerged] = [] } = await world.invite(statement, [
      kept.organisationId,
      merged.organisationId,
    ]);
    if (how.startsWith('declined')) await world.decline(ofMerged?.id, merged.email);
    if (/from (the merged one|both)/.test(how)) await world.withdrawInvitation(ofMerged?.id);
    if (/from (the kept one|both)/.test(how)) await world.withdrawInvitation(ofKept?.id);
    await merge(kept, merged);
    expect(await state(statement.id)).toEqual([[kept.organisationId, expected]]);
  });
});

describe('a merge', () => {
  const waitingFor = (what: string) =>
    waitUntil(
      async () => {
        const { rows } = await sql`
          select from pg_locks join pg_stat_activity using (pid)
           where not granted and datname = current_database()
             and (locktype = ${what} or relation = to_regclass(${what}))`.execute(world.reads);
        return rows.length > 0;
      },
      { what: `somebody who waits for ${what}` },
    );

  it('waits for who is signing, and finds what they signed', async () => {
    const { kept, merged } = await pair();
    const statement = await opened();
    let signing: Promise<Answer> | undefined;
    await world.reads.transaction().execute(async (tx) => {
      await sql`lock table audit_entry in share mode`.execute(tx);
      signing = world.sign(statement, merged);
      await waitingFor('audit_entry');
      await world.merge(kept.organisationId, merged.organisationId, merged.email);
      await waitingFor('advisory');
    });
    expect((await signing)?.__typename).toBe('SignStatementSuccess');
    await world.test.settled();
    expect((await world.signatures(statement.id)).nodes).toMatchObject([
      { nameAsSigned: 'Merged', organisation: { id: kept.organisationId } },
    ]);
  });

  it('leaves one signature and lists that agree, whoever signs and closes meanwhile', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { kept, merged } = await pair();
      const statement = await opened();
      await Promise.all([
        world.sign(statement, merged),
        world.sign(statement, kept),
        world.merge(kept.organisationId, merged.organisationId, merged.email),
        ...(round % 2 === 0 ? [world.close(statement)] : []),
      ]);
      const [list] = await world.lists(statement.id);
      await world.test.settled();
      const { rows } = await sql<{ status: string; organisation: string }>`
        select status, organisation_id as organisation from signature where statement_id = ${statement.id}`.execute(
        world.reads,
      );
      const counted = rows.filter(({ status }) => status === 'SIGNED');
      expect(counted.length).toBeLessThanOrEqual(1);
      expect((await world.counted(statement.id)).public).toBe(counted.length);
      expect(rows.filter(({ organisation }) => organisation !== kept.organisationId)).toEqual([]);
      if (list === undefined) expect(counted).toHaveLength(1);
      else {
        const { rows: entries } = await sql`select from list_entry where list_id = ${list.id}`.execute(
          world.reads,
        );
        expect(entries).toHaveLength(list.size);
      }
    }
  });

  it('happens once: it is neither heard twice nor rebuilt', async () => {
    const { kept, merged } = await pair();
    const statement = await opened();
    await world.sign(statement, merged);
    await world.sign(statement, kept);
    await merge(kept, merged);
    await world.merge(kept.organisationId, merged.organisationId);
    await world.test.settled();
    const { projections } = world.test.subgraph.service;
    expect(await projections.rebuild('merges')).toMatchObject({ rebuilt: false });
    for (const name of ['statements', 'organisations', 'signature-counts']) await projections.rebuild(name);
    expect(await listed(statement.id)).toEqual(['Merged SIGNED']);
    expect((await world.counted(statement.id)).public).toBe(1);
    expect(await world.sign(await opened(), merged, { idempotencyKey: randomUUID() })).toMatchObject({
      signature: { nameAsSigned: 'Kept' },
    });
  });
});
