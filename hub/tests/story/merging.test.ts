import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FollowedUpdates } from '../whole-hub/followed-updates.js';
import type { GraphClient } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import {
  type Coordinated,
  coordinatedCoalition,
  draftStatement,
  openStatement,
} from '../whole-hub/open-statement.js';
import {
  grantMandate,
  mandateRepresentatives,
  registerOrganisations,
  type Signer,
} from './coalition-of-130.js';
import { sign } from './signing-attempts.js';
import type { List } from './story-operations.js';

let hub: InProcessHub;
let administrator: GraphClient;
let coordinated: Coordinated;
let signers: Signer[];

beforeAll(async () => {
  hub = await InProcessHub.start();
  administrator = await hub.administrator('administrator@example.org');
  coordinated = await coordinatedCoalition(hub, administrator, 'A coalition of namesakes', 'c@example.org');
  signers = await mandateRepresentatives(hub, administrator, await registerOrganisations(administrator, 12));
}, 60_000);

afterAll(() => hub?.stop());

/** Two organisations that no other test uses. */
function pair(): readonly [kept: Signer, merged: Signer] {
  const [kept, merged] = signers.splice(0, 2);
  if (kept === undefined || merged === undefined) throw new Error('all organisations are used');
  return [kept, merged];
}

const merge = (kept: Signer, merged: Signer) =>
  administrator.succeed('mergeOrganisations', {
    keepId: kept.organisationId,
    mergeId: merged.organisationId,
  });

/** What everybody reads of both lists and the count of a statement. */
async function read(slug: string) {
  const of = (list: string) =>
    `signatures(list: ${list}, first: 50) { totalCount edges { node {
      id nameAsSigned countryAsSigned status organisation { id slug name mergedInto { id } } } } }`;
  const { statement } = await hub.signedOut().query<{ statement: Record<string, unknown> }>(
    `query ($slug: String!) { statement(slug: $slug) {
      signatureCount { public all } lists { id digest frozenAt size } current: ${of('CURRENT')} delivered: ${of('AT_DELIVERY')}
    } }`,
    { slug },
  );
  return statement;
}

