import { createLog, systemClock } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sampleParts } from '../../src/sample/founding-documents.js';
import { loadParts, loadSample } from '../../src/sample/load-sample.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import * as queries from './founding-queries.js';

interface Edges<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
}

/** What the query asks for beside what a test names. */
type Fields = object;

let hub: InProcessHub;
const told: { readonly part?: string; readonly parts?: readonly string[]; readonly msg: string }[] = [];
const log = createLog(
  { level: 'info', name: 'sample' },
  { write: (line: string) => void told.push(JSON.parse(line)) },
);

/** A hub whose data folder is from the time when there was one document. */
beforeAll(async () => {
  hub = await InProcessHub.start();
  await loadParts(hub.hub.running, sampleParts(new Date()).slice(0, 1), log);
  await loadSample(hub.hub.running, systemClock, log);
}, 60_000);

afterAll(() => hub?.stop());

function nodes<Node>({ edges }: Edges<Node>): Node[] {
  return edges.map(({ node }) => node);
}

function ask<Data>(query: string): Promise<Data> {
  return hub.signedOut().query<Data>(query);
}

interface Statement extends Fields {
  readonly slug: string;
  readonly signatureCount: { readonly byRegion: readonly { readonly region: string }[] };
  readonly currentRevision: { readonly text: string; readonly publishedAt: string };
  readonly signatures: Edges<{
    readonly nameAsSigned: string;
    readonly countryAsSigned: string | null;
    readonly provenance: string;
    readonly organisation: { readonly slug: string } | null;
    readonly person: { readonly nameAsSigned: string; readonly capacity: string } | null;
  }>;
  readonly deliveries: readonly { readonly onBehalfOf: readonly { readonly name: string }[] }[];
}

function regionsOf({ signatureCount }: Statement): Set<string> {
  return new Set(signatureCount.byRegion.map(({ region }) => region));
}

