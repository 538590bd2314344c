import { type Command, type CommandScope, NotFound, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { canAdminister } from '../policies/can-administer.js';
import { admitBodies } from './admit-bodies.js';
import { endStays } from './end-stays.js';
import { ensureCoalition } from './ensure-coalition.js';
import { findRegistered } from './find-registered.js';
import { NothingToImport } from './nothing-to-import.js';
import type { PrintedBody } from './printed-body.js';
import { registerNew } from './register-new.js';
import type { RegistryImport, RegistryImported } from './registry-import.js';
import { rememberNames } from './remember-names.js';
import { renameBodies } from './rename-bodies.js';

export class RegisterManySuccess {
  imported!: RegistryImported;
}

/** Of the command line only: no mutation leads here. */
export const registerManyCommand: Command<Tables, RegistryImport, object, RegisterManySuccess> = {
  name: 'registerMany',
  subject: 'registry',
  success: RegisterManySuccess,
  load: async () => ({}),
  policy: canAdminister,
  async change(scope, _registry, { bodies, coalition }) {
    await holdRegistry(scope);
    const known = await findRegistered(scope.sql, bodies);
    const given = new Set(bodies.flatMap(({ organisationId }) => organisationId ?? []));
    const missing = [...given].some((id) => !known.existing.has(id));
    if (missing) refuse(new NotFound('organisation'));
    const registered = await registerNew(scope, bodies, known.ids);
    const organisationIds = bodies.map((_, index) => registered.get(index) ?? known.ids.get(index) ?? '');
    const { renamed, remembered } = await renameBodies(scope, bodies, organisationIds);
    const printed = await rememberNames(scope, bodies, known.ids);
    const stays = coalition === null ? noStays : await enterStays(scope, coalition, bodies, organisationIds);
    const imported: RegistryImported = {
      organisationIds,
      registered: new Set(registered.values()).size,
      renamed,
      aliases: remembered + printed,
      ...stays,
    };
    if (scope.events.length === 0) refuse(new NothingToImport(imported));
    return Object.assign(new RegisterManySuccess(), { imported });
  },
};

const noStays = { admitted: 0, ended: 0, coalitionCreated: false };

/** Ends come first: who has left and come back must not seem to be a member all the time. */
async function enterStays(
  scope: CommandScope<Tables>,
  coalition: NonNullable<RegistryImport['coalition']>,
  bodies: readonly PrintedBody[],
  organisationIds: readonly string[],
): Promise<typeof noStays> {
  const { id, created } = await ensureCoalition(scope, coalition);
  const ended = await endStays(scope, id, bodies, organisationIds);
  const admitted = await admitBodies(scope, id, bodies, organisationIds);
  return { admitted, ended, coalitionCreated: created };
}

/**
 * Nobody else registers while a list is entered, so that what is looked up stays true. Reading goes on; and one lock
 * takes the place of one for each slug, which a long list would run out of.
 */
async function holdRegistry({ sql: db }: CommandScope<Tables>): Promise<void> {
  await sql`lock table organisation in share row exclusive mode`.execute(db);
}
