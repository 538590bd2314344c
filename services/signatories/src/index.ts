export { exportSignatures } from './export/export-signatures.js';
export type { ExportedSignature } from './export/exported-signature.js';
export { type ImportOptions, importSignatures, type SignatureImport } from './imports/import-signatures.js';
export type {
  ReportedOrganisation,
  ReportedPerson,
  ReportedSignature,
} from './imports/reported-signature.js';
export type { RowOutcome } from './imports/row-outcome.js';
export { coalitionPermissions } from './policies/coalition-permissions.js';
export {
  type OpenWindowSeed,
  type SignatureSeed,
  type SigningPart,
  type SigningSeed,
  seedListDigest,
  seedSigning,
  seedSigningParts,
} from './seed/seed-signing.js';
export { definition, startSignatories } from './server.js';
