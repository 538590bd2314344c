import { type CursorSealer, PageLoader, type Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { SignatoryListKind } from '../types/filters.js';
import { SignatureOrder } from '../types/signature-order.js';
import type { SignatureSource } from './signature-source.js';
import { signaturesAtDelivery } from './signatures-at-delivery.js';
import { signaturesByStatement } from './signatures-by-statement.js';

/** Where each list of a statement is read from. */
export const signatureSources: Readonly<
  Record<SignatoryListKind, (reads: Reads<Tables>, order: SignatureOrder) => SignatureSource>
> = {
  [SignatoryListKind.CURRENT]: signaturesByStatement,
  [SignatoryListKind.AT_DELIVERY]: signaturesAtDelivery,
};

/** Both lists of statements in every order. */
export function signatureLists(reads: Reads<Tables>, sealer: CursorSealer) {
  const ordered = (list: SignatoryListKind, order: SignatureOrder) =>
    new PageLoader(signatureSources[list](reads, order), sealer);
  const inEveryOrder = (list: SignatoryListKind) => ({
    [SignatureOrder.NAME]: ordered(list, SignatureOrder.NAME),
    [SignatureOrder.COUNTRY]: ordered(list, SignatureOrder.COUNTRY),
    [SignatureOrder.DATE]: ordered(list, SignatureOrder.DATE),
  });
  return {
    [SignatoryListKind.CURRENT]: inEveryOrder(SignatoryListKind.CURRENT),
    [SignatoryListKind.AT_DELIVERY]: inEveryOrder(SignatoryListKind.AT_DELIVERY),
  };
}
