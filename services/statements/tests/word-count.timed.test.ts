import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;

beforeAll(async () => {
  hub = await StatementsHub.start();
});
afterAll(() => hub.stop());

it('a statement has its words counted soon, also in a text of one paragraph without end', async () => {
  const begun = performance.now();
  const { slug } = await hub.draft({ text: 'a '.repeat(50_000) });
  const { statement } = await hub.test.data<{ statement: { currentRevision: { wordCount: number } } }>(
    'query ($slug: String!) { statement(slug: $slug) { currentRevision { wordCount } } }',
    { variables: { slug }, viewer: hub.coordinator },
  );
  expect(statement.currentRevision.wordCount).toBe(50_000);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
