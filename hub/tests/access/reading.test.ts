import { readContract } from '@coalition-hub/schema';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { openDataFolder } from '../../src/data-folder/data-folder.js';
import { inBatches } from '../story/coalition-of-130.js';
import { GraphClient } from '../whole-hub/graph-client.js';
import { HttpDoor, viewerOf } from '../whole-hub/http-door.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { shortest, type Walk, walks } from '../whole-hub/schema-walk.js';
import { everybody, type Ground, type People, type Person, settle } from './access-people.js';
import { reading } from './access-table.js';
import { entityQuestions } from './entity-questions.js';
import { followed } from './followed.js';
import { type HiddenThings, hideThings } from './hidden-things.js';

let hub: InProcessHub;
let httpDoor: HttpDoor;
let people: People;
let ground: Ground;
let things: HiddenThings;
let schema: GraphQLSchema;

beforeAll(async () => {
  hub = await InProcessHub.start();
  httpDoor = await HttpDoor.open(hub.hub.running, (await openDataFolder(hub.dataDir)).secrets);
  ({ people, ground } = await settle(hub));
  things = await hideThings(hub, people, ground);
  schema = buildSchema((await readContract()).contract);
}, 120_000);

afterAll(async () => {
  await httpDoor?.stop();
  await hub?.stop();
});

/** Who has found what, by thing and the field that led to it. */
class Sightings {
  readonly #found = new Map<string, Map<string, Set<Person>>>();

  /** Notes what an answer that came by a way holds. @returns whether it held anything */
  note(person: Person, field: string, way: string, answer: string): boolean {
    const found = Object.entries(things.marks).filter(([, mark]) => answer.includes(mark));
    for (const [thing] of found) {
      const key = `${thing} through ${field}`;
      const ways = this.#found.get(key) ?? new Map<string, Set<Person>>();
      this.#found.set(key, ways);
      ways.set(way, (ways.get(way) ?? new Set()).add(person));
    }
    return found.length > 0;
  }

  /** For every way that showed something to anybody: to whom. */
  get cells(): { key: string; way: string; persons: string[] }[] {
    return [...this.#found].flatMap(([key, ways]) =>
      [...ways].map(([way, persons]) => ({ key, way, persons: [...persons].sort() })),
    );
  }
}

/** As the table has it: who finds a thing through a field. */
function declared(): ReadonlyMap<string, readonly Person[]> {
  const cells = reading.flatMap(({ things: named, readers, through }) =>
    named.flatMap((thing) =>
      through.map((field): [string, readonly Person[]] => [`${thing} through ${field}`, [...readers].sort()]),
    ),
  );
  return new Map(cells);
}

/** Fields by which somebody found something. */
const fruitful = new Set<string>();

/** Every way that showed a thing showed it to exactly those of the table. */
function expectAsDeclared({ cells }: Sightings): void {
  const table = declared();
  const wrong = cells.filter(({ key, persons }) => String(persons) !== String(table.get(key)));
  expect(wrong.map((cell) => ({ ...cell, declared: table.get(cell.key) }))).toEqual([]);
  for (const { key } of cells) fruitful.add(key.split(' through ')[1] as string);
}

function ways(): Walk[] {
  const all = walks(
    schema,
    {
      'Query.statement(slug)': Object.values(things.statements).map(({ slug }) => slug),
      'Query.coalition(slug)': [ground.coalitionSlug, ground.otherCoalitionSlug],
      'Query.organisation(id)': [ground.memberId, ground.coAuthorId, ground.outsideId],
      'Query.event(slug)': ['none'],
      'Statement.revision(number)': [1, 2],
      'Statement.difference(from)': [1],
      'Statement.difference(to)': [2],
      'Statement.translation(language)': ['es'],
      'Organisation.similar(first)': [5],
    },
    [],
  );
  return shortest(all);
}

/** By statement: what its feed tells last to everybody for whom it exists. */
const lastTold: Readonly<Record<string, string>> = {
  draft: '"kind":"REVISED"',
  consulted: 'mark-shared-amendment',
  withdrawn: '"kind":"WITHDRAWN"',
  open: '"kind":"OPENED"',
};

/** The ways by which somebody found something, when no HTTP was between. */
const telling = new Set<string>();

describe.each(['in one process', 'over HTTP'])('who may read what, subgraphs %s', (manner) => {
  let clients: People;

  beforeAll(() => {
    const door = manner === 'over HTTP' ? httpDoor.url : hub.url;
    const behind = everybody.map((person) => [person, new GraphClient(door, people[person].token)]);
    clients = Object.fromEntries(behind) as People;
  });

  test('by queries, along every way through the graph', async () => {
    const sightings = new Sightings();
    const all = ways().filter(({ query }) => manner === 'in one process' || telling.has(query));
    for (const person of everybody) {
      await inBatches(all, 8, async ({ query, fields }) => {
        const { text } = await clients[person].ask(query);
        const found = sightings.note(person, fields.at(-1) as string, fields.join(' > '), text);
        if (found) telling.add(query);
      });
    }
    process.stdout.write(`${all.length} ways through the graph, each for ${everybody.length} people\n`);
    expectAsDeclared(sightings);
  }, 300_000);

  test('by ids, as a gateway asks subgraphs', async () => {
    const sightings = new Sightings();
    const questions = await entityQuestions(ground, things);
    const asked = manner === 'over HTTP' ? httpDoor : hub;
    for (const person of everybody) {
      const viewer = await viewerOf(people[person].token);
      await inBatches(questions, 8, async ({ service, field, query, variables }) => {
        const text = await asked.askSubgraph(service, viewer, query, variables);
        sightings.note(person, field, query, text);
      });
    }
    expect(questions.length).toBeGreaterThan(20);
    expectAsDeclared(sightings);
  }, 120_000);

  test('by subscriptions, from a cursor of the beginning', async () => {
    const sightings = new Sightings();
    for (const [name, { slug }] of Object.entries(things.statements)) {
      const after = things.cursors[name as keyof typeof things.cursors];
      await Promise.all(
        everybody.map(async (person) => {
          const told = await followed(clients[person], { slug, after, until: lastTold[name] ?? '' });
          sightings.note(person, 'Subscription.statementUpdated', `of ${name}`, told);
        }),
      );
    }
    expectAsDeclared(sightings);
  }, 120_000);
});

test('the table knows all that is hidden, and every field that it names leads there', () => {
  const known = new Set(reading.flatMap((row) => row.things));
  expect(known).toEqual(new Set(Object.keys(things.marks)));
  const fields = new Set(reading.flatMap(({ through }) => through));
  expect([...fields].filter((field) => !fruitful.has(field))).toEqual([]);
});
