import type { HeldHere, Identity } from '@coalition-hub/identity';
import { heldAbout } from '@coalition-hub/subgraph';
import { type RunningSubgraphs, serviceNames } from '../assembly/subgraphs.js';

/** What one service holds about a person. */
export interface HeldByService {
  readonly service: string;
  readonly held: readonly HeldHere[];
}

/** All that the services hold about whoever has a mailbox; services that hold nothing are left out. */
export async function exportPerson(
  { subgraphs, persons }: RunningSubgraphs,
  identity: Identity,
  email: string,
): Promise<readonly HeldByService[]> {
  const personId = persons.personId(email);
  const signIn = { service: 'identity', held: await identity.held(personId) };
  const found = await Promise.all(
    serviceNames.map(async (name) => {
      const { database, definition, parts } = subgraphs[name].service;
      const { personColumns: columns = [], sealedColumns: sealed = [] } = definition;
      const asked = { columns, sealed, sealer: parts.personal };
      return { service: name, held: await heldAbout(database.reads, asked, personId) };
    }),
  );
  return [signIn, ...found].filter(({ held }) => held.length > 0);
}
