export type { Projection } from './projection.js';
export type { ProjectionFailure, ProjectionHealth } from './projection-health.js';
export {
  type CatchUpOptions,
  type CaughtUp,
  type ProjectionMark,
  ProjectionRunner,
  type ProjectionRunnerOptions,
} from './projection-runner.js';
export { projectionTables } from './projection-tables.js';
export { type RebuildOptions, type Rebuilt, rebuildProjection } from './rebuild-projection.js';
