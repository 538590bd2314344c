export { digestOf } from './digest-of.js';
export type { JsonValue } from './json-value.js';
export { type ListEntry, listDigest, type SignatoryList } from './list-digest.js';
export { type RevisionText, revisionDigest } from './revision-digest.js';
