import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { whileNothingCommits } from '../whole-hub/held-commands.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import {
  type Coordinated,
  coordinatedCoalition,
  type Draft,
  draftStatement,
} from '../whole-hub/open-statement.js';

let hub: InProcessHub;
let coordinated: Coordinated;

beforeAll(async () => {
  hub = await InProcessHub.start();
  const administrator = await hub.administrator('administrator@example.org');
  coordinated = await coordinatedCoalition(hub, administrator, 'A coalition that hesitates', 'c@example.org');
}, 60_000);

afterEach(() => moveTo(null));
afterAll(() => hub?.stop());

async function moveTo(time: string | null): Promise<void> {
  for (const service of ['statements', 'signatories'] as const)
    await setHubTime(await hub.databaseUrl(service), time);
}

const openingOf = ({ statementId, digest: revisionDigest }: Draft, closesAt = '2028-01-01T00:00:00Z') => ({
  statementId,
  revisionDigest,
  closesAt,
});

const revisionOf = ({ statementId }: Draft) => ({
  statementId,
  basedOn: 1,
  title: 'Another title',
  text: 'Another text.',
});

interface Standing {
  readonly status: string;
  readonly title: string;
  readonly currentRevision: { readonly number: number; readonly digest: string };
  readonly revisions: { readonly totalCount: number };
  readonly signing: { readonly state: string; readonly revision: { readonly number: number } | null };
}

async function standing({ slug }: Draft, client = hub.signedOut()): Promise<Standing> {
  const { statement } = await client.query<{ statement: Standing }>(
    `query ($slug: String!) { statement(slug: $slug) {
      status title currentRevision { number digest } revisions { totalCount }
      signing { state revision { number } } } }`,
    { slug },
  );
  return statement;
}

describe('a revision that is made while another is opened', () => {
  it('is set aside, and the window and the statement name one text', async () => {
    const { coordinator } = coordinated;
    const draft = await draftStatement(coordinated);
    const url = await hub.databaseUrl('statements');
    const revising = await whileNothingCommits(url, async ({ aboutToCommit }) => {
      const answer = coordinator.mutate('reviseStatement', revisionOf(draft));
      await aboutToCommit();
      await coordinator.succeed('openForSignature', openingOf(draft));
      return { answer };
    });
    expect(await revising.answer).toMatchObject({ __typename: 'ReviseStatementSuccess' });
    await hub.settled();
    expect(await standing(draft)).toEqual({
      status: 'OPEN',
      title: 'A letter to all States',
      currentRevision: { number: 1, digest: draft.digest },
      revisions: { totalCount: 1 },
      signing: { state: 'OPEN', revision: { number: 1 } },
    });
    expect(await standing(draft, coordinator)).toMatchObject({ revisions: { totalCount: 2 } });
    await coordinator.succeed('closeForSignature', { statementId: draft.statementId });
    await coordinator.succeed('openForSignature', openingOf(draft));
    await hub.settled();
    expect(await standing(draft)).toMatchObject({
      ...{ status: 'OPEN', currentRevision: { number: 1 } },
      signing: { state: 'OPEN', revision: { number: 1 } },
    });
  });

  it('never leaves two texts, whoever comes first', async () => {
    const { coordinator } = coordinated;
    const outcomes: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      const draft = await draftStatement(coordinated);
      const [revised, opened] = await Promise.all([
        coordinator.mutate('reviseStatement', revisionOf(draft)),
        coordinator.mutate('openForSignature', openingOf(draft)),
      ]);
      outcomes.push(`${revised.code ?? 'revised'} and ${opened.code ?? 'opened'}`);
      await hub.settled();
      const { currentRevision, signing } = await standing(draft, coordinator);
      if (opened.code === undefined) {
        expect(currentRevision).toEqual({ number: 1, digest: draft.digest });
        expect(signing).toMatchObject({ state: 'OPEN', revision: { number: 1 } });
      } else {
        expect(opened.code).toBe('REVISION_CHANGED');
        expect(currentRevision.number).toBe(2);
        expect(signing.state).toBe('NOT_OPEN');
      }
    }
    console.info(outcomes.join('; '));
  });

  it('is not passed over once it was acknowledged', async () => {
    const { coordinator } = coordinated;
    const draft = await draftStatement(coordinated);
    await coordinator.succeed('reviseStatement', revisionOf(draft));
    expect(await coordinator.mutate('openForSignature', openingOf(draft))).toMatchObject({
      code: 'REVISION_CHANGED',
    });
  });
});

describe('a deadline that nobody attends', () => {
  it('closes for the window and the statement alike', async () => {
    const draft = await draftStatement(coordinated);
    const deadline = new Date(Date.now() + 3_600_000).toISOString();
    await coordinated.coordinator.succeed('openForSignature', openingOf(draft, deadline));
    await hub.settled();
    await moveTo(new Date(Date.parse(deadline) - 1).toISOString());
    expect(await standing(draft)).toMatchObject({ status: 'OPEN', signing: { state: 'OPEN' } });
    await moveTo(deadline);
    expect(await standing(draft)).toMatchObject({ status: 'CLOSED', signing: { state: 'CLOSED' } });
  });
});