describe('each founding document is asked for in one query', () => {
  it('the statement on Ceuta and Melilla: three who delivered it, 108 in Europe, the Americas and Africa', async () => {
    const { statement } = await ask<{ statement: Statement }>(queries.ceutaAndMelilla);
    expect(statement).toMatchObject({
      title: 'End impunity for grave violations against Africans in Ceuta and Melilla',
      kind: 'JOINT_STATEMENT',
      status: 'DELIVERED',
      coAuthors: [
        { slug: 'ishr', country: 'CH' },
        { slug: 'implementation-team-spain-decade-people-of-african-descent', country: 'ES' },
        { slug: 'elin-association', country: 'ES' },
      ],
      signatureCount: { public: 108, people: 0 },
      signatures: { totalCount: 108 },
      deliveries: [
        {
          mode: 'ORAL',
          deliveredOn: '2022-09-27',
          agendaItem: { number: '4' },
          event: {
            slug: 'hrc51',
            session: '51',
            startsOn: '2022-09-12',
            endsOn: '2022-10-07',
            place: 'Geneva',
            body: { code: 'HRC' },
          },
          list: { size: 108, people: 0 },
        },
      ],
    });
    expect(regionsOf(statement)).toEqual(new Set(['AFRICA', 'AMERICAS', 'EUROPE']));
    const names = nodes(statement.signatures).map(({ nameAsSigned }) => nameAsSigned);
    expect(names.filter((name) => /^Sample organisation \d{3}$/.test(name))).toHaveLength(105);
  });

  it('the call to action: numbered demands to States, others to United Nations agencies, footnotes', async () => {
    const { statement } = await ask<{ statement: Statement }>(queries.migrantDefenders);
    expect(statement).toMatchObject({
      kind: 'CALL_TO_ACTION',
      status: 'CLOSED',
      coAuthors: [],
      currentRevision: {
        language: 'en',
        addressees: [
          {
            name: 'States',
            kind: 'STATES',
            demands: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }],
          },
          {
            name: 'United Nations agencies',
            kind: 'UN_AGENCIES',
            demands: [{ number: 1 }, { number: 2 }, { number: 3 }],
          },
        ],
        footnotes: [
          { number: 1, term: 'migrant human rights defender' },
          { number: 2, term: 'migrant' },
          { number: 3, term: 'reprisal' },
        ],
      },
      lists: [{ size: 12, people: 0 }],
      deliveries: [],
    });
    expect(regionsOf(statement)).toEqual(new Set(['ASIA', 'OCEANIA']));
    for (const { nameAsSigned, provenance } of nodes(statement.signatures)) {
      expect(nameAsSigned).toMatch(/^Sample organisation of Asia and the Pacific \d\d$/);
      expect(provenance).toBe('REPORTED_BY_COORDINATOR');
    }
  });

  it('the letter that ISHR wrote on behalf of 40, and the statement that people signed in their capacity', async () => {
    const { letter, mandateHolders } = await ask<Record<'letter' | 'mandateHolders', Statement>>(
      queries.councilElections,
    );
    expect(letter).toMatchObject({
      kind: 'OPEN_LETTER',
      status: 'DELIVERED',
      coAuthors: [{ slug: 'ishr' }],
      currentRevision: { addressees: [{ name: 'All States', kind: 'STATES' }] },
      signatureCount: { public: 40, people: 0 },
      signatures: { totalCount: 40 },
      deliveries: [
        {
          mode: 'LETTER',
          deliveredOn: '2013-11-05',
          addressees: 'All States',
          deliveredBy: [{ slug: 'ishr' }],
          event: { startsOn: '2013-11-12', place: 'New York', body: { code: 'UNGA' } },
          list: { size: 40, people: 0 },
        },
      ],
    });
    const placeholder = /^Sample NGO of the letter on Council elections \d\d$/;
    const inWhoseName = letter.deliveries[0]?.onBehalfOf.map(({ name }) => name);
    expect(inWhoseName).toHaveLength(40);
    for (const name of [
      ...(inWhoseName ?? []),
      ...nodes(letter.signatures).map(({ nameAsSigned }) => nameAsSigned),
    ])
      expect(name).toMatch(placeholder);

    expect(mandateHolders).toMatchObject({
      kind: 'JOINT_STATEMENT',
      status: 'CLOSED',
      coAuthors: [],
      signatureCount: { public: 0, people: 12, all: 0 },
      lists: [{ size: 12, people: 12 }],
    });
    expect(mandateHolders.currentRevision.publishedAt).toMatch(/^2013-12-10/);
    expect(nodes(mandateHolders.signatures)[2]).toEqual({
      organisation: null,
      person: {
        nameAsSigned: 'Sample mandate holder 03',
        capacity: 'Special Procedures mandate holder (placeholder)',
      },
      signedOn: '2013-12-10',
    });
  });

  it('what ISHR submitted alone: to the Committee against Torture, and to the African Commission', async () => {
    const { coalition } = await ask<{ coalition: { members: unknown; statements: Edges<Statement> } }>(
      queries.ishrSubmissions,
    );
    expect(coalition.members).toEqual({
      totalCount: 1,
      edges: [{ node: { organisation: { slug: 'ishr' } } }],
    });
    const bySlug = new Map(nodes(coalition.statements).map((statement) => [statement.slug, statement]));
    const alone = {
      status: 'DELIVERED',
      coAuthors: [{ slug: 'ishr' }],
      signatures: { totalCount: 1, edges: [{ node: { organisation: { slug: 'ishr' } } }] },
    };
    expect(bySlug.get('committee-against-torture-article-3')).toMatchObject({
      ...alone,
      kind: 'SUBMISSION',
      currentRevision: {
        publishedAt: expect.stringMatching(/^2017-04/),
        addressees: [{ name: 'Committee against Torture', kind: 'BODY' }],
      },
      deliveries: [{ mode: 'WRITTEN', event: { body: { code: 'CAT' }, session: '60', place: 'Geneva' } }],
    });
    for (const number of [1, 2])
      expect(bySlug.get(`achpr73-country-statement-${number}`)).toMatchObject({
        ...alone,
        title: expect.stringContaining('placeholder'),
        deliveries: [
          {
            mode: 'ORAL',
            deliveredBy: [{ slug: 'ishr' }],
            event: {
              slug: 'achpr73',
              session: '73',
              startsOn: '2022-10-20',
              place: 'Banjul',
              country: 'GM',
              body: { code: 'ACHPR' },
            },
          },
        ],
      });
    expect(bySlug.size).toBe(3);
  });

  it('the Global Migration Group: 16 entities, chairs in turn, a working group, papers, the Dialogue', async () => {
    interface Group extends Fields {
      readonly members: Edges<{ organisation: { slug: string; kind: string } }>;
      readonly roleHistory: Edges<Fields>;
      readonly workingGroups: unknown;
      readonly statements: Edges<Statement>;
    }
    const { coalition, event } = await ask<{ coalition: Group; event: Fields }>(queries.globalMigrationGroup);
    const members = nodes(coalition.members).map(({ organisation }) => organisation);
    expect(new Set(members.map(({ slug }) => slug))).toEqual(
      new Set([
        ...['ilo', 'iom', 'ohchr', 'un-desa', 'un-regional-commissions', 'un-women', 'unctad', 'undp'],
        ...['unesco', 'unfpa', 'unhcr', 'unicef', 'unitar', 'unodc', 'who', 'world-bank'],
      ]),
    );
    expect(coalition.members.totalCount).toBe(16);
    expect(new Set(members.map(({ kind }) => kind))).toEqual(new Set(['INTERGOVERNMENTAL']));
    expect(nodes(coalition.roleHistory)).toContainEqual({
      role: 'CHAIR',
      since: '2010-07-01',
      until: '2010-12-31',
      organisation: { slug: 'ohchr' },
    });
    expect(coalition.roleHistory.totalCount).toBe(15);
    expect(coalition.workingGroups).toMatchObject([
      {
        purpose: expect.stringContaining('placeholder'),
        chairs: [{ since: '2013-07-01', until: '2014-12-31', organisation: { slug: 'ohchr' } }],
        afterwards: [],
      },
    ]);
    expect(nodes(coalition.statements)).toHaveLength(3);
    for (const paper of nodes(coalition.statements))
      expect(paper).toMatchObject({
        coAuthors: [{ slug: 'global-migration-group', kind: 'NETWORK' }],
        signatureCount: { public: 1 },
        signatures: {
          totalCount: 1,
          edges: [{ node: { organisation: { slug: 'global-migration-group' } } }],
        },
      });
    expect(event).toMatchObject({
      title: 'High-level Dialogue on International Migration and Development',
      startsOn: '2013-10-03',
      endsOn: '2013-10-04',
      place: 'New York',
      body: { code: 'UNGA' },
      sideEvents: [
        { title: 'Side event 1 (placeholder)', organisers: [{ name: 'Sample side event organiser 1' }] },
        { title: 'Side event 2 (placeholder)', organisers: [{ name: 'Sample side event organiser 2' }] },
      ],
      deliveries: { totalCount: 1, edges: [{ node: { statement: { slug: 'gmg-high-level-dialogue' } } }] },
    });
  });
});

