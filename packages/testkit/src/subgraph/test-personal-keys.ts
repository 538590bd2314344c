import { randomBytes } from 'node:crypto';
import type { PersonalKeys } from '@coalition-hub/subgraph';

/** A ring with one key, of this test alone. */
export function testPersonalKeys(): PersonalKeys {
  const key = { id: 'test', key: randomBytes(32) };
  return { current: async () => key, find: (id) => (id === key.id ? key : undefined) };
}
