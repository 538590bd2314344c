import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort, waitUntil } from '../src/index.js';

test('waiting ends as soon as it is true', async () => {
  let looks = 0;
  await waitUntil(() => ++looks === 3, { what: 'the third look', everyMs: 1 });
  expect(looks).toBe(3);
});

test('waiting in vain names what was waited for', async () => {
  await expect(waitUntil(() => false, { what: 'the impossible', timeoutMs: 20 })).rejects.toThrow(
    'the impossible',
  );
});

test('a free port is below those of outgoing connections, and can be listened on', async () => {
  const port = await freePort();
  expect(port).toBeLessThan(32_768);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await new Promise((resolve) => server.close(resolve));
});
