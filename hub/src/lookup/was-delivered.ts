import type { Subgraphs } from '../assembly/subgraphs.js';

/** Whether a list of the statement was delivered, as far as the signatories' service has heard. */
export async function wasDelivered(
  { service }: Subgraphs['signatories'],
  statementId: string,
): Promise<boolean> {
  const delivery = await service.database.reads
    .selectFrom('known_delivery')
    .select('id')
    .where('statement_id', '=', statementId)
    .limit(1)
    .executeTakeFirst();
  return delivery !== undefined;
}
