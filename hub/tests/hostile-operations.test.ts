import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InProcessHub } from './whole-hub/in-process-hub.js';

let hub: InProcessHub;

beforeAll(async () => {
  hub = await InProcessHub.start();
}, 120_000);

afterAll(() => hub.stop());

async function codesOf(query: string, variables: object = {}): Promise<unknown[]> {
  const response = await fetch(hub.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
}

describe('one operation', () => {
  it('cannot reach what all requests share by the names of its answer', async () => {
    const queries = [
      '{ statement(slug: "a") { id constructor: signatureCount { keys: public } } }',
      '{ statement(slug: "a") { id toString: signatureCount { call: public } } }',
      '{ statement(slug: "a") { id __proto__: coalition { polluted: name } } }',
    ];
    for (const query of queries) expect(await codesOf(query)).toEqual(['BAD_REQUEST']);
    expect(await codesOf('{ statement(slug: "a") { id signatureCount { public } } }')).toEqual([]);
  });

  it('cannot hide its cost behind a variable that does not fit', async () => {
    const page = (inner: string) => `signatures(first: 200) { edges { node { ${inner} } } }`;
    const huge = page(`statement { ${page(`organisation { ${page('signedOn')} }`)} }`);
    const query = `query ($b: Boolean = true) { __typename @include(if: $b) organisations(first: 200) { edges { node { ${huge} } } } }`;
    expect(await codesOf(query, { b: true })).toEqual(['OPERATION_TOO_EXPENSIVE']);
    expect(await codesOf(query, { b: null })).toEqual(['BAD_USER_INPUT']);
  });

  it('with one wrong day does nothing at all, however the day was sent', async () => {
    const administrator = await hub.administrator('admin@example.org');
    const mutation = (day: string) => `mutation (${day === '$day' ? '$day: Date, ' : ''}$name: String!) {
      first: createCoalition(input: { name: $name }) { __typename }
      other: updateEvent(input: { eventId: "none", startsOn: ${day} }) { __typename }
    }`;
    const sent: [query: string, variables: object, code: string][] = [
      [mutation('"2022-02-30"'), {}, 'GRAPHQL_VALIDATION_FAILED'],
      [mutation('$day'), { day: '2022-02-30' }, 'BAD_USER_INPUT'],
    ];
    for (const [query, variables, code] of sent) {
      const { status, text } = await administrator.ask(query, { name: 'Half made', ...variables });
      expect([status, JSON.parse(text)]).toMatchObject([400, { errors: [{ extensions: { code } }] }]);
    }
    expect(await administrator.query('{ coalitions { totalCount } }')).toEqual({
      coalitions: { totalCount: 0 },
    });
    const { text } = await administrator.ask(mutation('$day'), { name: 'Whole', day: '2022-02-28' });
    expect(JSON.parse(text)).toMatchObject({ data: { first: { __typename: 'CreateCoalitionSuccess' } } });
  });
});
