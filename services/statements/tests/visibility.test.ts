import { randomUUID } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Draft, StatementsHub } from './statements-hub.js';

let hub: StatementsHub;
let draft: Draft;
let revisionId: string;

beforeAll(async () => {
  hub = await StatementsHub.start();
  draft = await hub.draft();
  const { reads } = hub.test.subgraph.service.database;
  const revision = await reads
    .selectFrom('revision')
    .select('id')
    .where('statement_id', '=', draft.id)
    .executeTakeFirstOrThrow();
  revisionId = revision.id;
});

afterAll(() => hub.stop());

const everyWay = `query ($slug: String!, $of: StatementFilter, $representations: [_Any!]!) {
  statement(slug: $slug) { id }
  statements(filter: $of) { totalCount edges { node { id } } }
  _entities(representations: $representations) {
    ... on Statement { id slug }
    ... on Revision { id text }
    ... on Coalition { statements { totalCount edges { node { id } } } }
  }
}`;

/** Everything there is to see of a draft, by every way there is to it. */
async function seen(viewer: Viewer | null, { id, slug }: Draft, revision: string) {
  const representations = [
    { __typename: 'Statement', id },
    { __typename: 'Revision', id: revision },
    { __typename: 'Coalition', id: hub.coalitionId },
  ];
  const variables = { slug, of: { coalitionId: hub.coalitionId }, representations };
  return JSON.stringify(await hub.test.data(everyWay, { variables, viewer }));
}

async function followed(viewer: Viewer | null, slug: string): Promise<boolean> {
  const source = `subscription ($slug: String!) { statementUpdated(slug: $slug) { cursor } }`;
  const stream = await hub.test.subscribe(source, { variables: { slug }, viewer });
  if (!(Symbol.asyncIterator in stream)) return false;
  await stream[Symbol.asyncIterator]().return?.();
  return true;
}

describe('a draft', () => {
  const [absentId, absentRevision] = [randomUUID(), randomUUID()];

  it('exists for its coordinators and for everybody with a mandate of a co-author that covers it', async () => {
    const [first = '', second = ''] = hub.coAuthorIds;
    const signer = hub.test.viewer('signer@example.org');
    await hub.grantMandate(signer, second, ['SIGN']);
    const limited = hub.test.viewer('limited@example.org');
    await hub.grantMandate(limited, first, ['SIGN'], draft.id);
    await hub.test.settled();
    for (const viewer of [hub.coordinator, signer, limited]) {
      expect(JSON.parse(await seen(viewer, draft, revisionId))).toMatchObject({
        statement: { id: draft.id },
        statements: { totalCount: 1, edges: [{ node: { id: draft.id } }] },
        _entities: [
          { id: draft.id, slug: draft.slug },
          { id: revisionId, text: expect.any(String) },
          { statements: { totalCount: 1, edges: [{ node: { id: draft.id } }] } },
        ],
      });
      expect(await followed(viewer, draft.slug)).toBe(true);
    }
  });

  it('is, for anybody else, byte for byte what does not exist', async () => {
    const elsewhere = hub.test.viewer('coordinator-elsewhere@example.org');
    await hub.grantCoordinator(elsewhere, randomUUID());
    const outside = hub.test.viewer('outside@example.org');
    await hub.grantMandate(outside, hub.otherOrganisationId, ['SIGN', 'REVISE']);
    const other = hub.test.viewer('other-statement@example.org');
    await hub.grantMandate(other, hub.coAuthorIds[0] ?? '', ['SIGN', 'REVISE'], randomUUID());
    const ended = hub.test.viewer('ended@example.org');
    await hub.grantMandate(ended, hub.coAuthorIds[0] ?? '', ['SIGN'], null, '2001-01-01');
    await hub.test.settled();
    const absent: Draft = { id: absentId, slug: 'there-is-no-such-thing' };
    for (const viewer of [null, hub.stranger, elsewhere, outside, other, ended]) {
      expect(await seen(viewer, draft, revisionId)).toBe(await seen(viewer, absent, absentRevision));
      expect(await followed(viewer, draft.slug)).toBe(false);
    }
  });

  it('is refused to followers in the same words as one that does not exist', async () => {
    const source = `subscription ($slug: String!, $after: String) { statementUpdated(slug: $slug, after: $after) { cursor } }`;
    const refusals = await Promise.all(
      [draft.slug, 'there-is-no-such-thing', '', 'x'.repeat(1_000_000)].map(async (slug) => {
        const answer = await hub.test.subscribe(source, { variables: { slug, after: 'made-up' } });
        const { errors = [] } = answer as { errors?: { message: string; extensions: { code: string } }[] };
        return errors.map(({ message, extensions: { code } }) => ({ message, code }));
      }),
    );
    const refused = {
      message: 'There is no such statement, or it is not open to you.',
      code: 'BAD_USER_INPUT',
    };
    expect(refusals).toEqual(refusals.map(() => [refused]));
  });

  it('is gone when the right to see it is taken away', async () => {
    const guest = hub.test.viewer('guest@example.org');
    const revoke = await hub.grantMandate(guest, hub.coAuthorIds[0] ?? '', ['SIGN']);
    await hub.test.settled();
    expect(await hub.status(draft.slug, guest)).toBe('DRAFT');
    await revoke();
    await hub.test.settled();
    expect(await hub.status(draft.slug, guest)).toBeUndefined();
  });

  it('stays hidden when it is withdrawn before it was ever opened', async () => {
    const early = await hub.draft({ coalitionId: hub.coalitionId });
    await hub.withdraw(early.id);
    await hub.test.settled();
    expect(await hub.status(early.slug, hub.stranger)).toBeUndefined();
    expect(await hub.status(early.slug)).toBe('WITHDRAWN');
  });
});

describe('a statement that was opened once', () => {
  it('is public from then on, whatever becomes of it', async () => {
    const statement = await hub.draft();
    const reach = [
      () => hub.opened(statement.id),
      () => hub.closed(statement.id),
      () => hub.delivered(statement.id),
      () => hub.withdraw(statement.id),
    ];
    for (const [index, status] of ['OPEN', 'CLOSED', 'DELIVERED', 'WITHDRAWN'].entries()) {
      await reach[index]?.();
      for (const viewer of [null, hub.stranger, hub.coordinator]) {
        expect(await hub.status(statement.slug, viewer)).toBe(status);
      }
      expect(await followed(null, statement.slug)).toBe(true);
    }
  });
});

describe('references from other subgraphs', () => {
  it('may name what cannot exist, in any form', async () => {
    const ids = [randomUUID(), '', 'no uuid', '\u0000', 'x'.repeat(100_000), 7, null, { id: 1 }];
    const representations = ids.flatMap((id) =>
      ['Statement', 'Revision'].map((__typename) => ({ __typename, id })),
    );
    const { _entities } = await hub.test.data<{ _entities: unknown[] }>(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
      { variables: { representations } },
    );
    expect(_entities).toEqual(representations.map(() => null));
  });
});
