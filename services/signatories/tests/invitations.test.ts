import { randomUUID } from 'node:crypto';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coordinator, type SignatoriesWorld, startSignatoriesWorld, stranger } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterAll(() => world.test.stop());

async function openStatement() {
  const statement = await world.statement();
  await world.open(statement);
  return statement;
}

async function invited(name: string) {
  const statement = await openStatement();
  const signer = await world.signer(name);
  const { invitations } = await world.invite(statement, [signer.organisationId]);
  return { statement, signer, invitationId: invitations?.[0]?.id ?? '' };
}

const statesOf = async (statementId: string) =>
  (await world.invitations(statementId)).edges.map(({ node }) => node.state);

describe('inviting organisations to sign', () => {
  it('answers with their invitations in the order named, and a repeat changes nothing', async () => {
    const statement = await openStatement();
    const ids = [await world.organisation('Zeta'), await world.organisation('Alpha')];
    const first = await world.invite(statement, ids);
    expect(first).toMatchObject({
      __typename: 'InviteToSignSuccess',
      invitations: ids.map((id) => ({
        organisation: { id },
        statement: { id: statement.id },
        state: 'NOT_ANSWERED',
        invitedOn: new Date().toISOString().slice(0, 10),
      })),
    });
    const again = await world.invite(statement, [...ids, ...ids]);
    expect(again.invitations).toEqual(first.invitations);
    const page = await world.invitations(statement.id);
    expect(page.edges.map(({ node }) => node.organisation.id)).toEqual([ids[1], ids[0]]);
    expect(page.totalCount).toBe(2);
  });

  it('is for coordinators of the coalition', async () => {
    const statement = await openStatement();
    const organisationId = await world.organisation('Asked');
    const elsewhere = 'coordinates-elsewhere@example.org';
    await world.grantCoordinator(elsewhere, randomUUID());
    await world.test.settled();
    const stored = await world.stored();
    for (const email of [stranger, elsewhere])
      await expect(world.invite(statement, [organisationId], {}, email)).rejects.toThrow('FORBIDDEN');
    const draft = await world.statement();
    expect(await world.invite(draft, [organisationId], {}, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await world.stored()).toEqual(stored);
    expect((await world.invite(statement, [organisationId])).__typename).toBe('InviteToSignSuccess');
    await expect(
      world.test.data(
        'mutation ($input: InviteToSignInput!) { inviteToSign(input: $input) { __typename } }',
        { variables: { input: { statementId: statement.id, organisationIds: [organisationId] } } },
      ),
    ).rejects.toThrow('UNAUTHENTICATED');
  });

  it('invites all or none, 1 to 500 of them', async () => {
    const statement = await openStatement();
    const known = await world.organisation('Known');
    await world.test.settled();
    const stored = await world.stored();
    const answers: [string[], string][] = [
      [[known, randomUUID()], 'NOT_FOUND'],
      [[known, 'nonsense'], 'NOT_FOUND'],
      [[known, '\u0000'], 'NOT_FOUND'],
      [[], 'INVALID_INPUT'],
      [Array.from({ length: 501 }, () => known), 'INVALID_INPUT'],
    ];
    for (const [ids, code] of answers) expect(await world.invite(statement, ids)).toMatchObject({ code });
    expect(await world.stored()).toEqual(stored);
    const many = await Promise.all(
      Array.from({ length: 500 }, (_, number) => world.organisation(`Member ${number}`)),
    );
    await world.test.settled();
    const { invitations } = await world.invite(statement, many);
    expect(invitations?.map(({ organisation }) => organisation.id)).toEqual(many);
  });

  it('is refused once the statement was withdrawn', async () => {
    const statement = await openStatement();
    await world.withdrawStatement(statement.id);
    expect(await world.invite(statement, [await world.organisation('Late')])).toMatchObject({
      code: 'STATEMENT_WITHDRAWN',
    });
  });

  it('happens once when many coordinators invite the same organisations at once', async () => {
    const statement = await openStatement();
    const ids = await Promise.all(
      Array.from({ length: 30 }, (_, number) => world.organisation(`N${number}`)),
    );
    await world.test.settled();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        world.invite(statement, turn % 2 === 0 ? ids : ids.toReversed()),
      ),
    );
    const named = answers.map(({ invitations }) => invitations?.map(({ id }) => id).sort());
    expect(new Set(named[0])).toHaveProperty('size', 30);
    for (const others of named) expect(others).toEqual(named[0]);
    expect((await world.invitations(statement.id)).totalCount).toBe(30);
  });
});

