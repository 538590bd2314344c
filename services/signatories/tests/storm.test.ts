import { randomInt } from 'node:crypto';
import { seededRandom } from '@coalition-hub/subgraph';
import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  type Answer,
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

const organisations = 12;
const signersEach = 3;
const rounds = 6;

interface Representative {
  readonly organisationId: string;
  readonly email: string;
  readonly draw: (below: number) => number;
  readonly key: () => string;
}

/** Draws of one representative: from the seed alone, whatever the others do meanwhile. */
function representative(seed: string, organisationId: string, email: string): Representative {
  const random = seededRandom(`${seed} ${email}`);
  return {
    ...{ organisationId, email },
    draw: (below) => random.bytes(4, 'draw').readUInt32BE() % below,
    key: () => random.uuid('key'),
  };
}

async function representatives(seed: string): Promise<Representative[]> {
  const all: Representative[] = [];
  for (let number = 0; number < organisations; number += 1) {
    const organisationId = await world.organisation(`Organisation ${number}`, number % 3 === 0 ? 'ES' : 'KE');
    for (let person = 0; person < signersEach; person += 1) {
      const email = `${number}-${person}-${seed}@example.org`;
      await world.grantMandate(email, organisationId);
      all.push(representative(seed, organisationId, email));
    }
  }
  await world.test.settled();
  return all;
}

/** One thing that a representative may do, drawn by lot; what it must lead to is checked at once. */
async function act(statement: KnownStatement, who: Representative): Promise<readonly Answer[]> {
  const sign = (input: object = {}) => world.sign(statement, who, { idempotencyKey: who.key(), ...input });
  switch (who.draw(6)) {
    case 0: {
      const input = { idempotencyKey: who.key() };
      const answers = await Promise.all([sign(input), sign(input)]);
      const [first, second] = answers.filter(({ __typename }) => __typename === 'SignStatementSuccess');
      if (first && second) expect(second.signature?.id).toBe(first.signature?.id);
      return answers;
    }
    case 1: {
      const wrong = await sign({ revisionDigest: statement.digests[0] });
      expect(['REVISION_UNKNOWN', 'STATEMENT_NOT_OPEN']).toContain(wrong.code);
      return [wrong];
    }
    case 2: {
      const denied = await world.sign(statement, { ...who, email: stranger });
      expect(denied.code).toBe('MANDATE_MISSING');
      return [denied];
    }
    case 3: {
      const { signature } = await sign();
      return [signature ? await world.withdraw(signature.id, who.email) : await sign()];
    }
    default:
      return [await sign()];
  }
}

interface Invariants {
  twice: number;
  late_wrong: number;
  hidden: number;
  after_deadline: number;
  live: number;
  admitted: number;
  withdrawn: number;
  told_admitted: number;
  told_withdrawn: number;
  wrong_text: number;
}

async function invariants(statement: KnownStatement, closesAt: string): Promise<Invariants> {
  const { rows } = await sql<Invariants>`
    with mine as (select * from signature where statement_id = ${statement.id}),
         told as (select type from outbox where data->>'statementId' = ${statement.id})
    select (select count(*)::int from (
              select from mine where status = 'SIGNED' group by organisation_id having count(*) > 1) as many) as twice,
           (select count(*)::int from mine where late) as late_wrong,
           (select count(*)::int from mine where shown <> (status = 'SIGNED'
              or exists (select from list_entry where signature_id = mine.id))) as hidden,
           (select count(*)::int from mine where signed_at >= ${closesAt}) as after_deadline,
           (select count(*)::int from mine where status = 'SIGNED') as live,
           (select count(*)::int from mine) as admitted,
           (select count(*)::int from mine where status = 'WITHDRAWN') as withdrawn,
           (select count(*)::int from told where type = 'SIGNATURE_ADMITTED') as told_admitted,
           (select count(*)::int from told where type = 'SIGNATURE_WITHDRAWN') as told_withdrawn,
           (select count(*)::int from mine where revision_digest <> ${statement.digests[1]}) as wrong_text
  `.execute(world.reads);
  return rows[0] as Invariants;
}

describe('many who sign, repeat, err and withdraw at once', () => {
  it('leave rows, events and counts that agree, and at most one signature of each that stands', async () => {
    const seed = String(randomInt(1_000_000));
    console.info(`storm: seed ${seed}`);
    const statement = await world.statement({ revisions: 2 });
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    await world.open(statement, { closesAt });
    const all = await representatives(seed);
    const answers: Answer[] = [];
    await Promise.all(
      all.map(async (who) => {
        for (let round = 0; round < rounds; round += 1) answers.push(...(await act(statement, who)));
      }),
    );
    await setHubTime(world.test.database.adminUrl, closesAt);
    const tooLate = await Promise.all(all.map((who) => world.sign(statement, who)));
    await setHubTime(world.test.database.adminUrl, null);
    expect(new Set(tooLate.map(({ code }) => code))).toEqual(new Set(['STATEMENT_NOT_OPEN']));

    const found = await invariants(statement, closesAt);
    expect(found).toMatchObject({ twice: 0, late_wrong: 0, hidden: 0, after_deadline: 0, wrong_text: 0 });
    expect(found.told_admitted).toBe(found.admitted);
    expect(found.told_withdrawn).toBe(found.withdrawn);
    expect((await world.counted(statement.id)).public).toBe(found.live);
    expect((await world.signatures(statement.id)).totalCount).toBe(found.live);
    const standing = answers.filter(({ __typename }) => __typename === 'AlreadySigned');
    expect(standing.every(({ signature }) => signature)).toBe(true);
    expect(found.admitted).toBeGreaterThan(organisations - 1);
    console.info(`storm: ${answers.length} answers, ${found.admitted} admitted, ${found.live} stand`);

    const { list } = await world.close(statement);
    expect(list?.size).toBe(found.live);
  });
});
