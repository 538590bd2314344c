import type { CommandScope } from '@coalition-hub/subgraph';
import { organisationTold } from '../commands/organisation-told.js';
import { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { writeNameKeys } from '../matching/write-name-keys.js';
import { AlreadyRegistered } from '../types/refusals.js';
import type { PrintedBody } from './printed-body.js';
import { type Names, type Renaming, withAlias, withRenaming } from './renaming.js';

/** Organisations that are held in memory at a time. */
const batch = 500;

export interface RenamedBodies {
  /** How many go by another name now. */
  readonly renamed: number;
  /** How many other names are kept that were not before. */
  readonly remembered: number;
}

interface Told {
  readonly renamings: readonly Renaming[];
  readonly aliases: readonly string[];
}

/**
 * Enters what a list tells of former and other names. What the registry contradicts by now is left alone: a plan has
 * asked a person about what it could see.
 * @param organisationIds of the bodies, in their order
 */
export async function renameBodies(
  scope: CommandScope<Tables>,
  bodies: readonly PrintedBody[],
  organisationIds: readonly string[],
): Promise<RenamedBodies> {
  const told = toldById(bodies, organisationIds);
  const ids = [...told.keys()];
  let [renamed, remembered] = [0, 0];
  for (let from = 0; from < ids.length; from += batch) {
    const part = await renamePart(scope, ids.slice(from, from + batch), told);
    renamed += part.renamed;
    remembered += part.remembered;
  }
  return { renamed, remembered };
}

function toldById(bodies: readonly PrintedBody[], organisationIds: readonly string[]): Map<string, Told> {
  const told = new Map<string, Told>();
  for (const [index, { renamings, aliases }] of bodies.entries()) {
    if (renamings.length + aliases.length === 0) continue;
    const id = organisationIds[index] ?? '';
    const before = told.get(id) ?? { renamings: [], aliases: [] };
    told.set(id, {
      renamings: [...before.renamings, ...renamings],
      aliases: [...before.aliases, ...aliases],
    });
  }
  return told;
}

async function renamePart(
  scope: CommandScope<Tables>,
  ids: readonly string[],
  told: ReadonlyMap<string, Told>,
): Promise<RenamedBodies> {
  const records = await scope.em.find(OrganisationRecord, { id: { $in: [...ids] } });
  const changed = records.flatMap((record) => {
    const before: Names = { name: record.name, otherNames: record.otherNames };
    const after = namesAfter(before, told.get(record.id));
    return after === before ? [] : [{ record, before, after }];
  });
  for (const { record, after } of changed) Object.assign(record, after);
  await scope.flush({ organisation_once: () => new AlreadyRegistered() });
  await writeNameKeys(
    scope.sql,
    changed.map(({ record }) => record),
  );
  for (const { record } of changed)
    scope.emit({ type: 'ORGANISATION_UPDATED', subject: record.id, data: organisationTold(record) });
  return {
    renamed: changed.filter(({ before, after }) => before.name !== after.name).length,
    remembered: changed.reduce(
      (sum, { before, after }) => sum + after.otherNames.length - before.otherNames.length,
      0,
    ),
  };
}

function namesAfter(before: Names, told: Told | undefined): Names {
  const renamed = (told?.renamings ?? []).reduce(
    (names, renaming) => withRenaming(names, renaming) ?? names,
    before,
  );
  return (told?.aliases ?? []).reduce(withAlias, renamed);
}
