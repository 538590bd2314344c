import {
  type CursorSealer,
  forbidden,
  type Keyset,
  pageOf,
  type Reads,
  type Rights,
  rootPage,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { SimilarityReason, sentenceFor } from '../matching/similarity-reason.js';
import { canAdminister } from '../policies/can-administer.js';
import type { DuplicateProposal, DuplicateProposalsArgs } from '../types/similar-organisation.js';

const mostAlikeFirst: Keyset = {
  columns: [
    { column: 'duplicate_proposal.distance', type: 'integer' },
    { column: 'duplicate_proposal.one', type: 'uuid' },
    { column: 'duplicate_proposal.other', type: 'uuid' },
  ],
  direction: 'asc',
};

const usual = Object.values(SimilarityReason).filter((reason) => reason !== SimilarityReason.CHAPTER);

/** @throws Fault FORBIDDEN to whoever could do nothing about them */
export function duplicateProposalsPage(
  reads: Reads<Tables>,
  sealer: CursorSealer,
  args: DuplicateProposalsArgs,
  rights: Rights,
) {
  if (!canAdminister(rights)) throw forbidden();
  const reasons = args.reasons ?? usual;
  const open = openProposals(reads, reasons);
  return rootPage(
    {
      sealer,
      order: {
        list: JSON.stringify(['duplicateProposals', reasons]),
        keyOf: ({ distance, one, other }: ProposalRow) => [distance, one, other],
      },
      nodeOf: proposalOf,
      rows: (after, size) =>
        pageOf(
          open.select(['one', 'other', sql<SimilarityReason>`reason`.as('reason'), 'distance']),
          mostAlikeFirst,
          after,
          size,
        ).execute(),
      count: async () => {
        const { count } = await open.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
        return count;
      },
    },
    args,
  );
}

export interface ProposalRow {
  readonly one: string;
  readonly other: string;
  readonly reason: SimilarityReason;
  readonly distance: number;
}

/** The projection may not yet know of a decision: what is settled is left out here. */
function openProposals(reads: Reads<Tables>, reasons: readonly SimilarityReason[]) {
  return reads
    .selectFrom('duplicate_proposal')
    .where('reason', '=', (eb) => eb.fn.any(eb.val([...reasons])))
    .where(sql<boolean>`not exists (
      select from told_apart
       where told_apart.one = duplicate_proposal.one and told_apart.other = duplicate_proposal.other)`)
    .where(sql<boolean>`not exists (
      select from organisation
       where organisation.id in (duplicate_proposal.one, duplicate_proposal.other)
         and (organisation.merged_into is not null
           or organisation.parent_id in (duplicate_proposal.one, duplicate_proposal.other)))`);
}

function proposalOf({ one, other, reason, distance }: ProposalRow): DuplicateProposal {
  return { one, other, reason, similarity: 1 - distance / 1_000, explanation: sentenceFor(reason) };
}
