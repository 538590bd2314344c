import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import {
  type Coordinated,
  coordinatedCoalition,
  type Draft,
  openStatement,
} from '../whole-hub/open-statement.js';
import { mandateRepresentatives, registerOrganisations, type Signer } from './coalition-of-130.js';
import { digestOfList } from './digest-of-list.js';
import { sign } from './signing-attempts.js';
import { closedList, type List } from './story-operations.js';

let hub: InProcessHub;
let coordinated: Coordinated;
let signers: Signer[];

beforeAll(async () => {
  hub = await InProcessHub.start();
  const administrator = await hub.administrator('administrator@example.org');
  coordinated = await coordinatedCoalition(hub, administrator, 'A coalition in a hurry', 'c@example.org');
  signers = await mandateRepresentatives(hub, administrator, await registerOrganisations(administrator, 30));
}, 60_000);

afterAll(() => hub?.stop());

/** One signature as its signer saw it; times of `performance.now()`. */
interface Admitted {
  readonly id: string;
  readonly askedAt: number;
  readonly answeredAt: number;
  withdrawnAt: number | null;
}

/** In ms, from request to answer. */
interface Round {
  readonly closing: number;
  /** Of the signer in the middle. */
  readonly signing: number;
}

function medianSigning(admitted: readonly Admitted[]): number {
  const times = admitted.map(({ askedAt, answeredAt }) => answeredAt - askedAt).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

/** Signs and withdraws without pause, until signing is over. */
async function signAndWithdraw(signer: Signer, draft: Draft, admitted: Admitted[]): Promise<void> {
  for (let round = 0; ; round += 1) {
    const askedAt = performance.now();
    const key = `${draft.slug}-${signer.organisationId}-${round}`;
    const { __typename, signature } = await sign(signer.representative, signer.organisationId, draft, key);
    if (__typename === 'StatementNotOpen') return;
    if (signature === undefined) throw new Error(`Not signed: ${__typename}`);
    const entry: Admitted = { id: signature.id, askedAt, answeredAt: performance.now(), withdrawnAt: null };
    admitted.push(entry);
    await signer.representative.succeed('withdrawSignature', { signatureId: signature.id });
    entry.withdrawnAt = performance.now();
  }
}

async function close(statementId: string): Promise<{ list: List; askedAt: number; answeredAt: number }> {
  const askedAt = performance.now();
  const { list } = await coordinated.coordinator.succeed<{ list: List }>(
    'closeForSignature',
    { statementId },
    '... on CloseForSignatureSuccess { list { id digest frozenAt size revision { digest } } }',
  );
  return { list, askedAt, answeredAt: performance.now() };
}

describe('closing while 30 sign and withdraw without pause', () => {
  const rounds: Round[] = [];

  test.each([1, 2, 3])('admits nothing after it was acknowledged (%i)', async (round) => {
    const draft = await openStatement(coordinated, { title: `A letter in a hurry ${round}` });
    const admitted: Admitted[] = [];
    const signing = Promise.all(signers.map((signer) => signAndWithdraw(signer, draft, admitted)));
    await waitUntil(() => admitted.length >= 60, { what: '60 signatures', timeoutMs: 20_000 });
    const { list, askedAt, answeredAt } = await close(draft.statementId);
    await signing;
    rounds.push({ closing: answeredAt - askedAt, signing: medianSigning(admitted) });
    expect(admitted.length).toBeGreaterThanOrEqual(60);
    expect(admitted.filter((signature) => signature.askedAt > answeredAt)).toEqual([]);

    const { signatures, totalCount } = await closedList(hub.signedOut(), draft.slug, 'CURRENT');
    expect(totalCount).toBe(list.size);
    expect(digestOfList(draft.statementId, list, signatures)).toBe(list.digest);
    const standing = new Set(
      admitted.filter(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt > askedAt).map(({ id }) => id),
    );
    expect(signatures.filter(({ id }) => !standing.has(id))).toEqual([]);
  });

  test('does not wait longer than signers do, and takes less than a second', () => {
    for (const { closing, signing } of rounds) {
      process.stdout.write(
        `closing beside 30 signers took ${closing.toFixed(0)} ms from request to answer, signing ${signing.toFixed(0)} ms\n`,
      );
      // Whoever closes waits in the same queues as those before; a closing that is starved takes many times as long.
      expect(closing).toBeLessThan(5 * signing);
      expect(closing).toBeLessThan(1_000);
    }
  });

  test('whoever comes later is told that it is closed', async () => {
    const draft = await openStatement(coordinated, { title: 'A letter that nobody signs' });
    await close(draft.statementId);
    const late = signers.map(({ representative, organisationId }) =>
      sign(representative, organisationId, draft, `late-${organisationId}`),
    );
    for (const answer of await Promise.all(late)) {
      expect(answer).toMatchObject({ __typename: 'StatementNotOpen', state: 'CLOSED' });
    }
  });
});
