import type { BusEvent, DoneBy, SignatoriesEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { AuditAction, recordedAs } from '../types/audit-action.js';

/**
 * Puts what organisations signed beside what is on record of them here. It only ever grows, and is not rebuilt. What
 * nobody did, as placeholder data, is left out.
 */
export const organisationLogProjection: Projection = {
  name: 'organisation-log',
  streams: ['signatories'],
  async applyBatch(tx: Kysely<Tables>, events: readonly BusEvent[]) {
    const rows = (events as readonly SignatoriesEvent[]).flatMap(entryOf);
    if (rows.length === 0) return;
    await sql`
      insert into audit_entry (id, at, action, actor, subject, request_id, organisation_id, detail)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (
        id uuid, at timestamptz, action text, actor text, subject text, request_id text, organisation_id uuid, detail jsonb)
          on conflict (id) do nothing`.execute(tx);
  },
};

function entryOf(event: SignatoriesEvent) {
  const told = toldOf(event);
  if (told === null) return [];
  const { action, organisationId, by, ...ids } = told;
  return [
    {
      ...{ id: event.id, at: event.occurredAt, action: recordedAs[action], subject: event.subject },
      ...{ actor: by?.personId ?? 'hub', request_id: by?.requestId ?? '', organisation_id: organisationId },
      detail: { events: [event.type], capacity: by?.capacity ?? 'HUB', ...ids },
    },
  ];
}

interface Told extends DoneBy {
  readonly action: AuditAction;
  readonly organisationId: string;
  readonly statementId: string;
  readonly signatureId?: string;
}

/** Null for what is not about one organisation, and for what nobody did. */
function toldOf(event: SignatoriesEvent): Told | null {
  switch (event.type) {
    case 'SIGNATURE_ADMITTED':
      if (event.data.reported) return said(AuditAction.SIGNATURE_REPORTED, event.data);
      return event.data.by ? said(AuditAction.SIGNED, event.data) : null;
    case 'SIGNATURE_CONFIRMED':
      return event.data.by ? said(AuditAction.SIGNED, event.data) : null;
    case 'SIGNATURE_WITHDRAWN':
      return event.data.by ? said(AuditAction.SIGNATURE_WITHDRAWN, event.data) : null;
    case 'SIGNING_DECLINED':
      return event.data.by ? said(AuditAction.SIGNING_DECLINED, event.data) : null;
    default:
      return null;
  }
}

function said(action: AuditAction, data: Omit<Told, 'action'>): Told {
  const { organisationId, statementId, signatureId, by } = data;
  return { action, organisationId, statementId, ...(signatureId && { signatureId }), ...(by && { by }) };
}
