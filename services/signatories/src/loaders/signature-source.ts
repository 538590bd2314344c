import type { ChildRow, PageSource } from '@coalition-hub/subgraph';
import type { Signature } from '../types/signature.js';
import type { SignatureListing } from './signature-listing.js';
import type { SignatureRow } from './signature-row.js';

/** A list of signatures below its statement. */
export type SignatureSource = PageSource<SignatureListing, SignatureRow & ChildRow, Signature>;
