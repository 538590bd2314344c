import { cleanLine, isUuid, Refused } from '@coalition-hub/subgraph';
import { cleanPerson } from '../commands/clean-person.js';
import { reportedDay } from '../commands/reported-day.js';
import type { ReportedSignature } from './reported-signature.js';

/** A row as it is entered, with what it takes from the registry still missing. */
export interface CleanRow {
  /** Where it stood in the import, from 0. */
  readonly index: number;
  /** The same for rows that name the same signatory. */
  readonly key: string;
  readonly organisationId: string | null;
  /** Null: the registered one. */
  readonly name: string | null;
  readonly capacity: string | null;
  readonly signedOn: string;
}

/**
 * @param now database time, ISO 8601 in UTC
 * @returns the row, or why it cannot be entered
 */
export function cleanRow(row: ReportedSignature, index: number, now: string): CleanRow | string {
  try {
    const signedOn = reportedDay('signedOn', row.signedOn, now);
    return { index, signedOn, ...signatoryOf(row) };
  } catch (error) {
    if (error instanceof Refused) return error.refusal.message;
    throw error;
  }
}

function signatoryOf(row: ReportedSignature): Omit<CleanRow, 'index' | 'signedOn'> {
  if ('person' in row) {
    const { name, capacity } = cleanPerson(row.person, 'person');
    return { key: `${name}\n${capacity}`.toLowerCase(), organisationId: null, name, capacity };
  }
  const { organisationId, nameAsSigned } = row;
  const name = nameAsSigned == null ? null : cleanLine(nameAsSigned, { field: 'nameAsSigned', max: 300 });
  return { key: organisationId, organisationId, name, capacity: null };
}

/** Whether it can be the id of an organisation at all. */
export function hasUsableId({ organisationId }: CleanRow): boolean {
  return organisationId === null || isUuid(organisationId);
}
