import { createHmac } from 'node:crypto';
import type { Viewer } from '@coalition-hub/subgraph';

/**
 * A viewer as one guest knows them: the same person each time, but another name than the hub and other guests have for
 * them, so that what guests keep cannot be put together.
 *
 * @param secret of this hub, for this purpose
 */
export function guestViewer(secret: Buffer, viewer: Viewer | null, guest: string): Viewer | null {
  if (viewer === null) return null;
  const nameFor = (kind: string, id: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([guest, kind, id]))
      .digest('base64url');
  return {
    personId: nameFor('person', viewer.personId),
    sessionId: nameFor('session', viewer.sessionId),
    scopes: viewer.scopes,
    expiresAt: viewer.expiresAt,
  };
}
