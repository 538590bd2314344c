import type { Page, PageArgs } from '@coalition-hub/subgraph';
import type { Context } from '../context.js';
import { canListMandates } from '../policies/can-list-mandates.js';
import { canReadAuditLog } from '../policies/can-read-audit-log.js';
import type { AuditLogArgs } from '../types/audit-entry.js';

/** Null for everybody to whom it is not open, whatever is in it. */
export async function auditLogOf(
  context: Context,
  organisation: { readonly id: string },
  args: AuditLogArgs,
): Promise<Page<unknown, unknown> | null> {
  if (!canReadAuditLog(await context.rights(), organisation)) return null;
  const { actions, from, until } = args.filter ?? {};
  const choice = { actions: actions ?? [], from: from ?? null, until: until ?? null };
  return context.loaders.auditByOrganisation.page(organisation.id, args, choice);
}

/** The same, for who may act for the organisation. */
export async function mandatesOf(
  context: Context,
  organisation: { readonly id: string },
  args: PageArgs,
): Promise<Page<unknown, unknown> | null> {
  if (!canListMandates(await context.rights(), organisation)) return null;
  return context.loaders.mandatesByOrganisation.page(organisation.id, args, {});
}
