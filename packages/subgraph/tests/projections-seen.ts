import type { BusEvent } from '@coalition-hub/bus';
import type { Kysely } from 'kysely';
import type { Projection } from '../src/projections/index.js';
import type { Tables, TestService } from './outbox-service.js';

/** A projection that writes down every event it applies. */
export function seenBy(
  name: string,
  streams: readonly string[],
): Required<Pick<Projection, 'reset'>> &
  Projection & {
    apply(tx: Kysely<Tables>, event: BusEvent): Promise<void>;
  } {
  return {
    name,
    streams,
    async apply(tx: Kysely<Tables>, { stream, position, type }: BusEvent) {
      await tx
        .insertInto('seen')
        .values({ projection: name, stream, position: String(position), type } as never)
        .execute();
    },
    async reset(tx: Kysely<Tables>) {
      await tx.deleteFrom('seen').where('projection', '=', name).execute();
    },
  };
}

/** Positions that a projection has applied, in the order in which it did. */
export async function seenPositions(service: TestService, projection: string): Promise<number[]> {
  const rows = await service.db
    .selectFrom('seen')
    .select('position')
    .where('projection', '=', projection)
    .orderBy('turn')
    .execute();
  return rows.map(({ position }) => Number(position));
}
