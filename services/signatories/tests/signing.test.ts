import { randomUUID } from 'node:crypto';
import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type SignatoriesWorld, startSignatoriesWorld, stranger } from './signatories-world.js';

let world: SignatoriesWorld;

beforeAll(async () => {
  world = await startSignatoriesWorld();
});

afterEach(() => setHubTime(world.test.database.adminUrl, null));

afterAll(() => world.test.stop());

async function openStatement() {
  const statement = await world.statement({ revisions: 2 });
  await world.open(statement);
  return statement;
}

describe('signing a statement', () => {
  it('copies name and country at the moment of signing', async () => {
    await setHubTime(world.test.database.adminUrl, new Date(Date.now() + 1_000).toISOString());
    const statement = await openStatement();
    const signer = await world.signer('Association Élin', 'ES', 'EUROPE');
    const { signature } = await world.sign(statement, signer);
    expect(signature).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      nameAsSigned: 'Association Élin',
      countryAsSigned: 'ES',
      status: 'SIGNED',
      late: false,
      signedOn: new Date().toISOString().slice(0, 10),
      provenance: 'SIGNED_BY_MANDATE',
      organisation: { id: signer.organisationId },
      person: null,
      revision: { id: statement.revisionIds[1] },
    });
  });

  it('copies what the registry says now, and leaves earlier signatures as they are', async () => {
    const [before, after] = [await openStatement(), await openStatement()];
    const signer = await world.signer('Old name', 'ES', 'EUROPE');
    await world.sign(before, signer);
    const { organisationId } = signer;
    const told = { organisationId, slug: 'new-name', name: 'New name', country: 'KE', region: 'AFRICA' };
    await world.test.streams.organisations.append({
      ...{ type: 'ORGANISATION_UPDATED', subject: organisationId, data: told },
    });
    await world.test.settled();
    const { signature } = await world.sign(after, signer);
    expect(signature).toMatchObject({ nameAsSigned: 'New name', countryAsSigned: 'KE' });
    expect(await world.names(before.id)).toEqual(['Old name']);
  });

  it('tells the others, with country and region for those who count', async () => {
    const statement = await openStatement();
    const signer = await world.signer('Told', 'KE', 'AFRICA');
    const { signature } = await world.sign(statement, signer);
    const events = await world.test.bus.read('signatories', 0, await world.test.bus.head('signatories'));
    expect(events.find(({ subject }) => subject === signature?.id)).toMatchObject({
      type: 'SIGNATURE_ADMITTED',
      data: {
        signatureId: signature?.id,
        statementId: statement.id,
        organisationId: signer.organisationId,
        revisionId: statement.revisionIds[1],
        country: 'KE',
        region: 'AFRICA',
      },
    });
  });

  it('needs a mandate to sign, of this organisation, that covers this statement', async () => {
    const [statement, other] = [await openStatement(), await openStatement()];
    const organisationId = await world.organisation('Careful');
    await world.grantMandate('revises@example.org', organisationId, { scopes: ['REVISE'] });
    await world.grantMandate('elsewhere@example.org', organisationId, { statementId: other.id });
    await world.grantMandate('here@example.org', organisationId, { statementId: statement.id });
    const neighbour = await world.signer('Neighbour');
    const stored = await world.stored();
    for (const email of [stranger, 'revises@example.org', 'elsewhere@example.org', neighbour.email]) {
      expect(await world.sign(statement, { organisationId, email })).toEqual({
        ...{ __typename: 'MandateMissing', code: 'MANDATE_MISSING' },
      });
    }
    expect(await world.stored()).toEqual(stored);
    const allowed = await world.sign(statement, { organisationId, email: 'here@example.org' });
    expect(allowed.__typename).toBe('SignStatementSuccess');
  });

  it('takes a mandate that was granted a moment before, and refuses one that was revoked', async () => {
    const statement = await openStatement();
    const organisationId = await world.organisation('Just now');
    const email = 'just-now@example.org';
    const mandate = await world.grantMandate(email, organisationId);
    const { signature } = await world.sign(statement, { organisationId, email });
    expect(signature?.status).toBe('SIGNED');
    await world.revokeMandate(mandate, email, organisationId);
    await world.test.settled();
    expect(await world.withdraw(signature?.id, email)).toMatchObject({ code: 'MANDATE_MISSING' });
  });

  it('is refused to all before opening and after closing, in words that say which', async () => {
    const { organisationId, email } = await world.signer('Eager');
    const statement = await world.statement({ coAuthorIds: [organisationId] });
    const early = await world.sign(statement, { organisationId, email });
    expect(early).toMatchObject({ __typename: 'StatementNotOpen', state: 'NOT_OPEN' });
    await world.open(statement);
    await world.close(statement);
    const late = await world.sign(statement, { organisationId, email });
    expect(late).toMatchObject({ __typename: 'StatementNotOpen', state: 'CLOSED' });
  });

  it('gives a draft away to nobody: it is not found, as what does not exist', async () => {
    const draft = await world.statement();
    const signer = await world.signer('Curious');
    const unknown = await world.sign({ ...draft, id: randomUUID() }, signer);
    expect(unknown).toEqual({ __typename: 'NotFound', code: 'NOT_FOUND' });
    expect(await world.sign(draft, signer)).toEqual(unknown);
  });

  it('ends at the deadline by database time', async () => {
    const statement = await world.statement();
    const [onTime, tooLate] = [await world.signer('On time'), await world.signer('Too late')];
    const closesAt = new Date(Date.now() + 3_600_000);
    await world.open(statement, { closesAt: closesAt.toISOString() });
    const { adminUrl } = world.test.database;
    await setHubTime(adminUrl, new Date(closesAt.getTime() - 1).toISOString());
    expect((await world.sign(statement, onTime)).__typename).toBe('SignStatementSuccess');
    await setHubTime(adminUrl, closesAt.toISOString());
    expect(await world.sign(statement, tooLate)).toMatchObject({
      ...{ __typename: 'StatementNotOpen', state: 'CLOSED' },
    });
  });

  it('is for the text that the signer has read', async () => {
    const other = await openStatement();
    const statement = await openStatement();
    const later = await world.revise(statement);
    const signer = await world.signer('Reader');
    const sign = (revisionDigest: string | undefined) => world.sign(statement, signer, { revisionDigest });
    expect(await sign(later.digests.at(-1))).toMatchObject({
      ...{ code: 'REVISION_CHANGED', revision: { id: statement.revisionIds.at(-1) } },
    });
    expect(await sign(other.digests.at(-1))).toMatchObject({ code: 'REVISION_UNKNOWN' });
  });

  it('does not tell what was a draft: its digest is as unknown as one that never was', async () => {
    const statement = await world.statement({ revisions: 2 });
    await world.open(statement);
    const signer = await world.signer('Guesser');
    const sign = (revisionDigest: string | undefined) => world.sign(statement, signer, { revisionDigest });
    const never = await sign('f'.repeat(64));
    expect(never).toMatchObject({ code: 'REVISION_UNKNOWN' });
    expect(await sign(statement.digests[0])).toEqual(never);
    const later = await world.revise(statement);
    expect(await sign(later.digests[2])).toMatchObject({ code: 'REVISION_CHANGED' });
    expect(await sign(later.digests[0])).toEqual(never);
  });

  it('happens once also when the key of the first time is forgotten', async () => {
    const statement = await openStatement();
    const signer = await world.signer('Patient');
    const idempotencyKey = randomUUID();
    const { signature } = await world.sign(statement, signer, { idempotencyKey });
    await world.forgetKeys();
    expect(await world.sign(statement, signer, { idempotencyKey })).toMatchObject({
      ...{ __typename: 'AlreadySigned', signature: { id: signature?.id } },
    });
  });

  it('happens once: the same key repeats the answer, another one names the signature that stands', async () => {
    const statement = await openStatement();
    const signer = await world.signer('Once');
    const idempotencyKey = randomUUID();
    const first = await world.sign(statement, signer, { idempotencyKey });
    expect(await world.sign(statement, signer, { idempotencyKey })).toEqual(first);
    const again = await world.sign(statement, signer);
    expect(again).toMatchObject({ __typename: 'AlreadySigned', signature: { id: first.signature?.id } });
    const other = { organisationId: await world.organisation('Other') };
    expect(await world.sign(statement, signer, { idempotencyKey, ...other })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const colleague = { ...signer, email: 'colleague@example.org' };
    await world.grantMandate(colleague.email, signer.organisationId);
    expect(await world.sign(statement, colleague, { idempotencyKey })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('happens once when twenty try at the same time, half of them with one key', async () => {
    const statement = await openStatement();
    const signer = await world.signer('Twenty');
    const shared = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        world.sign(statement, signer, { idempotencyKey: turn % 2 === 0 ? shared : randomUUID() }),
      ),
    );
    const ids = new Set(answers.map(({ signature }) => signature?.id));
    expect(ids.size).toBe(1);
    const successes = answers.filter(({ __typename }) => __typename === 'SignStatementSuccess').length;
    expect([1, 10]).toContain(successes);
    expect(answers.length - successes).toBe(
      answers.filter(({ __typename }) => __typename === 'AlreadySigned').length,
    );
    expect(await world.names(statement.id)).toEqual(['Twenty']);
  });

  it('is refused on a statement withdrawn by event, and what was signed before stays as it is', async () => {
    const statement = await openStatement();
    const [before, after] = [await world.signer('Before'), await world.signer('After')];
    const { signature } = await world.sign(statement, before);
    await world.withdrawStatement(statement.id);
    expect(await world.signing(statement.id)).toMatchObject({ state: 'WITHDRAWN' });
    expect(await world.sign(statement, after)).toMatchObject({
      ...{ __typename: 'StatementNotOpen', state: 'WITHDRAWN' },
    });
    expect(await world.close(statement)).toMatchObject({
      __typename: 'StatementNotOpen',
      state: 'WITHDRAWN',
    });
    expect(await world.open(statement)).toMatchObject({ code: 'STATEMENT_WITHDRAWN' });
    expect((await world.signatures(statement.id)).nodes).toEqual([signature]);
    expect((await world.withdraw(signature?.id, before.email)).__typename).toBe('WithdrawSignatureSuccess');
  });
});
