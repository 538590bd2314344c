/** How much one operation may ask for. Costs count objects: a page of 200 signatures with organisations is about 600. */
export interface OperationLimits {
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  readonly maxCost: number;
}

const shape = { maxDepth: 16, maxAliases: 60, maxRootFields: 30 };

export const signedOutLimits: OperationLimits = { ...shape, maxCost: 40_000 };

export const signedInLimits: OperationLimits = { ...shape, maxCost: 120_000 };

/** What one `_entities` call may carry: more than any page that the limits above let through. */
export const maxRepresentations = 20_000;
