import { expect, test } from '@jest/globals';
import { startToyGateway } from './toy-gateway.js';

test.each([
  ['many tokens', `{ ${'whoAsks '.repeat(3_000)} }`],
  ['one field very often', `{ ${'whoAsks '.repeat(500)} }`],
  ['one field very often, in fragments', `{ ${`... { ${'whoAsks '.repeat(190)} } `.repeat(9)} }`],
  ['deep nesting', `${'{ ... '.repeat(900)} { whoAsks } ${'}'.repeat(900)}`],
  ['nesting below the token limit', `${'{ ... '.repeat(300)} { whoAsks } ${'}'.repeat(300)}`],
  ['fragments that multiply', multiplyingFragments()],
])('%s: refused for less than 50 ms of processor time', async (_, query) => {
  const { post } = await startToyGateway();
  const costs: number[] = [];
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = process.cpuUsage();
    const { body } = await post(query);
    const { user, system } = process.cpuUsage(before);
    expect(body.errors[0].extensions.code).toBe('OPERATION_TOO_LARGE');
    costs.push((user + system) / 1_000);
  }
  // The least of three: other work of the process, such as compiling this very code, is measured too.
  expect(Math.min(...costs)).toBeLessThan(50);
});

/** Each fragment contains the next one three times: 3^20 fields in 2 kB. */
function multiplyingFragments(): string {
  const fragments = Array.from(
    { length: 20 },
    (_, i) => `fragment F${i} on Query { a: x { ...F${i + 1} } b: x { ...F${i + 1} } c: x { ...F${i + 1} } }`,
  );
  return `{ ...F0 } ${fragments.join(' ')} fragment F20 on Query { whoAsks }`;
}
