/** Where a service keeps who somebody is: what an erasure has to visit, and what somebody may ask to be shown. */
export interface PersonColumn {
  readonly table: string;
  readonly column: string;
  /** Whether the row goes with the person, or stays without. Rows go in the order of the list. */
  readonly onErasure: 'delete' | 'replace';
  /** Limits it to some rows, as a condition in SQL. */
  readonly where?: string;
}

/** Those of every service; the audit and the outbox are apart. */
export const kitPersonColumns: readonly PersonColumn[] = [
  { table: 'right_role', column: 'person_id', onErasure: 'delete' },
  { table: 'right_mandate', column: 'person_id', onErasure: 'delete' },
  { table: 'idempotency_key', column: 'caller', onErasure: 'delete' },
];
