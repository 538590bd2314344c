import { type CommandScope, refuse } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { isPublicDigest } from '../loaders/known-revisions.js';
import { type SigningWindow, signingWindow } from '../loaders/signing-window.js';
import { RevisionChanged, RevisionUnknown, StatementNotOpen } from '../types/refusals.js';
import { SigningState } from '../types/signing.js';
import { type OpenedWindow, wasOpened } from './freeze-list.js';

/** The window of a statement that can be signed now. Call it under the window's lock. */
export async function openWindow(
  { sql: db }: Pick<CommandScope<Tables>, 'sql'>,
  statementId: string,
): Promise<OpenedWindow> {
  const window: SigningWindow = await signingWindow(db, statementId);
  if (!wasOpened(window) || window.state !== SigningState.OPEN) refuse(new StatementNotOpen(window.state));
  return window;
}

/** The same, where the text that the signer has read is the one that can be signed. */
export async function openWindowForText(
  scope: CommandScope<Tables>,
  statementId: string,
  digest: string,
): Promise<OpenedWindow> {
  const window = await openWindow(scope, statementId);
  if (window.revisionDigest === digest) return window;
  const known = await isPublicDigest(scope.sql, statementId, digest);
  return refuse(known ? new RevisionChanged(window.revisionId) : new RevisionUnknown());
}