describe('the state of an invitation', () => {
  it('follows the public signature: signed, and not answered again once that was withdrawn', async () => {
    const { statement, signer } = await invited('Fickle');
    expect(await statesOf(statement.id)).toEqual(['NOT_ANSWERED']);
    const { signature } = await world.sign(statement, signer);
    expect(await statesOf(statement.id)).toEqual(['SIGNED']);
    await world.withdraw(signature?.id, signer.email);
    expect(await statesOf(statement.id)).toEqual(['NOT_ANSWERED']);
  });

  it('is declined by a mandate to sign only, once, and signing afterwards counts for more', async () => {
    const { statement, signer, invitationId } = await invited('Reluctant');
    const reviser = 'reviser@example.org';
    await world.grantMandate(reviser, signer.organisationId, { scopes: ['REVISE'] });
    await world.test.settled();
    const stored = await world.stored();
    expect(await world.decline(invitationId, reviser)).toMatchObject({ code: 'MANDATE_MISSING' });
    expect(await world.decline(invitationId, coordinator)).toMatchObject({ code: 'MANDATE_MISSING' });
    expect(await world.decline(invitationId, stranger)).toEqual(await world.decline(randomUUID(), stranger));
    expect(await world.stored()).toEqual(stored);
    const idempotencyKey = randomUUID();
    const declined = await world.decline(invitationId, signer.email, { idempotencyKey });
    expect(declined.invitation).toMatchObject({ id: invitationId, state: 'DECLINED' });
    expect(await world.decline(invitationId, signer.email, { idempotencyKey })).toEqual(declined);
    expect(await world.decline(invitationId, signer.email)).toMatchObject({
      ...{ code: 'SIGNING_INVITATION_SETTLED', state: 'DECLINED' },
    });
    await world.invite(statement, [signer.organisationId]);
    expect(await statesOf(statement.id)).toEqual(['DECLINED']);
    await world.sign(statement, signer);
    expect(await statesOf(statement.id)).toEqual(['SIGNED']);
    expect(await world.decline(invitationId, signer.email)).toMatchObject({ state: 'SIGNED' });
  });

  it('is withdrawn by a coordinator, not after signing, and begins anew when invited again', async () => {
    const { statement, signer, invitationId } = await invited('Uninvited');
    await expect(world.withdrawInvitation(invitationId, signer.email)).rejects.toThrow('FORBIDDEN');
    expect(await world.withdrawInvitation(invitationId, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    await world.decline(invitationId, signer.email);
    expect((await world.withdrawInvitation(invitationId)).invitation).toMatchObject({ state: 'WITHDRAWN' });
    expect(await world.withdrawInvitation(invitationId)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await world.decline(invitationId, signer.email)).toMatchObject({ state: 'WITHDRAWN' });
    const { invitations } = await world.invite(statement, [signer.organisationId]);
    expect(invitations).toMatchObject([{ id: invitationId, state: 'NOT_ANSWERED' }]);
    await world.sign(statement, signer);
    expect(await world.withdrawInvitation(invitationId)).toMatchObject({ state: 'SIGNED' });
  });

  it('is what anybody would make of the answers, whoever is first of many who sign, decline and withdraw', async () => {
    const statement = await openStatement();
    const signers = await Promise.all(
      Array.from({ length: 12 }, (_, number) => world.signer(`Racer ${number}`)),
    );
    await world.test.settled();
    const { invitations = [] } = await world.invite(
      statement,
      signers.map(({ organisationId }) => organisationId),
    );
    const answers = await Promise.all(
      signers.map((signer, index) =>
        Promise.all([
          world.sign(statement, signer),
          world.decline(invitations[index]?.id, signer.email),
          world.withdrawInvitation(invitations[index]?.id),
          world.invite(statement, [signer.organisationId]),
        ]),
      ),
    );
    const page = await world.invitations(statement.id);
    expect(page.totalCount).toBe(12);
    for (const [index, [signed, , withdrawn, again]] of answers.entries()) {
      expect(signed.__typename).toBe('SignStatementSuccess');
      const node = page.edges.find(({ node: { id } }) => id === invitations[index]?.id)?.node;
      expect(again.invitations?.[0]?.id).toBe(node?.id);
      const taken = withdrawn.__typename === 'WithdrawSigningInvitationSuccess';
      expect(taken ? ['SIGNED', 'WITHDRAWN'] : ['SIGNED']).toContain(node?.state);
    }
  });
});

describe('who sees an invitation', () => {
  it('coordinators and the organisation’s mandate holders; for all others it does not exist', async () => {
    const { statement, signer } = await invited('Discreet');
    const neighbour = await world.signer('Neighbour');
    const elsewhere = 'mandate-elsewhere@example.org';
    await world.grantMandate(elsewhere, signer.organisationId, { statementId: (await openStatement()).id });
    await world.test.settled();
    expect((await world.invitations(statement.id)).totalCount).toBe(1);
    expect((await world.invitationsTo(signer.organisationId, signer.email)).totalCount).toBe(1);
    const empty = await openStatement();
    const nobody = await world.invitations(empty.id);
    expect(nobody).toMatchObject({ edges: [], totalCount: 0 });
    for (const email of [null, stranger, neighbour.email, elsewhere, signer.email])
      expect(await world.invitations(statement.id, email)).toEqual(nobody);
    for (const email of [null, stranger, neighbour.email, elsewhere, coordinator])
      expect(await world.invitationsTo(signer.organisationId, email)).toEqual(nobody);
    for (const state of ['NOT_ANSWERED', 'SIGNED', 'DECLINED', 'WITHDRAWN'])
      expect(await world.invitations(statement.id, stranger, { state })).toEqual(nobody);
  });

  it('nobody outside the coalition before the statement is opened: that would give the draft away', async () => {
    const draft = await world.statement();
    const signer = await world.signer('Early bird');
    const { invitations } = await world.invite(draft, [signer.organisationId]);
    const invitationId = invitations?.[0]?.id;
    expect(invitations).toHaveLength(1);
    expect((await world.invitationsTo(signer.organisationId, signer.email)).totalCount).toBe(0);
    expect(await world.decline(invitationId, signer.email)).toEqual(
      await world.decline(randomUUID(), signer.email),
    );
    await world.open(draft);
    expect((await world.invitationsTo(signer.organisationId, signer.email)).totalCount).toBe(1);
    expect((await world.decline(invitationId, signer.email)).invitation?.state).toBe('DECLINED');
  });

  it('counts and lists of a statement are the same, as if nobody had been asked or had declined', async () => {
    const { statement, signer, invitationId } = await invited('Silent');
    await world.withdrawInvitation(invitationId);
    await world.invite(statement, [signer.organisationId]);
    const before = await world.counted(statement.id);
    await world.invite(statement, [await world.organisation('Another')]);
    await world.decline(invitationId, signer.email);
    expect(await world.counted(statement.id)).toEqual(before);
    expect(await world.signatures(statement.id)).toMatchObject({ edges: [], totalCount: 0 });
    const draft = await world.statement();
    await world.invite(draft, [signer.organisationId]);
    const first = await world.counted(draft.id);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await world.counted(draft.id)).asOf).not.toBe(first.asOf);
  });
});

