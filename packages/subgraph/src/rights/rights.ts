import type { CoalitionPersonRole, MandateScope } from '@coalition-hub/bus';

/** A mandate as a rule needs it: for whom, for what, and for which statement if it is limited to one. */
export interface MandateRight {
  readonly mandateId: string;
  readonly organisationId: string;
  readonly scopes: readonly MandateScope[];
  readonly statementId: string | null;
}

/** What a person is in a coalition. */
export interface CoalitionRoleRight {
  readonly coalitionId: string;
  readonly role: CoalitionPersonRole;
}

/** What a person may do, by this service's own projection. The subject of every policy's first argument. */
export class Rights {
  /** Ids of the coalitions that the person coordinates. */
  readonly coordinates: ReadonlySet<string>;

  constructor(
    /** Keyed hash of the mailbox; `null`: signed out. */
    readonly personId: string | null,
    readonly administrator: boolean,
    readonly roles: readonly CoalitionRoleRight[],
    /** Those in force on this day, by the database's clock. */
    readonly mandates: readonly MandateRight[],
  ) {
    this.coordinates = new Set(this.coalitionsAs(['COORDINATOR']));
  }

  static readonly none = new Rights(null, false, [], []);

  /** Whoever owns the machine, at its command line; no request ever has these. */
  static readonly owner = new Rights(null, true, [], []);

  /** Whether nothing has been taken away that earlier rights allowed. */
  includes(earlier: Rights): boolean {
    const holds = (before: MandateRight) =>
      this.mandates.some(
        ({ mandateId, organisationId }) =>
          mandateId === before.mandateId && organisationId === before.organisationId,
      );
    return (
      (this.administrator || !earlier.administrator) &&
      earlier.roles.every(({ coalitionId, role }) => this.hasRole(coalitionId, [role])) &&
      earlier.mandates.every(holds)
    );
  }

  /** Coalitions in which the person has one of these roles. */
  coalitionsAs(roles: readonly CoalitionPersonRole[]): string[] {
    return [
      ...new Set(this.roles.filter(({ role }) => roles.includes(role)).map(({ coalitionId }) => coalitionId)),
    ];
  }

  hasRole(coalitionId: string, roles: readonly CoalitionPersonRole[]): boolean {
    return this.roles.some((held) => held.coalitionId === coalitionId && roles.includes(held.role));
  }

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
