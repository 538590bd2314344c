import { randomUUID } from 'node:crypto';
import { readContract } from '@coalition-hub/schema';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { openDataFolder } from '../../src/data-folder/data-folder.js';
import { GraphClient, mutationSource } from '../whole-hub/graph-client.js';
import { HttpDoor } from '../whole-hub/http-door.js';
import { InProcessHub } from '../whole-hub/in-process-hub.js';
import { everybody, type Ground, type People, type Person, settle } from './access-people.js';
import { type ChangingRow, changing } from './access-table.js';
import { type Attempt, attempts } from './attempts.js';

let hub: InProcessHub;
let httpDoor: HttpDoor;
let people: People;
let ground: Ground;
let tried: Readonly<Record<string, Attempt>>;

beforeAll(async () => {
  hub = await InProcessHub.start();
  httpDoor = await HttpDoor.open(hub.hub.running, (await openDataFolder(hub.dataDir)).secrets);
  ({ people, ground } = await settle(hub));
  tried = attempts(hub, people, ground);
}, 120_000);

afterAll(async () => {
  await httpDoor?.stop();
  await hub?.stop();
});

const mutationOf = ({ change }: ChangingRow) => change.split(':')[0] as string;

/** What somebody is answered, without ids: those of the request, and those that were given. */
async function told(client: GraphClient, row: ChangingRow, input: Readonly<Record<string, unknown>>) {
  const { text } = await client.ask(mutationSource(mutationOf(row)), { input });
  const ids = (row.about?.ids ?? []).map((name) => String(input[name]));
  return ids
    .reduce((anonymous, id) => anonymous.replaceAll(id, '…'), text)
    .replace(/"requestId":"[^"]+"/, '"requestId":"…"');
}

/** Of an answer: the success type, the refusal's, or the fault's code. */
function outcome(text: string, row: ChangingRow): string {
  const { data, errors } = JSON.parse(text) as {
    data?: Record<string, { __typename: string }> | null;
    errors?: { extensions: { code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? data?.[mutationOf(row)]?.__typename ?? 'nothing';
}

/** Turned away for who they are, not for what they sent. */
const denials = ['FORBIDDEN', 'NotFound', 'MandateMissing'];

/** Whoever sees the statement, and names an organisation that is not theirs to speak for. */
const notTheirs = 'InvalidInput';

async function attempted(row: ChangingRow): Promise<Readonly<Record<string, unknown>>> {
  const input = await (tried[row.change] as Attempt)();
  await hub.settled();
  return input;
}

async function expectDenied(row: ChangingRow, clients: People): Promise<void> {
  const input = await attempted(row);
  const absent = {
    ...input,
    ...Object.fromEntries((row.about?.ids ?? []).map((name) => [name, randomUUID()])),
  };
  const denied = everybody.filter((person) => !row.allowed.includes(person));
  const answers = await Promise.all(
    denied.map(async (person) => ({ person, text: await told(clients[person], row, input) })),
  );
  for (const { person, text } of answers) {
    const came = outcome(text, row);
    if (person === 'signedOut') expect([person, came]).toEqual([person, 'UNAUTHENTICATED']);
    else if (!denials.includes(came))
      expect([person, came, text]).toEqual([person, notTheirs, expect.stringContaining('organisationId')]);
    if (!row.about || row.about.seenBy.includes(person)) continue;
    expect([person, text]).toEqual([person, await told(clients[person], row, absent)]);
  }
}

async function expectAllowed(row: ChangingRow, person: Person, client: GraphClient): Promise<void> {
  const text = await told(client, row, await attempted(row));
  expect([person, outcome(text, row), text]).toEqual([person, expect.stringMatching(/Success$/), text]);
}

test('the table has every mutation', async () => {
  const { contract } = await readContract();
  const mutations = Object.keys(buildSchema(contract).getMutationType()?.getFields() ?? {});
  expect(new Set(changing.map(mutationOf))).toEqual(new Set(mutations));
});

describe.each(['in one process', 'over HTTP'])('who may change what, subgraphs %s', (way) => {
  let clients: People;

  beforeAll(() => {
    const door = way === 'over HTTP' ? httpDoor.url : hub.url;
    const behind = everybody.map((person) => [person, new GraphClient(door, people[person].token)]);
    clients = Object.fromEntries(behind) as People;
  });

  test.each(changing.map((row) => [row.change, row] as const))('%s', async (_change, row) => {
    await expectDenied(row, clients);
    for (const person of row.allowed) await expectAllowed(row, person, clients[person]);
  });
});
