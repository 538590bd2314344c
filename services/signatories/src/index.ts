export {
  type SignatureSeed,
  type SigningSeed,
  seedListDigest,
  seedSigning,
} from './seed/seed-signing.js';
export { definition, startSignatories } from './server.js';
