import { isUuid, type Reads, type Rights } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { isCoordinated, isOfOwnOrganisation } from './invitation-visibility.js';

export interface VisibleInvitation {
  readonly id: string;
  readonly statementId: string;
  readonly organisationId: string;
  readonly coalitionId: string;
}

/** An invitation to sign that a person may know of, as coordinator or for the invited organisation; else null. */
export async function visibleInvitation(
  db: Reads<Tables>,
  rights: Rights,
  id: string,
): Promise<VisibleInvitation | null> {
  if (!isUuid(id)) return null;
  const invitation = await db
    .selectFrom('signing_invitation')
    .innerJoin('known_statement', 'known_statement.id', 'signing_invitation.statement_id')
    .select([
      'signing_invitation.id',
      'signing_invitation.statement_id as statementId',
      'signing_invitation.organisation_id as organisationId',
      'known_statement.coalition_id as coalitionId',
    ])
    .where('signing_invitation.id', '=', id)
    .where(sql<boolean>`(${isCoordinated(rights)} or ${isOfOwnOrganisation(rights)})`)
    .executeTakeFirst();
  return invitation ?? null;
}
