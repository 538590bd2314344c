import { childEnvironment } from './child-environment.js';
import type { Contender } from './contender.js';
import { applicationName } from './cpu-snapshot.js';
import { findFreePort } from './free-port.js';
import { MeasuredProcess } from './measured-process.js';
import { OPERATION, POSTGRAPHILE_OPERATION } from './operation.js';
import { BY_HAND_MAIN, POSTGRAPHILE_MAIN } from './repository.js';

export type PeerName = 'by-hand' | 'postgraphile';

const MAINS = { 'by-hand': BY_HAND_MAIN, postgraphile: POSTGRAPHILE_MAIN };
const QUERIES = { 'by-hand': OPERATION, postgraphile: POSTGRAPHILE_OPERATION };

/** Starts a peer on the peers' database and waits until it serves. */
export async function startPeer(
  cleanup: AsyncDisposableStack,
  name: PeerName,
  databaseUrl: string,
): Promise<Contender> {
  const port = await findFreePort();
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', applicationName(name));
  const env = childEnvironment({
    DATABASE_URL: url.href,
    PORT: String(port),
    // What a peer's manual asks for in production.
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
  });
  const peer = MeasuredProcess.start(cleanup, { name, args: [MAINS[name]], env, talks: true });
  await peer.nextMessage();
  return { name, url: `http://127.0.0.1:${port}/graphql`, pid: peer.pid, query: QUERIES[name] };
}
