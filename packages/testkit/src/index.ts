export { folderOfRun } from './folder-of-run.js';
export { freePort } from './free-port.js';
export { type HubTime, setHubTime } from './hub-time.js';
export { createGuardedFolder, type GuardedFolder } from './jest/guarded-folder.js';
export { type RecordedStatements, recordStatements } from './record-statements.js';
export { type ScriptedEvent, ScriptedStream } from './subgraph/scripted-stream.js';
export { testSigningKeys } from './subgraph/signing-keys.js';
export {
  type Asking,
  type ServiceName,
  TestSubgraph,
  type TestSubgraphOptions,
} from './subgraph/test-subgraph.js';
export type { Template } from './template-database.js';
export { createTestDatabase, type TestDatabase } from './test-database.js';
export { type WaitOptions, waitUntil } from './wait-until.js';
