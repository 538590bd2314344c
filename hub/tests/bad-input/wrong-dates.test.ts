import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InProcessHub } from '../whole-hub/in-process-hub.js';

let hub: InProcessHub;

beforeAll(async () => {
  hub = await InProcessHub.start();
}, 120_000);

afterAll(() => hub.stop(), 60_000);

const organisationId = '018f0000-0000-7000-8000-000000000000';

test('a day or a time that is none is told with its field, in the document and in variables', async () => {
  const administrator = await hub.administrator('administrator@example.org');
  await hub.settled();
  const before = await hub.rowCounts();
  const granted = `organisationId: "${organisationId}", email: "a@b.example", scopes: [SIGN], decidedBy: "Board"`;
  const messages = async (source: string, variables: object = {}) =>
    (await administrator.errors(source, variables)).map(({ message }) => message);
  const inline = `mutation { grantMandate(input: { ${granted}, decidedOn: "2026-02-31" }) { __typename } }`;
  expect(await messages(inline)).toEqual(['Value of "decidedOn": Expected a day such as "2022-09-27".']);
  const late = `mutation { openForSignature(input: { statementId: "${organisationId}", revisionDigest: "x", closesAt: "soon" }) { __typename } }`;
  expect(await messages(late)).toEqual([
    'Value of "closesAt": Expected a time with its offset, such as "2022-09-27T10:00:00Z".',
  ]);
  const input = {
    organisationId,
    email: 'a@b.example',
    scopes: ['SIGN'],
    decidedBy: 'Board',
    decidedOn: 'soon',
  };
  const variable = 'mutation ($input: GrantMandateInput!) { grantMandate(input: $input) { __typename } }';
  expect(await messages(variable, { input })).toEqual([expect.stringContaining('decidedOn')]);
  const alone = `mutation ($day: Date) { grantMandate(input: { ${granted}, decidedOn: $day }) { __typename } }`;
  expect(await messages(alone, { day: 'soon' })).toEqual([expect.stringMatching(/day/)]);
  expect(await hub.rowCounts()).toEqual(before);
});
