import type { CommandInput } from '@coalition-hub/subgraph';
import type { PrintedBody } from './printed-body.js';

/** A list to enter as a whole. */
export interface RegistryImport extends CommandInput {
  readonly bodies: readonly PrintedBody[];
  /** What they are members of; made if there is none with this slug. Null: of nothing. */
  readonly coalition: { readonly slug: string; readonly name: string } | null;
}

/** What an import has changed. */
export interface RegistryImported {
  /** The organisation of each body, in order. */
  readonly organisationIds: readonly string[];
  readonly registered: number;
  /** Organisations that go by a later name now. */
  readonly renamed: number;
  /** Former names, and prints of names that were remembered, so that they are certain the next time. */
  readonly aliases: number;
  readonly admitted: number;
  /** Memberships that the list says have ended. */
  readonly ended: number;
  readonly coalitionCreated: boolean;
}
