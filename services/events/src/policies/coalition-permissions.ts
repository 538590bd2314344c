import type { CoalitionPermissions } from '@coalition-hub/subgraph';

/** What people may do about events, and in which roles in a coalition. */
export const coalitionPermissions = {
  'arrange events': ['COORDINATOR'],
  'record deliveries': ['COORDINATOR'],
} as const satisfies CoalitionPermissions<string>;
