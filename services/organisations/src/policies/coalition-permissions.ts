import type { CoalitionPermissions } from '@coalition-hub/subgraph';

/** What people may do in a coalition's own affairs, and in which roles. */
export const coalitionPermissions = {
  'admit members and end memberships': ['COORDINATOR'],
  'run the coalition: terms, working groups, invitations': ['COORDINATOR'],
  'grant and revoke roles other than coordinator': ['COORDINATOR'],
  'decide on requests for mandates of members': ['COORDINATOR'],
} as const satisfies CoalitionPermissions<string>;
