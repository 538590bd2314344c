import type { CoalitionPermissions } from '@coalition-hub/subgraph';

/** What people may do with statements of a coalition, and in which roles. Officers are named, and may do nothing yet. */
export const coalitionPermissions = {
  'create statements': ['COORDINATOR'],
  'start consultations': ['COORDINATOR'],
  'withdraw statements': ['COORDINATOR'],
  'revise drafts, decide on amendments': ['COORDINATOR', 'EDITOR'],
  'add translations': ['COORDINATOR', 'EDITOR', 'TRANSLATOR'],
  'comment for the coalition': ['COORDINATOR'],
  'read drafts, amendments and comments': ['COORDINATOR', 'EDITOR', 'TRANSLATOR', 'OBSERVER'],
} as const satisfies CoalitionPermissions<string>;
