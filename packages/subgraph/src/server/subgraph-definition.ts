import type { EntityClass, MigrationObject } from '@mikro-orm/core';
import type { Kysely } from 'kysely';
import type { Database } from '../database/database.js';
import type { KitTables } from '../database/kit-tables.js';
import type { Log } from '../log/log.js';
import type { EventRecorder } from '../outbox/event-recorder.js';
import type { CursorSealer } from '../paging/cursor.js';
import type { PersonColumn } from '../personal/person-column.js';
import type { PersonalSealer } from '../personal/personal-sealer.js';
import type { SealedColumn } from '../personal/sealed-column.js';
import type { Projection } from '../projections/projection.js';
import type { SubgraphSchema } from '../schema/build-schema.js';
import type { Clock } from '../time/clock.js';
import type { Random } from '../time/random.js';
import type { PersonHasher } from '../viewer/person-hasher.js';
import type { RequestContext } from './request-context.js';

/** What every part of one running service may use. */
export interface ServiceParts<Tables> {
  readonly name: string;
  readonly database: Database<Tables>;
  readonly sealer: CursorSealer;
  readonly clock: Clock;
  readonly random: Random;
  readonly persons: PersonHasher;
  readonly personal: PersonalSealer;
  readonly log: Log;
  /** For projections that change what the service itself tells of. */
  readonly outbox: EventRecorder;
}

/** Something of a service's own that lives as long as the service does: a live feed, a cache. */
export interface Tools {
  stop?(): Promise<void>;
}

/** What makes one subgraph that one: its tables, its schema, what it listens to. The kit does the rest. */
export interface SubgraphDefinition<Tables, Loaders, OwnTools extends Tools> {
  readonly name: string;
  readonly entities: readonly EntityClass<object>[];
  readonly migrations: readonly MigrationObject[];
  readonly schema: SubgraphSchema;
  /** Where texts about people lie sealed; none unless told. */
  readonly sealedColumns?: readonly SealedColumn[];
  /** Where it says who somebody is, beside what every service keeps; none unless told. */
  readonly personColumns?: readonly PersonColumn[];
  createTools(parts: ServiceParts<Tables>): OwnTools;
  /** Made anew for every request, so that nothing one viewer read is shown to another. */
  createLoaders(context: RequestContext<Tables, Loaders, OwnTools>): Loaders;
  /** Besides the rights, which every service keeps. */
  createProjections(tools: OwnTools, parts: ServiceParts<Tables>): readonly Projection[];
}

export type Reads<Tables> = Kysely<Tables & KitTables>;
