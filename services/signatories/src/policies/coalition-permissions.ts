import type { CoalitionPermissions } from '@coalition-hub/subgraph';

/** What people may do about the signing of a coalition's statements, and in which roles. */
export const coalitionPermissions = {
  'open and close signing': ['COORDINATOR'],
  'invite to sign': ['COORDINATOR'],
  'report signatures, and withdraw reported ones': ['COORDINATOR'],
} as const satisfies CoalitionPermissions<string>;
