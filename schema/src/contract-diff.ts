import {
  type BreakingChange,
  buildSchema,
  type DangerousChange,
  findBreakingChanges,
  findDangerousChanges,
} from 'graphql';

/** One change between two public schemas. */
export interface ContractChange {
  /** For instance `FIELD_REMOVED`: graphql-js' BreakingChangeType or DangerousChangeType. */
  readonly type: string;
  /** One sentence that names what changed. */
  readonly description: string;
}

export interface ContractChanges {
  /** An operation that was valid may be refused now, or its answer has another shape. */
  readonly breaking: readonly ContractChange[];
  /** Every operation stays valid, but a client may meet values that it did not know. */
  readonly dangerous: readonly ContractChange[];
}

/** What clients written against the public schema `before` would notice with `after`; both are SDL. */
export function compareContracts(before: string, after: string): ContractChanges {
  const [old, current] = [buildSchema(before), buildSchema(after)];
  return {
    breaking: findBreakingChanges(old, current).map(change),
    dangerous: findDangerousChanges(old, current).map(change),
  };
}

function change({ type, description }: BreakingChange | DangerousChange): ContractChange {
  return { type, description };
}
