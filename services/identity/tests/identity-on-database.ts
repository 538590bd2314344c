import { type Clock, createLog, PersonHasher, systemRandom } from '@coalition-hub/subgraph';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { openDatabase } from '../src/database.js';
import { Identity, type IdentityEnvironment } from '../src/index.js';
import { migrate } from '../src/migrations/migrate.js';

/** A clock that the test moves. */
export class TestClock implements Clock {
  #ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.#ahead);
  }

  advance(ms: number): void {
    this.#ahead += ms;
  }
}

export const day = 86_400_000;

/** One database, and as many instances of the service on it as a test wants. */
export class IdentityOnDatabase {
  readonly clock = new TestClock();
  readonly logged: string[] = [];
  readonly #running: Identity[] = [];

  private constructor(readonly database: TestDatabase) {}

  static async create(): Promise<IdentityOnDatabase> {
    return new IdentityOnDatabase(await createTestDatabase({ key: 'identity', migrate: migrated }));
  }

  environment(own: Partial<IdentityEnvironment> = {}): IdentityEnvironment {
    const secret = (name: string) => Buffer.alloc(32, name);
    return {
      databaseUrl: this.database.url,
      poolSize: 4,
      clock: this.clock,
      random: systemRandom,
      persons: new PersonHasher(secret('persons')),
      log: createLog(
        { level: 'info', name: 'test' },
        { write: (line: string) => void this.logged.push(line) },
      ),
      secrets: {
        cookies: secret('cookies'),
        oidcAttempts: secret('oidc'),
        tokenKeys: secret('keys'),
        attempts: secret('attempts'),
        administratorLinks: secret('links'),
      },
      ...own,
    };
  }

  async start(own: Partial<IdentityEnvironment> = {}): Promise<Identity> {
    const identity = await Identity.start(this.environment(own));
    this.#running.push(identity);
    return identity;
  }

  /** Stops all instances and removes the database. */
  async end(): Promise<void> {
    await Promise.all(this.#running.map((identity) => identity.stop()));
    await this.database.drop();
  }
}

async function migrated(url: string): Promise<void> {
  const db = openDatabase({ url, poolSize: 2 });
  await migrate(db).finally(() => db.destroy());
}
