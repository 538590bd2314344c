import type { Page } from '@coalition-hub/subgraph';
import type { Context } from '../context.js';
import { SignatoryListKind, type SignaturesArgs } from '../types/filters.js';
import { SignatureOrder } from '../types/signature-order.js';

/**
 * A page of one of a statement's lists.
 * @throws Fault BAD_USER_INPUT for a page size out of bounds, a cursor of another list, or what is no language tag
 */
export async function signaturesPage(
  { loaders, tools }: Context,
  statementId: string,
  args: SignaturesArgs,
): Promise<Page<unknown, unknown>> {
  const { list, orderBy, filter = null } = args;
  const collation = await tools.collations.forLocale(args.locale);
  const lists = loaders.signatures[list ?? SignatoryListKind.CURRENT];
  return lists[orderBy ?? SignatureOrder.NAME].page(statementId, args, { filter, collation });
}
