export { CompositionError, composeSupergraph, type Subgraph } from './compose.js';
export { type ContractChange, type ContractChanges, compareContracts } from './contract-diff.js';
export { type ContractFiles, contractFolder, readContract } from './contract-files.js';
export { readDeclaredBreaks, undeclaredBreaks } from './declared-breaks.js';
export { glossaryFaults, glossaryGaps } from './glossary.js';
export { printPublicSchema, publicSchema } from './public-schema.js';
export { schemaReference } from './reference/schema-reference.js';
export { schemaFaults } from './schema-rules.js';
export { compareContract, type WrittenContract, writeContract } from './write-contract.js';
