import type { EntityClass, MigrationObject } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { Migrator } from '@mikro-orm/migrations';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Kysely } from 'kysely';
import { kitMigrations } from './kit-migrations.js';
import { type KitTables, kitEntities } from './kit-tables.js';
import { PreparingClient } from './preparing-client.js';

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: readonly EntityClass<object>[];
  /** In order of their names; a name never changes once released. */
  readonly migrations: readonly MigrationObject[];
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** After which PostgreSQL gives a statement up, waiting for locks included; 30,000 unless told, 0: never. */
  readonly statementTimeoutMs?: number;
  /** Connections kept at most. */
  readonly poolSize: number;
}

/** No request may hold a connection for longer. */
const longestStatementMs = 30_000;

/** One transaction: the unit of work for changes, and plain SQL on the same connection. */
export interface Unit<Tables> {
  readonly em: EntityManager;
  readonly sql: Kysely<Tables & KitTables>;
}

/**
 * A service's own database. Reads go through `reads` and take plain rows of just the columns needed: filling entities
 * costs several times the SQL itself. Commands go through `transaction`.
 */
export class Database<Tables> {
  private constructor(
    readonly url: string,
    private readonly orm: MikroORM,
    private readonly options: DatabaseOptions,
    readonly reads: Kysely<Tables & KitTables>,
  ) {}

  static async open<Tables>(options: DatabaseOptions): Promise<Database<Tables>> {
    const orm = await MikroORM.init({
      clientUrl: options.url,
      entities: [...kitEntities, ...options.entities],
      metadataProvider: ReflectMetadataProvider,
      metadataCache: { enabled: false },
      extensions: [Migrator],
      migrations: {
        migrationsList: [...kitMigrations, ...options.migrations],
        tableName: 'migration',
        snapshot: false,
        allOrNothing: true,
      },
      pool: { min: 1, max: options.poolSize },
      driverOptions: {
        application_name: options.applicationName,
        connectionTimeoutMillis: 5_000,
        Client: PreparingClient,
        statement_timeout: options.statementTimeoutMs ?? longestStatementMs,
      },
      forceUtcTimezone: true,
      logger: () => undefined,
      debug: false,
    });
    const reads = orm.em.getKysely() as unknown as Kysely<Tables & KitTables>;
    return new Database(options.url, orm, options, reads);
  }

  /** READ COMMITTED, so that a statement after a lock sees what was committed while it waited for the lock. */
  transaction<T>(work: (unit: Unit<Tables>) => Promise<T>): Promise<T> {
    return this.orm.em
      .fork()
      .transactional((em) => work({ em, sql: em.getKysely() as unknown as Kysely<Tables & KitTables> }));
  }

  /**
   * Brings the schema up to date; several processes may call it at once.
   * @throws NewerDatabase when it was already changed by a newer version of the program
   */
  async migrate(): Promise<void> {
    const known = new Set(this.migrationNames());
    const executed = await this.orm.migrator.getExecuted();
    const unknown = executed.map(({ name }) => name).filter((name) => !known.has(name));
    if (unknown.length > 0) throw new NewerDatabase(unknown);
    if ((await this.orm.migrator.getPending()).length > 0) await this.migratePatiently();
  }

  /** A new index on a large table may take longer than any request should. */
  private async migratePatiently(): Promise<void> {
    const patient = await Database.open({ ...this.options, poolSize: 2, statementTimeoutMs: 0 });
    try {
      await patient.orm.migrator.up();
    } finally {
      await patient.close();
    }
  }

  async close(): Promise<void> {
    await this.orm.close(true);
  }

  private migrationNames(): string[] {
    return (this.orm.config.get('migrations').migrationsList ?? []).map((item) => item.name);
  }
}

/** The data was written by a newer version of this program; an older one must not touch it. */
export class NewerDatabase extends Error {
  constructor(readonly migrations: readonly string[]) {
    super(
      'This data was written by a newer version of Coalition Hub. Start that version, or restore a backup made with this one.',
    );
  }
}
