import { outdatedTexts, rewrapTexts, TextsHeld } from '@coalition-hub/subgraph';
import { type RunningSubgraphs, serviceNames } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import type { Config } from '../config.js';
import { PersonalKeyFile } from '../data-folder/personal-keys.js';
import { HubError } from '../hub-error.js';
import { underLock } from './under-lock.js';

const rotation = {
  lock: 0x7065_7273,
  busy: 'The keys are being rotated by another process. Wait until it is done.',
};

export interface RotatedKeys {
  /** Whether it ended what another rotation had begun. */
  readonly resumed: boolean;
  /** Texts that the new key wraps now. */
  readonly rewrapped: number;
  /** Texts that no key opened: left as they are. */
  readonly unreadable: number;
  readonly destroyedKeys: number;
}

/** Told how many texts have been wrapped anew, of how many. */
export type TellProgress = (done: number, total: number) => void;

/**
 * A new key for all personal texts of all services; the old ones are destroyed once nothing needs them. Killed at any
 * moment, what there was stays readable, and the next rotation ends this one.
 * @throws HubError when another rotation is under way, or a row is held for too long
 */
export function rotatePersonalKeys(config: Config, tell: TellProgress): Promise<RotatedKeys> {
  return withServices(config, async (running, folder) => {
    const file = new PersonalKeyFile(folder.path);
    const { url } = running.subgraphs.organisations.service.database;
    return underLock(url, rotation, async (requireLock) => {
      const before = await file.read();
      const resumed = before.keys.length > 1;
      const { keys, current } = resumed ? before : await file.add();
      const from = keys.filter(({ id }) => id !== current.id).map(({ id }) => id);
      const { rewrapped, unreadable } = await rewrapAll(running, from, tell);
      await requireLock();
      await file.destroy(from);
      return { resumed, rewrapped, unreadable, destroyedKeys: from.length };
    });
  });
}

async function rewrapAll(running: RunningSubgraphs, from: readonly string[], tell: TellProgress) {
  const services = sealingServices(running);
  const counts = services.flatMap(({ reads, columns }) =>
    columns.map((column) => outdatedTexts(reads, column, from)),
  );
  const total = (await Promise.all(counts)).reduce((all, count) => all + count, 0);
  const done = { rewrapped: 0, unreadable: 0 };
  const told = (count: number) => {
    done.rewrapped += count;
    tell(done.rewrapped, Math.max(total, done.rewrapped));
  };
  for (const service of services) {
    const options = { ...service, keys: running.personalKeys, from, tell: told };
    done.unreadable += (await rewrapTexts(options).catch(explained)).unreadable;
  }
  return done;
}

function sealingServices({ subgraphs }: RunningSubgraphs) {
  return serviceNames.map((name) => {
    const { database, parts, definition } = subgraphs[name].service;
    const columns = definition.sealedColumns ?? [];
    return { database, reads: database.reads, sealer: parts.personal, columns };
  });
}

function explained(error: unknown): never {
  if (!(error instanceof TextsHeld)) throw error;
  throw new HubError(
    'A name is held by another transaction for more than a minute. No key was destroyed: run the command again.',
  );
}
