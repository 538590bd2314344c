import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  coordinator,
  type KnownStatement,
  type SignatoriesWorld,
  startSignatoriesWorld,
} from './signatories-world.js';

let world: SignatoriesWorld;
let statement: KnownStatement;
let signer: { organisationId: string; email: string };

beforeAll(async () => {
  world = await startSignatoriesWorld();
  statement = await world.statement();
  await world.open(statement);
  signer = await world.signer('Careful');
  await world.test.settled();
});

afterAll(() => world.test.stop());

const strange = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  '\u200b',
  '../..',
  "' or 1=1 --",
  'é',
  'x'.repeat(1_000_000),
];

describe('what nobody should send', () => {
  it.each(strange)('is refused in words, and nothing is stored (%#)', async (value) => {
    const stored = await world.stored();
    const answers = [
      await world.sign({ ...statement, id: value }, signer),
      await world.sign(statement, { ...signer, organisationId: value }),
      await world.sign(statement, signer, { revisionDigest: value }),
      await world.sign(statement, signer, { idempotencyKey: value }),
      await world.open({ ...statement, id: value }),
      await world.close({ id: value }),
      await world.close(statement, { idempotencyKey: value }),
      await world.withdraw(value, signer.email),
    ];
    expect(answers.map(({ code }) => code)).toEqual([
      'NOT_FOUND',
      'NOT_FOUND',
      'REVISION_UNKNOWN',
      'INVALID_INPUT',
      'NOT_FOUND',
      'NOT_FOUND',
      'INVALID_INPUT',
      'NOT_FOUND',
    ]);
    expect(await world.stored()).toEqual(stored);
  });

  it('is a signature of nobody', async () => {
    for (const organisationId of [null, undefined]) {
      expect(await world.sign(statement, signer, { organisationId })).toMatchObject({
        ...{ __typename: 'InvalidInput', field: 'organisationId' },
      });
    }
    expect(await world.sign(statement, { ...signer, organisationId: randomUUID() })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('never makes an error of our own, whatever strings are sent', async () => {
    const seed = Date.now();
    console.info(`generated inputs: seed ${seed}`);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme' }),
      fc.uuid(),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (statementId, revisionDigest, organisationId, key) => {
        const input = { statementId, revisionDigest, organisationId, idempotencyKey: key };
        const signed = await world.mutate('signStatement', input, signer.email);
        const closed = await world.mutate('closeForSignature', { statementId }, coordinator);
        expect(['NOT_FOUND', 'INVALID_INPUT']).toContain(signed.code);
        expect(closed.code).toBe('NOT_FOUND');
      }),
      { seed, numRuns: 60 },
    );
  });
});
