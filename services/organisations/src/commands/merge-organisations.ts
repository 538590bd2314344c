import { type Command, type CommandScope, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { OrganisationRecord } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { dropNameKeys, writeNameKeys } from '../matching/write-name-keys.js';
import { takeOver } from '../merging/merged-names.js';
import { moveClaims } from '../merging/move-claims.js';
import { moveMandates } from '../merging/move-mandates.js';
import { moveRelations } from '../merging/move-relations.js';
import { moveStays } from '../merging/move-stays.js';
import { canAdminister } from '../policies/can-administer.js';
import { CannotMerge } from '../types/names-refusals.js';
import { isAbove, lockHierarchy } from './hierarchy.js';
import { lockMandates } from './lock-mandates.js';
import { organisationTold } from './organisation-told.js';

@InputType({ description: 'Two organisations that turned out to be one.' })
export class MergeOrganisationsInput {
  @Field(() => ID, { description: 'The one that stays.' })
  keepId!: string;

  @Field(() => ID, {
    description: 'The one whose names, memberships and mandates become those of the other.',
  })
  mergeId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The two are one.' })
export class MergeOrganisationsSuccess {
  organisationId!: string;
}

interface Pair {
  readonly kept: OrganisationRecord;
  readonly merged: OrganisationRecord;
}

export const mergeOrganisations: Command<Tables, MergeOrganisationsInput, Pair, MergeOrganisationsSuccess> = {
  name: 'mergeOrganisations',
  subject: 'organisation',
  success: MergeOrganisationsSuccess,
  load: loadPair,
  policy: canAdminister,
  async change(scope, { kept, merged }) {
    await requireMergeable(scope, kept.id, merged.id);
    for (const id of [kept.id, merged.id].toSorted()) await lockMandates(scope, id);
    takeOver(kept, merged);
    merged.mergedInto = kept.id;
    merged.parentId = null;
    await scope.flush();
    await moveStays(scope.sql, kept.id, merged.id);
    await moveRelations(scope.sql, kept.id, merged.id);
    await moveClaims(scope.sql, kept.id, merged.id);
    await dropNameKeys(scope.sql, [merged.id]);
    await writeNameKeys(scope.sql, [kept]);
    const data = { organisationId: kept.id, mergedId: merged.id };
    // Its events name both; the log in which this stands is that of the one that stays.
    scope.note(data);
    scope.emit({ type: 'ORGANISATION_MERGED', subject: kept.id, data });
    for (const event of await moveMandates(scope.sql, kept.id, merged.id)) scope.emit(event);
    scope.emit({ type: 'ORGANISATION_UPDATED', subject: kept.id, data: organisationTold(kept) });
    return Object.assign(new MergeOrganisationsSuccess(), { organisationId: kept.id });
  },
};

/** Locked in the order of their ids, so that two merges of the same two do not wait for each other. */
async function loadPair(
  scope: CommandScope<Tables>,
  { keepId, mergeId }: MergeOrganisationsInput,
): Promise<Pair | null> {
  if (!isUuid(keepId) || !isUuid(mergeId)) return null;
  await lockHierarchy(scope);
  const found = await scope.em.find(
    OrganisationRecord,
    { id: { $in: [keepId, mergeId] }, mergedInto: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  const kept = found.find(({ id }) => id === keepId);
  const merged = found.find(({ id }) => id === mergeId);
  return kept === undefined || merged === undefined ? null : { kept, merged };
}

/** A chapter is not its parent, and a constituent not its network: merging them would also close a circle. */
async function requireMergeable(
  scope: CommandScope<Tables>,
  keptId: string,
  mergedId: string,
): Promise<void> {
  if (keptId === mergedId) refuse(new CannotMerge('These are the same organisation already.'));
  for (const relation of ['parent', 'network'] as const) {
    const related =
      (await isAbove(scope, relation, keptId, [mergedId])) ||
      (await isAbove(scope, relation, mergedId, [keptId]));
    if (related)
      refuse(
        new CannotMerge('One stands above the other. Change that first if they are one body all the same.'),
      );
  }
}
