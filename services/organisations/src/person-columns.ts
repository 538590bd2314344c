import type { PersonColumn } from '@coalition-hub/subgraph';

/**
 * Every column that says who somebody is. What an organisation decided stays on its record, without the person; what
 * was only asked, offered or called goes.
 */
export const personColumns: readonly PersonColumn[] = [
  { table: 'organisation_claim', column: 'person_id', onErasure: 'delete' },
  { table: 'organisation_claim', column: 'claimed_by', onErasure: 'replace' },
  { table: 'organisation_claim', column: 'answered_by', onErasure: 'replace' },
  { table: 'mandate', column: 'person_id', onErasure: 'delete', where: "state <> 'GRANTED'" },
  { table: 'mandate', column: 'person_id', onErasure: 'replace' },
  { table: 'mandate', column: 'offered_by', onErasure: 'replace' },
  { table: 'role', column: 'person_id', onErasure: 'replace' },
  { table: 'representative', column: 'person_id', onErasure: 'delete' },
];
