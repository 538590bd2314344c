import type { Rights } from '@coalition-hub/subgraph';

/** Events belong to no coalition: whoever coordinates one, or administers the hub, keeps the calendar. */
export function canArrangeEvents(rights: Rights): boolean {
  return rights.administrator || rights.coordinates.size > 0;
}
