import type { MandateScope } from '@coalition-hub/bus';

/** A mandate as a rule needs it: for whom, for what, and for which statement if it is limited to one. */
export interface MandateRight {
  readonly mandateId: string;
  readonly organisationId: string;
  readonly scopes: readonly MandateScope[];
  readonly statementId: string | null;
}

/** What a person may do, by this service's own projection. The subject of every policy's first argument. */
export class Rights {
  constructor(
    /** Keyed hash of the mailbox; `null`: signed out. */
    readonly personId: string | null,
    readonly administrator: boolean,
    /** Ids of the coalitions that the person coordinates. */
    readonly coordinates: ReadonlySet<string>,
    readonly mandates: readonly MandateRight[],
  ) {}

  static readonly none = new Rights(null, false, new Set(), []);

  /** Whoever owns the machine, at its command line; no request ever has these. */
  static readonly owner = new Rights(null, true, new Set(), []);

  /** Whether the person may act for the organisation in this way, in general or for this statement. */
  mayActFor(organisationId: string, scope: MandateScope, statementId: string | null): boolean {
    return this.mandates.some(
      (mandate) =>
        mandate.organisationId === organisationId &&
        mandate.scopes.includes(scope) &&
        (mandate.statementId === null || mandate.statementId === statementId),
    );
  }

  /** Organisations for which the person holds any mandate that covers the statement. */
  organisationsFor(statementId: string | null): string[] {
    return this.mandates
      .filter((mandate) => mandate.statementId === null || mandate.statementId === statementId)
      .map((mandate) => mandate.organisationId);
  }
}
