import { type CursorSealer, FeedUpdate, type UpdateRow } from '@coalition-hub/subgraph';
import type { Coalition } from '../types/coalition.js';
import type { CoalitionUpdateKind } from '../types/coalition-update-kind.js';
import type { Membership } from '../types/membership.js';
import type { CoalitionRoleTerm } from '../types/role-term.js';
import type { WorkingGroup } from '../types/working-group.js';
import type { UpdateFacts } from './update-facts.js';

/** An entry of the feed as it is read. */
export interface CoalitionUpdateRow extends UpdateRow {
  readonly kind: CoalitionUpdateKind;
  readonly organisationId: string | null;
  readonly membershipId: string | null;
  readonly roleTermId: string | null;
  readonly workingGroupId: string | null;
}

/** Something that happened to a coalition, as all its followers share it. */
export class CoalitionFeedUpdate extends FeedUpdate<CoalitionUpdateRow> {
  constructor(
    row: CoalitionUpdateRow,
    private readonly facts: UpdateFacts,
    sealer: CursorSealer,
  ) {
    super(row, sealer);
  }

  get coalition(): Promise<Coalition | null> {
    return this.facts.coalition(this.row.subjectId);
  }

  get organisation(): ReturnType<UpdateFacts['organisation']> | null {
    const { organisationId } = this.row;
    return organisationId === null ? null : this.facts.organisation(organisationId);
  }

  get membership(): Promise<Membership | null> | null {
    const { membershipId } = this.row;
    return membershipId === null ? null : this.facts.membership(membershipId);
  }

  get roleTerm(): Promise<CoalitionRoleTerm | null> | null {
    const { roleTermId } = this.row;
    return roleTermId === null ? null : this.facts.roleTerm(roleTermId);
  }

  get workingGroup(): Promise<WorkingGroup | null> | null {
    const { workingGroupId } = this.row;
    return workingGroupId === null ? null : this.facts.workingGroup(workingGroupId);
  }
}
