import { recordStatements, waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commute, FollowedUpdates } from '../whole-hub/followed-updates.js';
import type { GraphClient } from '../whole-hub/graph-client.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { sha256OfCanonicalJson } from './canonical-json.js';
import {
  grantMandate,
  inBatches,
  mandateRepresentatives,
  registerOrganisations,
  type Signer,
} from './coalition-of-130.js';
import { digestOfList } from './digest-of-list.js';
import { attempts, mustSign, sign, type Texts } from './signing-attempts.js';
import {
  allMembers,
  asking,
  closedList,
  countOf,
  type List,
  type Revision,
  reading,
  type Signed,
  statementShown,
} from './story-operations.js';

const slug = 'end-impunity-at-the-borders';

let hub: InProcessHub;
let reader: GraphClient;
let stranger: GraphClient;
let administrator: GraphClient;
let coordinator: GraphClient;
let reviser: GraphClient;

let organisations: { id: string; name: string; country: string | null }[];
let coalition: { id: string; slug: string };
let signers: Signer[];
let statementId: string;
let drafted: Revision;
let revised: Revision;
let texts: Texts;
let shortLived: { statementId: string; slug: string; digest: string; signer: Signer; signatureId: string };
let live: FollowedUpdates;
let beforeSigning: string;
let commuting: Promise<string[]>;
const signatureIds = new Map<string, string>();
let delivered: List;

beforeAll(async () => {
  hub = await InProcessHub.start();
  reader = hub.signedOut();
  stranger = await hub.person('stranger@example.org');
}, 60_000);

afterAll(async () => {
  await live?.disconnect();
  await hub?.stop();
});

