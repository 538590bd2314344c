import type { CommandScope } from '@coalition-hub/subgraph';
import { organisationTold } from '../commands/organisation-told.js';
import { OrganisationRecord, type OtherName } from '../entities/organisation-record.js';
import type { Tables } from '../entities/tables.js';
import { certainOnes, locate } from '../matching/match-organisations.js';
import { writeNameKeys } from '../matching/write-name-keys.js';
import type { PrintedBody } from './printed-body.js';

/** Organisations that are held in memory at a time. */
const batch = 500;

/**
 * Remembers the names under which organisations were printed, with the country that stood beside them: what a person
 * has decided is certain the next time.
 * @param ids the organisations of bodies that were known, by place in the list
 * @returns how many names were new
 */
export async function rememberNames(
  scope: CommandScope<Tables>,
  bodies: readonly PrintedBody[],
  ids: ReadonlyMap<number, string>,
): Promise<number> {
  const decided = [...ids].flatMap(([index, id]) => {
    const body = bodies[index];
    return body === undefined || body.organisationId === null ? [] : [{ id, body }];
  });
  let remembered = 0;
  for (let from = 0; from < decided.length; from += batch)
    remembered += await rememberPart(scope, decided.slice(from, from + batch));
  return remembered;
}

interface Decided {
  readonly id: string;
  readonly body: PrintedBody;
}

async function rememberPart(scope: CommandScope<Tables>, decided: readonly Decided[]): Promise<number> {
  const certain = await certainOnes(
    scope.sql,
    decided.map(({ body }) => locate(body)),
  );
  const unknown = decided.filter(({ id }, index) => certain.get(index) !== id);
  if (unknown.length === 0) return 0;
  const records = await scope.em.find(OrganisationRecord, { id: { $in: unknown.map(({ id }) => id) } });
  const named = records.map((record) => ({ record, names: newNames(record, unknown) }));
  const changed = named.filter(({ names }) => names.length > 0);
  for (const { record, names } of changed) record.otherNames = [...record.otherNames, ...names];
  await scope.flush();
  await writeNameKeys(
    scope.sql,
    changed.map(({ record }) => record),
  );
  for (const { record } of changed) {
    scope.emit({ type: 'ORGANISATION_UPDATED', subject: record.id, data: organisationTold(record) });
  }
  return changed.reduce((sum, { names }) => sum + names.length, 0);
}

function newNames(record: OrganisationRecord, decided: readonly Decided[]): OtherName[] {
  const names = decided.filter(({ id }) => id === record.id).map(({ body }) => aliasOf(record, body));
  const known = new Set(record.otherNames.map(keyOf));
  return names.filter((name) => !known.has(keyOf(name)) && known.add(keyOf(name)));
}

function aliasOf(record: OrganisationRecord, { name, country }: PrintedBody): OtherName {
  const alias = { name, language: null, kind: 'ALIAS' } as const;
  return country === record.country ? alias : { ...alias, country };
}

function keyOf({ name, country }: OtherName): string {
  return JSON.stringify([name, country]);
}
