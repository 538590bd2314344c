import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HubClient, HubError } from '@coalition-hub/client';
import { afterEach, expect, test } from '@jest/globals';
import { type Answer, ScriptedServer } from './scripted-server.js';

const document =
  'query ($first: Int, $after: String) { list(first: $first, after: $after) { edges { node } } }';
const pages = 1_000;
const pageSize = 200;

interface Page {
  readonly list: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

let server: ScriptedServer;

afterEach(() => server.stop());

/** As the hub pages: the cursor is the number of the page. */
const paged: Answer = (response, { variables }) => {
  const number = Number(variables.after ?? 0) + 1;
  const edges = Array.from({ length: pageSize }, (_, index) => ({
    node: { id: `${number}-${index}`.padEnd(500) },
  }));
  const pageInfo = { hasNextPage: number < pages, endCursor: String(number) };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ data: { list: { edges, pageInfo } } }));
};

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

async function everything(answer: Answer, after?: string): Promise<AsyncGenerator<{ id: string }>> {
  server = await ScriptedServer.start([answer]);
  const client = new HubClient({ url: server.url });
  const variables = after === undefined ? {} : { after };
  return client.each<Page, { first?: number; after?: string }, { id: string }>(
    document,
    variables,
    ({ list }) => list,
    { pageSize },
  );
}

test(`memory stays flat over ${pages * pageSize} entries`, async () => {
  let count = 0;
  let early = 0;
  for await (const _ of await everything(paged)) {
    count += 1;
    if (count === 20 * pageSize) {
      server.received.length = 0;
      early = heapAfterCollection();
    }
  }
  server.received.length = 0;
  const grown = heapAfterCollection() - early;
  process.stdout.write(
    `${count} entries of ${(count * 500) / 1e6} MB: heap grew by ${Math.round(grown / 1024)} KiB\n`,
  );
  expect(count).toBe(pages * pageSize);
  expect(grown).toBeLessThan(8 * 1024 * 1024);
}, 120_000);

test('no page is asked for before it is needed, and none after leaving', async () => {
  const nodes = await everything(paged, '5');
  expect(server.received).toHaveLength(0);
  for (let index = 0; index < pageSize; index += 1) await nodes.next();
  expect(server.received).toHaveLength(1);
  expect((await nodes.next()).value?.id).toMatch(/^7-0/);
  await nodes.return(undefined);
  expect(server.received.map(({ variables }) => variables.after)).toEqual(['5', '6']);
});

test('a list that does not move on is an error, not a loop', async () => {
  const stuck: Answer = (response) => {
    const list = { edges: [], pageInfo: { hasNextPage: true, endCursor: 'here' } };
    response.end(JSON.stringify({ data: { list } }));
  };
  const failure = await (await everything(stuck)).next().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(HubError);
  expect(failure).toMatchObject({ code: 'BAD_RESPONSE' });
  expect(server.received).toHaveLength(2);
});
