import type { CoalitionPersonRole } from '@coalition-hub/bus';

/** What people may do in a coalition, and in which roles: each service declares its own, in one place. */
export type CoalitionPermissions<Action extends string> = Readonly<
  Record<Action, readonly CoalitionPersonRole[]>
>;
