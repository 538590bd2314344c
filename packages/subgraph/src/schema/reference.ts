import type { FieldPolicy } from '../policies/policy.js';

/** How an entity of this subgraph is found when another subgraph names it by key. */
export interface Reference<Context> {
  readonly policy: FieldPolicy;
  /** One call to a loader. What the viewer may not see is null, the same as what does not exist. */
  load(representation: Readonly<Record<string, unknown>>, context: Context): unknown;
  /**
   * The same for many at once and in their order; for entities that lists name by the hundred.
   * @param selected names of the fields that the operation may read of them
   */
  loadAll?(
    representations: readonly Readonly<Record<string, unknown>>[],
    context: Context,
    selected: ReadonlySet<string>,
  ): PromiseLike<readonly unknown[]>;
}

// biome-ignore lint/suspicious/noExplicitAny: a table of references is generic in the context of its service
export type References = Readonly<Record<string, Reference<any>>>;
