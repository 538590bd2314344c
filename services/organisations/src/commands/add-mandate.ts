import type { CommandScope } from '@coalition-hub/subgraph';
import { MandateRecord } from '../entities/mandate-record.js';
import type { Tables } from '../entities/tables.js';
import { type MandateScope, MandateState } from '../types/mandate.js';

export interface NewMandate {
  readonly organisationId: string;
  readonly personId: string;
  readonly scopes: readonly MandateScope[];
  readonly statementId: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly reference: string | null;
}

/** Enters a mandate and tells every service. @returns its id */
export async function addMandate(scope: CommandScope<Tables>, mandate: NewMandate): Promise<string> {
  const record = Object.assign(new MandateRecord(), mandate, {
    id: scope.newId('mandate'),
    scopes: [...mandate.scopes],
    state: MandateState.GRANTED,
    offeredBy: null,
    answerBy: null,
    revokedAt: null,
  });
  scope.em.persist(record);
  await scope.flush();
  tellGranted(scope, record);
  return record.id;
}

/** To every service's rights: who may do what for whom, and on which days. */
export function tellGranted(scope: CommandScope<Tables>, record: MandateRecord): void {
  const { id, organisationId, personId, statementId, startsOn, endsOn } = record;
  const scopes = record.scopes as MandateScope[];
  scope.note({ mandateId: id, about: personId, scopes });
  scope.emit({
    type: 'MANDATE_GRANTED',
    subject: id,
    data: { mandateId: id, organisationId, personId, scopes, statementId, startsOn, endsOn },
  });
}