describe('nobody real is shown as having done what they did not', () => {
  const placeholder = /^Sample |\(placeholder\)$/;
  const parts = sampleParts(new Date());

  it('whoever signs is a placeholder, or one of four who made the statement themselves', () => {
    const named = parts.flatMap(({ signings }) => signings.flatMap(({ signatures }) => signatures));
    const real = new Set(named.map(({ name }) => name).filter((name) => !placeholder.test(name)));
    expect([...real].sort()).toEqual([
      'Elin Association',
      'Global Migration Group',
      'Implementation Team in Spain for the Decade on People of African Descent',
      'International Service for Human Rights (ISHR)',
    ]);
  });

  it('every text says that it is a summary of our own, or a statement to practise on', () => {
    for (const { text } of parts.flatMap(({ statements }) => statements))
      expect(text).toMatch(
        /^This is a summary for the sample data|^This statement is part of the sample data/,
      );
  });
});

describe('loading', () => {
  it('brings later parts to a data folder that has the first', () => {
    expect(told.map((line) => line.parts?.length)).toEqual([1, 4]);
  });

  it('enters nothing twice', async () => {
    const before = await hub.rowCounts();
    await loadSample(hub.hub.running, systemClock, log);
    expect(await hub.rowCounts()).toEqual(before);
    expect(told).toHaveLength(2);
  });

  it('leaves a part out, whole, when a hub in use has one of its names, and goes on', async () => {
    const again = sampleParts(new Date()).slice(-1);
    const before = await hub.rowCounts();
    await loadParts(
      hub.hub.running,
      again.map((part) => ({ ...part, name: 'another part' })),
      log,
    );
    expect(await hub.rowCounts()).toEqual(before);
    expect(told.at(-1)).toMatchObject({ part: 'another part', msg: expect.stringContaining('left out') });
  });
});