describe('two organisations that turn out to be one', () => {
  it('have signed once, and what was delivered stays as it was, byte for byte', async () => {
    const [kept, merged] = pair();
    const { coordinator } = coordinated;
    const statement = await openStatement(coordinated);
    await hub.settled();
    const live = FollowedUpdates.overWebSocket(hub.url, { slug: statement.slug });
    const early = await sign(
      merged.representative,
      merged.organisationId,
      statement,
      `merged-${statement.slug}`,
    );
    await sign(kept.representative, kept.organisationId, statement, `kept-${statement.slug}`);
    await live.received(2);
    const { list } = await coordinator.succeed<{ list: List }>(
      'closeForSignature',
      { statementId: statement.statementId },
      '... on CloseForSignatureSuccess { list { id digest frozenAt size } }',
    );
    const event = await createEvent(coordinator, 'merging-1');
    await hub.settled();
    await coordinator.succeed('recordDelivery', {
      ...{ statementId: statement.statementId, eventId: event, listId: list.id, listDigest: list.digest },
      ...{ deliveredOn: '2022-09-27', deliveredByIds: [kept.organisationId, merged.organisationId] },
      ...{ speakerId: merged.organisationId, onBehalfOfIds: [merged.organisationId] },
    });
    await hub.settled();
    await coordinator.succeed('addSideEvent', {
      ...{ eventId: event, title: 'Before', startsAt: '2022-09-20T12:00:00Z', place: 'Room XX' },
      organiserIds: [merged.organisationId],
    });
    const before = await read(statement.slug);
    await merge(kept, merged);
    await live.received(5);
    await hub.settled();
    const after = await read(statement.slug);
    expect(JSON.stringify(after['lists'])).toBe(JSON.stringify(before['lists']));
    expect(after).toMatchObject({
      signatureCount: { public: 1, all: 1 },
      lists: [{ size: 2 }],
      delivered: {
        totalCount: 2,
        edges: expect.arrayContaining(
          [kept, merged].map(({ name, organisationId }) => ({
            node: expect.objectContaining({
              ...{ nameAsSigned: name, status: 'SIGNED' },
              organisation: expect.objectContaining({
                id: organisationId,
                mergedInto: organisationId === merged.organisationId ? { id: kept.organisationId } : null,
              }),
            }),
          })),
        ),
      },
    });
    const current = after['current'] as {
      edges: { node: { id: string; status: string; organisation: object } }[];
    };
    expect(current.edges.filter(({ node }) => node.status === 'SIGNED')).toMatchObject([
      {
        node: {
          id: early.signature?.id,
          nameAsSigned: merged.name,
          organisation: { id: kept.organisationId },
        },
      },
    ]);
    expect(live.kinds).toEqual(['SIGNED', 'SIGNED', 'CLOSED', 'DELIVERED', 'SIGNATURE_REPEATED']);
    await live.disconnect();
    await coordinator.succeed('addSideEvent', {
      ...{ eventId: event, title: 'Later', startsAt: '2022-09-21T12:00:00Z', place: 'Room XX' },
      organiserIds: [merged.organisationId, kept.organisationId],
    });
    const { event: held } = await hub.signedOut().query<{ event: object }>(
      `{ event(slug: "merging-1") { deliveries { edges { node {
        deliveredBy { id } speaker { id } onBehalfOf { id } list { size } } } }
        sideEvents { title organisers { id } } } }`,
    );
    const one = { id: kept.organisationId };
    expect(held).toEqual({
      deliveries: {
        edges: [{ node: { deliveredBy: [one], speaker: one, onBehalfOf: [one], list: { size: 2 } } }],
      },
      sideEvents: ['Before', 'Later'].map((title) => ({ title, organisers: [one] })),
    });
  });

  it('are found under either slug and id, and one may be withdrawn by whom either sent', async () => {
    const [kept, merged] = pair();
    const statement = await openStatement(coordinated);
    const answer = await sign(
      merged.representative,
      merged.organisationId,
      statement,
      `merged-${statement.slug}`,
    );
    expect(answer).toMatchObject({ __typename: 'SignStatementSuccess' });
    const slugOf = async (id: string) =>
      (
        await hub
          .signedOut()
          .query<{ organisation: { slug: string } }>('query ($id: ID!) { organisation(id: $id) { slug } }', {
            id,
          })
      ).organisation.slug;
    const slugs = [await slugOf(kept.organisationId), await slugOf(merged.organisationId)];
    await merge(kept, merged);
    await hub.settled();
    for (const slug of slugs) {
      const { organisation } = await hub.signedOut().query<{ organisation: object }>(
        `query ($slug: String!) { organisation(slug: $slug) {
          id signatures { totalCount edges { node { nameAsSigned } } } } }`,
        { slug },
      );
      expect(organisation).toEqual({
        id: kept.organisationId,
        signatures: { totalCount: 1, edges: [{ node: { nameAsSigned: merged.name } }] },
      });
    }
    expect(await slugOf(merged.organisationId)).toBe(slugs[0]);
    expect(
      await kept.representative.mutate('withdrawSignature', { signatureId: answer.signature?.id }),
    ).toMatchObject({ __typename: 'WithdrawSignatureSuccess' });
  });

  it('sign late under the old id as the one that stays', async () => {
    const [kept, merged] = pair();
    const statement = await openStatement(coordinated);
    await merge(kept, merged);
    await hub.settled();
    const late = await sign(merged.representative, merged.organisationId, statement, 'late-under-old-id');
    expect(late).toMatchObject({ __typename: 'SignStatementSuccess' });
    const again = await sign(kept.representative, kept.organisationId, statement, 'again-under-new-id');
    expect(again).toMatchObject({ code: 'ALREADY_SIGNED', signature: { id: late.signature?.id } });
    await hub.settled();
    expect(await read(statement.slug)).toMatchObject({
      signatureCount: { public: 1 },
      current: { edges: [{ node: { nameAsSigned: kept.name, organisation: { id: kept.organisationId } } }] },
    });
  });

  it('go on as authors and members, and their people with them', async () => {
    const [kept, merged] = pair();
    const [member] = pair();
    const { coordinator, coalitionId } = coordinated;
    const email = 'reviser@example.org';
    await grantMandate(administrator, { organisationId: merged.organisationId, email, scopes: ['REVISE'] });
    const reviser = await hub.person(email);
    await coordinator.succeed('admitMember', { coalitionId, organisationId: merged.organisationId });
    await hub.settled();
    const draft = await draftStatement(coordinated, {
      coAuthorIds: [member.organisationId, merged.organisationId, kept.organisationId],
    });
    await hub.settled();
    await merge(kept, merged);
    await hub.settled();
    const shown = async (client: GraphClient) =>
      (
        await client.query<{ statement: { coAuthors: { id: string }[] } | null }>(
          'query ($slug: String!) { statement(slug: $slug) { coAuthors { id } } }',
          { slug: draft.slug },
        )
      ).statement;
    const authors = [{ id: member.organisationId }, { id: kept.organisationId }];
    expect(await shown(reviser)).toEqual({ coAuthors: authors });
    expect(await shown(kept.representative)).toEqual({ coAuthors: authors });
    expect(await shown(hub.signedOut())).toBeNull();
    const revision = { statementId: draft.statementId, basedOn: 1, title: 'By the one', text: 'That stays.' };
    expect(await reviser.mutate('reviseStatement', revision)).toMatchObject({
      __typename: 'ReviseStatementSuccess',
    });
    const late = await draftStatement(coordinated, {
      coAuthorIds: [merged.organisationId, kept.organisationId],
    });
    await hub.settled();
    const { statement } = await coordinator.query<{ statement: object }>(
      'query ($slug: String!) { statement(slug: $slug) { coAuthors { id } } }',
      { slug: late.slug },
    );
    expect(statement).toEqual({ coAuthors: [{ id: kept.organisationId }] });
  });

  it('are consulted as the member that they are together, until that membership ends', async () => {
    const [kept, merged] = pair();
    const { coordinator, coalitionId } = coordinated;
    for (const { organisationId } of [kept, merged])
      await coordinator.succeed('admitMember', { coalitionId, organisationId, joinedOn: '2020-01-01' });
    const draft = await draftStatement(coordinated);
    await coordinator.succeed('startConsultation', { statementId: draft.statementId });
    await merge(kept, merged);
    await hub.settled();
    const sees = async () =>
      (
        await merged.representative.query<{ statement: object | null }>(
          'query ($slug: String!) { statement(slug: $slug) { title } }',
          { slug: draft.slug },
        )
      ).statement !== null;
    expect(await sees()).toBe(true);
    const { organisation } = await hub.signedOut().query<{
      organisation: { coalitions: { edges: { node: { id: string } }[] } };
    }>('query ($id: ID!) { organisation(id: $id) { coalitions { edges { node { id } } } } }', {
      id: merged.organisationId,
    });
    expect(organisation.coalitions.edges).toHaveLength(1);
    await coordinator.succeed('endMembership', {
      membershipId: organisation.coalitions.edges[0]?.node.id,
      endedOn: '2021-01-01',
    });
    await hub.settled();
    expect(await sees()).toBe(false);
    await hub.hub.running.subgraphs.statements.service.projections.rebuild('memberships');
    expect(await sees()).toBe(false);
  });
});

async function createEvent(coordinator: GraphClient, slug: string): Promise<string> {
  const input = {
    ...{ title: 'A session', slug, body: { code: 'HRC', name: 'Human Rights Council' } },
    ...{ startsOn: '2022-09-12', endsOn: '2022-10-07', place: 'Geneva' },
  };
  const wanted = '... on CreateEventSuccess { event { id } }';
  return (await coordinator.succeed<{ event: { id: string } }>('createEvent', input, wanted)).event.id;
}
