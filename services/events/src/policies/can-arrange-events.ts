import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Events belong to no coalition: whoever coordinates one, or administers the hub, keeps the calendar. */
export function canArrangeEvents(rights: Rights): boolean {
  return rights.administrator || rights.coalitionsAs(coalitionPermissions['arrange events']).length > 0;
}