describe('a coalition of 130', () => {
  test('is entered by an administrator whom the owner of the data folder has made', async () => {
    administrator = await hub.administrator('administrator@example.org');
    organisations = await registerOrganisations(administrator, 130);
    ({ coalition } = await administrator.succeed<{ coalition: typeof coalition }>(
      'createCoalition',
      { name: 'Coalition for the Rights of People on the Move' },
      '... on CreateCoalitionSuccess { coalition { id slug } }',
    ));
    coordinator = await hub.person('coordinator@example.org');
    const role = { email: 'coordinator@example.org', role: 'COORDINATOR', coalitionId: coalition.id };
    await administrator.succeed('grantRole', role);
    expect(await countOf(reader, '{ organisations { totalCount } }')).toBe(130);
  });

  test('is admitted by its coordinator: 100 in 2019, of whom 10 left in 2021, and 30 more in 2022', async () => {
    await inBatches(organisations, 20, ({ id: organisationId }, index) =>
      coordinator.succeed('admitMember', {
        coalitionId: coalition.id,
        organisationId,
        role: index === 0 ? 'CHAIR' : 'MEMBER',
        joinedOn: index < 100 ? '2019-03-01' : '2022-02-01',
        endedOn: index >= 90 && index < 100 ? '2021-06-30' : null,
      }),
    );
    const admitting = { coalitionId: coalition.id, organisationId: organisations[0]?.id };
    expect(await stranger.errors(...asking('admitMember', admitting))).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  test.each([
    ['2019-02-28', 0],
    ['2019-03-01', 100],
    ['2021-06-30', 100],
    ['2021-07-01', 90],
    ['2022-02-01', 120],
  ])('had on %s as many members as it should: %i', async (asOf, count) => {
    const members = await allMembers(reader, coalition.slug, { first: 60, asOf });
    expect(members).toMatchObject({ totalCount: count });
    expect(new Set(members.names).size).toBe(count);
  });

  test('is read by country, page by page', async () => {
    const filter = { countries: ['ES', 'BR'] };
    const expected = organisations
      .filter(({ country }, index) => ['ES', 'BR'].includes(country ?? '') && (index < 90 || index >= 100))
      .map(({ name }) => name);
    const members = await allMembers(reader, coalition.slug, { first: 5, filter });
    expect(members.totalCount).toBe(expected.length);
    expect(members.names.toSorted(byCodeUnits)).toEqual(expected.toSorted(byCodeUnits));
    expect(members.pages).toBeGreaterThan(3);
  });
});

describe('a draft of two co-authors', () => {
  test('is started by the coordinator, and nobody else can see it', async () => {
    const input = {
      coalitionId: coalition.id,
      slug,
      kind: 'JOINT_STATEMENT',
      language: 'en',
      title: 'End impunity at the borders',
      text: 'We are deeply concerned.\n\nWe ask for independent investigations.',
      coAuthorIds: [organisations[0]?.id, organisations[1]?.id],
    };
    const { statement } = await coordinator.succeed<{ statement: { id: string; currentRevision: Revision } }>(
      'createStatement',
      input,
      `... on CreateStatementSuccess { statement { id currentRevision { number digest title } } }`,
    );
    ({ id: statementId, currentRevision: drafted } = statement);
    for (const outsider of [reader, stranger]) {
      expect(await outsider.query(reading('title'), { slug })).toEqual({ statement: null });
      expect(await countOf(outsider, '{ statements { totalCount } }')).toBe(0);
    }
  });

  test('is revised under a co-author’s mandate to revise, and not under one to sign', async () => {
    const [first, second] = organisations;
    if (!first || !second) throw new Error('no co-authors');
    const mandates = [
      { organisationId: first.id, email: 'reviser@example.org', scopes: ['REVISE'] },
      { organisationId: second.id, email: 'signer@example.org', scopes: ['SIGN'] },
    ];
    for (const mandate of mandates) await grantMandate(administrator, mandate);
    reviser = await hub.person('reviser@example.org');
    const text = 'We are deeply concerned.\n\nWe ask for independent and effective investigations.';
    const input = { statementId, basedOn: 1, title: 'End impunity at the borders', text };
    const signer = await hub.person('signer@example.org');
    expect(await signer.errors(...asking('reviseStatement', input))).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    ({ revision: revised } = await reviser.succeed<{ revision: Revision }>(
      'reviseStatement',
      input,
      '... on ReviseStatementSuccess { revision { number digest title } }',
    ));
    texts = { statementId, digest: revised.digest, drafted: drafted.digest };
    expect(revised.number).toBe(2);
    expect(await reviser.mutate('reviseStatement', input)).toMatchObject({ code: 'REVISION_OUTDATED' });
    expect(await reviser.query(reading('coAuthors { name } status'), { slug })).toEqual({
      statement: { coAuthors: [{ name: first.name }, { name: second.name }], status: 'DRAFT' },
    });
  });
});

describe('opening', () => {
  test('names the text and a deadline, and makes the statement public', async () => {
    const opening = { statementId, closesAt: new Date(Date.now() + 3_600_000).toISOString() };
    const outdated = await coordinator.mutate('openForSignature', {
      ...opening,
      revisionDigest: drafted.digest,
    });
    expect(outdated).toMatchObject({ __typename: 'RevisionChanged' });
    expect(
      await reviser.errors(...asking('openForSignature', { ...opening, revisionDigest: revised.digest })),
    ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    await coordinator.succeed('openForSignature', { ...opening, revisionDigest: revised.digest });
    const open = async () => (await statementShown(reader, slug))?.status === 'OPEN';
    await waitUntil(open, { what: 'the statement is open' });
  });

  test('freezes the text', async () => {
    const input = { statementId, basedOn: 2, title: 'Another title', text: 'Another text' };
    expect(await coordinator.mutate('reviseStatement', input)).toMatchObject({
      __typename: 'StatementNotEditable',
    });
  });

  test('whoever reads it can compute the digest that is signed', async () => {
    const { statement } = await reader.query<{ statement: { id: string; currentRevision: Revision } }>(
      reading('id currentRevision { number language title text digest }'),
      { slug },
    );
    const { digest, number, language, title, text } = statement.currentRevision;
    const digested = {
      type: 'coalition-hub/revision/1',
      statement: statement.id,
      number,
      language,
      title,
      text,
    };
    expect(sha256OfCanonicalJson(digested)).toBe(digest);
    expect(digest).toBe(revised.digest);
  });

  test('a second statement opens with a deadline that comes soon, and is signed in good time', async () => {
    signers = await mandateRepresentatives(hub, administrator, organisations);
    const [signer] = signers;
    if (!signer) throw new Error('no signers');
    const draft = {
      coalitionId: coalition.id,
      kind: 'CALL_TO_ACTION',
      language: 'es',
      title: 'Fin a la impunidad',
      text: 'Pedimos investigaciones.',
      coAuthorIds: [],
    };
    const { statement } = await coordinator.succeed<{
      statement: { id: string; slug: string; currentRevision: Revision };
    }>(
      'createStatement',
      draft,
      '... on CreateStatementSuccess { statement { id slug currentRevision { digest } } }',
    );
    const { digest } = statement.currentRevision;
    const closesAt = new Date(Date.now() + 3_000).toISOString();
    const opening = { statementId: statement.id, revisionDigest: digest, closesAt };
    await coordinator.succeed('openForSignature', opening);
    const signatureId = await mustSign(signer, { statementId: statement.id, digest }, 'in-good-time');
    shortLived = { statementId: statement.id, slug: statement.slug, digest, signer, signatureId };
  });
});

describe('108 organisations sign', () => {
  test('20 at a time: once, twice with the same key or another, after a wrong digest, after others without mandate', async () => {
    beforeSigning = (await statementShown(reader, slug))?.updateCursor ?? '';
    live = FollowedUpdates.overWebSocket(hub.url, { slug, after: beforeSigning });
    commuting = commute(hub.url, { slug, after: beforeSigning }, 108);
    const others = [stranger, administrator, coordinator];
    await inBatches(signers.slice(0, 108), 20, async (signer, index) => {
      const attempt = attempts[index % attempts.length];
      if (!attempt) throw new Error('no attempt');
      signatureIds.set(signer.organisationId, await attempt(signer, texts, `signing-${index}`, others));
    });
    expect(new Set(signatureIds.values()).size).toBe(108);
  });

  test('who repeats it later gets the same answer, and with another key is shown the signature that stands', async () => {
    await inBatches(signers.slice(0, 20), 20, async (signer, index) => {
      const { representative, organisationId } = signer;
      const id = signatureIds.get(organisationId);
      if (index % attempts.length !== 5) expect(await mustSign(signer, texts, `signing-${index}`)).toBe(id);
      expect(await sign(representative, organisationId, texts, `repeated-${index}`)).toMatchObject({
        __typename: 'AlreadySigned',
        signature: { id },
      });
    });
  });

  test('a key cannot be used for another organisation', async () => {
    const [first, second] = signers;
    if (!first || !second) throw new Error('no signers');
    await grantMandate(administrator, {
      organisationId: second.organisationId,
      email: `representative-${first.organisationId}@example.org`,
      scopes: ['SIGN'],
    });
    expect(await sign(first.representative, second.organisationId, texts, 'signing-0')).toMatchObject({
      __typename: 'IdempotencyKeyReused',
    });
  });

  test('nobody signs after the deadline', async () => {
    const { slug: other, signer, signatureId, ...texts } = shortLived;
    const passed = async () => (await statementShown(reader, other))?.signing.state === 'CLOSED';
    await waitUntil(passed, { what: 'the deadline has passed', timeoutMs: 10_000 });
    const [, late] = signers;
    if (!late) throw new Error('no signers');
    expect(await sign(late.representative, late.organisationId, texts, 'too-late')).toMatchObject({
      __typename: 'StatementNotOpen',
      state: 'CLOSED',
    });
    expect(await mustSign(signer, texts, 'in-good-time')).toBe(signatureId);
  });
});

describe('followers', () => {
  test('see each new signature once, with its organisation', async () => {
    await live.received(108);
    expect(new Set(live.kinds)).toEqual(new Set(['SIGNED']));
    const shown = new Map(
      live.updates.map(({ signature }) => [signature?.organisation.id, signature] as const),
    );
    expect(shown.size).toBe(108);
    for (const { organisationId, name, country } of signers.slice(0, 108)) {
      expect(shown.get(organisationId)).toEqual({
        id: signatureIds.get(organisationId),
        nameAsSigned: name,
        organisation: { id: organisationId, name, country },
      });
    }
  });

  test('get what they missed when they come back, over WebSocket or server-sent events: no gap, no repeat', async () => {
    expect(await commuting).toEqual(live.cursors);
  });
});

describe('closing and delivery', () => {
  test('freezes a list whose digest anybody can compute', async () => {
    const { list } = await coordinator.succeed<{ list: List }>(
      'closeForSignature',
      { statementId },
      '... on CloseForSignatureSuccess { list { id digest frozenAt size revision { digest } } }',
    );
    delivered = list;
    expect(list).toMatchObject({ size: 108, revision: { digest: revised.digest } });
    const { signatures } = await closedList(reader, slug, 'CURRENT');
    expect(digestOfList(statementId, list, signatures)).toBe(list.digest);
    await live.received(109);
    expect(live.kinds.at(-1)).toBe('CLOSED');
  });

  test('the statement is delivered at the 51st session of the Human Rights Council, under item 4', async () => {
    const { event } = await coordinator.succeed<{ event: { id: string } }>(
      'createEvent',
      {
        title: 'Human Rights Council, 51st session',
        body: { code: 'HRC', name: 'Human Rights Council' },
        session: '51',
        slug: 'hrc51',
        startsOn: '2022-09-12',
        endsOn: '2022-10-07',
        place: 'Geneva',
        country: 'CH',
      },
      '... on CreateEventSuccess { event { id } }',
    );
    const { agendaItem } = await coordinator.succeed<{ agendaItem: { id: string } }>(
      'addAgendaItem',
      { eventId: event.id, number: '4', title: 'Situations that require the Council’s attention' },
      '... on AddAgendaItemSuccess { agendaItem { id } }',
    );
    const delivery = {
      statementId,
      eventId: event.id,
      agendaItemId: agendaItem.id,
      listId: delivered.id,
      listDigest: delivered.digest,
      deliveredOn: '2022-09-27',
      deliveredByIds: organisations.slice(0, 2).map(({ id }) => id),
    };
    const wrongDigest = { ...delivery, listDigest: 'f'.repeat(64) };
    expect(await coordinator.mutate('recordDelivery', wrongDigest)).toMatchObject({
      __typename: 'ListDigestMismatch',
    });
    await coordinator.succeed('recordDelivery', delivery);
    expect(await coordinator.mutate('recordDelivery', delivery)).toMatchObject({
      __typename: 'DeliveryExists',
    });
    await live.received(110);
    const shown = `deliveries { deliveredOn agendaItem { number } event { slug session body { code } } list { id size }
      deliveredBy { name } } status`;
    expect(await reader.query(reading(shown), { slug })).toEqual({
      statement: {
        status: 'DELIVERED',
        deliveries: [
          {
            deliveredOn: '2022-09-27',
            agendaItem: { number: '4' },
            event: { slug: 'hrc51', session: '51', body: { code: 'HRC' } },
            list: { id: delivered.id, size: 108 },
            deliveredBy: organisations.slice(0, 2).map(({ name }) => ({ name })),
          },
        ],
      },
    });
  });
});

describe('late sign-ons and a withdrawal', () => {
  const lateSigners = () => signers.slice(108, 120);

  test('twelve sign late, after signing was reopened', async () => {
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    await coordinator.succeed('openForSignature', { statementId, revisionDigest: revised.digest, closesAt });
    await inBatches(lateSigners(), 20, async (signer, index) => {
      const { representative, organisationId } = signer;
      const { signature } = await sign(representative, organisationId, texts, `late-${index}-sign-on`);
      expect(signature).toMatchObject({ late: true });
      signatureIds.set(organisationId, signature?.id ?? '');
    });
    await live.received(123);
  });

  test('one that signed in time withdraws', async () => {
    const [signer] = signers;
    if (!signer) throw new Error('no signers');
    const input = { signatureId: signatureIds.get(signer.organisationId) };
    expect(await stranger.mutate('withdrawSignature', input)).toMatchObject({ __typename: 'MandateMissing' });
    await signer.representative.succeed('withdrawSignature', input);
    expect(await signer.representative.mutate('withdrawSignature', input)).toMatchObject({
      __typename: 'SignatureAlreadyWithdrawn',
    });
    await live.received(124);
  });

  test('the list at delivery stays what it was', async () => {
    const list = await closedList(reader, slug, 'AT_DELIVERY');
    expect(list.totalCount).toBe(108);
    expect(list.signatures.map(({ status, late }) => ({ status, late }))).toEqual(
      Array(108).fill({ status: 'SIGNED', late: false }),
    );
    expect(digestOfList(statementId, delivered, list.signatures)).toBe(delivered.digest);
  });

  test('the current list has the late ones, marked as late, and the withdrawn one, marked as withdrawn', async () => {
    const list = await closedList(reader, slug, 'CURRENT');
    expect(list.totalCount).toBe(120);
    const late = list.signatures.filter((signature) => signature.late);
    expect(late.map(({ organisation }) => organisation.id).toSorted(byCodeUnits)).toEqual(
      lateSigners()
        .map(({ organisationId }) => organisationId)
        .toSorted(byCodeUnits),
    );
    const withdrawn = list.signatures.filter(({ status }) => status === 'WITHDRAWN');
    expect(withdrawn.map(({ organisation }) => organisation.id)).toEqual([signers[0]?.organisationId]);
    expect((await closedList(reader, slug, 'CURRENT', { late: true })).totalCount).toBe(12);
  });

  test('both lists can be read by country and region, and counts by country and region add up', async () => {
    const standing = signers.slice(1, 120);
    const count = (country: string | null) => standing.filter((signer) => signer.country === country).length;
    for (const country of ['ES', 'BR', 'KE']) {
      const filter = { countries: [country] };
      const { signatures } = await closedList(reader, slug, 'CURRENT', filter);
      expect(signatures.filter(({ status }) => status === 'SIGNED')).toHaveLength(count(country));
      const inTime = signers.slice(0, 108).filter((signer) => signer.country === country);
      expect((await closedList(reader, slug, 'AT_DELIVERY', filter)).totalCount).toBe(inTime.length);
    }
    const counted = () => reader.query<Counted>(reading(countFields), { slug });
    await waitUntil(async () => (await counted()).statement.signatureCount.public === 119, {
      what: 'all signatures are counted',
    });
    const { signatureCount } = (await counted()).statement;
    expect(Object.fromEntries(signatureCount.byCountry.map((each) => [each.country, each.count]))).toEqual(
      Object.fromEntries(
        [...new Set(standing.map((each) => each.country))].map((each) => [each, count(each)]),
      ),
    );
    const regions = new Map(signatureCount.byRegion.map((each) => [each.region, each.count]));
    expect(regions.get('OCEANIA')).toBe(count('NZ'));
    expect(regions.get('AFRICA')).toBe(count('MA') + count('SN') + count('KE'));
    expect([...regions.values()].reduce((sum, each) => sum + each)).toBe(119);
  });

  test('the whole story was told, in order, and is told again to whoever asks later', async () => {
    const kinds = [
      ...Array<string>(108).fill('SIGNED'),
      'CLOSED',
      'DELIVERED',
      'OPENED',
      ...Array<string>(12).fill('SIGNED'),
      'SIGNATURE_WITHDRAWN',
    ];
    expect(live.kinds).toEqual(kinds);
    const again = FollowedUpdates.overServerSentEvents(hub.url, { slug, after: beforeSigning });
    await again.received(kinds.length);
    expect(again.cursors).toEqual(live.cursors);
    await again.disconnect();
  });
});

describe('SQL', () => {
  beforeAll(async () => {
    await live.disconnect();
    await hub.settled();
  });

  test('a deep read takes one statement per entity type and fetch, and one for a total that the page does not show', async () => {
    const source = reading(`title signatures(first: 200, list: AT_DELIVERY) {
      totalCount edges { node { nameAsSigned organisation { name country } } }
    }`);
    const { statements, result } = await recordStatements(() =>
      reader.query<{ statement: { signatures: { edges: { node: Signed }[] } } }>(source, { slug }),
    );
    print('statement, 108 signatures, their organisations and the total', statements);
    expect(result.statement.signatures.edges).toHaveLength(108);
    expect(result.statement.signatures.edges.every(({ node }) => node.organisation.name !== '')).toBe(true);
    // Statement, page of signatures, organisations; a page that is the whole list has counted it.
    expect(statements).toHaveLength(3);
    const part = await recordStatements(() =>
      reader.query(source.replace('first: 200', 'first: 100'), { slug }),
    );
    expect(part.statements).toHaveLength(4);
  });

  test('so does one that crosses all four services', async () => {
    const source = reading(`title currentRevision { digest } coAuthors { name country }
      coalition { name members(first: 50) { totalCount edges { node { role organisation { name country } } } } }
      signing { state revision { number } } lists { digest revision { number } }
      deliveries { deliveredOn event { title } agendaItem { number } deliveredBy { name } }
      signatures(first: 100) { totalCount edges { node { late revision { number } organisation { name
        coalitions(first: 1) { edges { node { coalition { name } } } } } } } }`);
    const { statements } = await recordStatements(() => reader.query(source, { slug }));
    print('statement with everything around it, from four services', statements);
    // Sixteen fetches, each of one type of entity, and two totals.
    expect(statements.length).toBeLessThanOrEqual(18);
  });
});

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : 1);

interface Counted {
  readonly statement: {
    readonly signatureCount: {
      readonly public: number;
      readonly byCountry: { country: string | null; count: number }[];
      readonly byRegion: { region: string | null; count: number }[];
    };
  };
}

const countFields = `signatureCount { public byCountry { country count } byRegion { region count } }`;

function print(what: string, statements: readonly string[]): void {
  const heads = statements.map((text) => `  ${text.replace(/\s+/g, ' ').slice(0, 140)}`);
  process.stdout.write(`${what}: ${statements.length} SQL statements\n${heads.join('\n')}\n`);
}
