export { digestOf } from './digest-of.js';
export type { JsonValue } from './json-value.js';
export { type ListEntry, listDigest, type SignatoryList } from './list-digest.js';
export {
  type Addressee,
  type Demand,
  type Footnote,
  type RevisionText,
  revisionDigest,
} from './revision-digest.js';