describe('lists of invitations', () => {
  it('are read page by page, by state, each once, and their cursors lead nowhere else', async () => {
    const statement = await openStatement();
    const signers = await Promise.all(
      Array.from({ length: 7 }, (_, number) => world.signer(`Member ${number}`)),
    );
    await world.test.settled();
    const { invitations = [] } = await world.invite(
      statement,
      signers.map(({ organisationId }) => organisationId),
    );
    for (const index of [1, 3, 5]) await world.decline(invitations[index]?.id, signers[index]?.email ?? '');
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await world.invitations(statement.id, coordinator, { first: 2, after });
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(invitations.map(({ id }) => id));
    const declined = await world.invitations(statement.id, coordinator, { state: 'DECLINED', first: 2 });
    expect(declined).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const cursor = declined.edges[0]?.cursor;
    await expect(world.invitations(statement.id, coordinator, { after: cursor })).rejects.toThrow(
      'BAD_USER_INPUT',
    );
    await expect(world.invitations(statement.id, coordinator, { first: 1_000_000_000 })).rejects.toThrow(
      'BAD_USER_INPUT',
    );
  });

  it('of an organisation are newest first, across pages', async () => {
    const signer = await world.signer('Popular');
    const statements = [await openStatement(), await openStatement(), await openStatement()];
    for (const statement of statements) await world.invite(statement, [signer.organisationId]);
    const newest = statements.map(({ id }) => id).reverse();
    const first = await world.invitationsTo(signer.organisationId, signer.email, { first: 2 });
    const after = first.pageInfo.endCursor;
    const second = await world.invitationsTo(signer.organisationId, signer.email, { first: 2, after });
    expect([...first.edges, ...second.edges].map(({ node }) => node.statement.id)).toEqual(newest);
  });

  it('take one SQL statement and one for rights, for many statements as for one', async () => {
    const statements = [await openStatement(), await openStatement(), await openStatement()];
    const organisationId = await world.organisation('Everywhere');
    for (const statement of statements) await world.invite(statement, [organisationId]);
    const text = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Statement {
      invitations(first: 5) { totalCount edges { cursor node { id state invitedOn statement { id } organisation { id } } } } } } }`;
    for (const asked of [statements.slice(0, 1), statements]) {
      const refs = asked.map(({ id }) => ({ __typename: 'Statement', id }));
      const viewer = world.test.viewer(coordinator);
      const { statements: sent } = await recordStatements(() =>
        world.test.data(text, { variables: { refs }, viewer }),
      );
      expect(sent).toHaveLength(2);
    }
  });
});

describe('what nobody should send', () => {
  it.each(['', '\u0000', '\ud800', '\u202e', "' or 1=1 --", 'x'.repeat(1_000_000)])(
    'is refused in words, and nothing is stored (%#)',
    async (value) => {
      const organisationId = await world.organisation('Some');
      await world.test.settled();
      const stored = await world.stored();
      const answers = [
        await world.invite({ id: value }, [organisationId]),
        await world.decline(value, stranger),
        await world.withdrawInvitation(value),
        await world.decline(randomUUID(), stranger, { idempotencyKey: value }),
      ];
      expect(answers.map(({ code }) => code)).toEqual([
        ...['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'INVALID_INPUT'],
      ]);
      expect(await world.stored()).toEqual(stored);
    },
  );
});
