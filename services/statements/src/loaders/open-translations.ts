import type { Reads, Rights } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { openRevisions } from './open-revisions.js';

/** The translations that exist for a viewer with these rights: those of revisions that do. */
export function openTranslations(reads: Reads<Tables>, rights: Rights) {
  return openRevisions(reads, rights).innerJoin('translation', 'translation.revision_id', 'revision.id');
}

export const translationColumns = [
  'translation.id',
  'translation.revision_id as revisionId',
  'translation.language',
  'translation.title',
  'translation.text',
  'translation.word_count as wordCount',
  sql<boolean>`revision.number <> statement.current_number`.as('stale'),
  'translation.added_at as addedAt',
] as const;
