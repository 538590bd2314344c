import type { Identity } from '@coalition-hub/identity';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import type { Config } from '../config.js';
import { withIdentity } from '../identity/with-identity.js';

/** Runs a command on all services, those that sign people in included. */
export function withPeople<T>(
  config: Config,
  work: (running: RunningSubgraphs, identity: Identity) => Promise<T>,
): Promise<T> {
  return withServices(config, (running) => withIdentity(config, (identity) => work(running, identity)));
}
