import { fileURLToPath } from 'node:url';

// The same from src and from dist, which lie beside each other.
const fromBench = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Where the repository begins; without a slash at its end. */
export const REPOSITORY = fromBench('..').replace(/\/$/, '');
export const BY_HAND_MAIN = fromBench('dist/by-hand-server.js');
export const LOAD_MAIN = fromBench('dist/load-process.js');
export const PEERS = fromBench('peers');
export const POSTGRAPHILE_MAIN = fromBench('peers/postgraphile-server.js');
export const HUB_MAIN = fromBench('../hub/dist/main.js');
