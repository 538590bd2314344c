/** Columns of a revision under the names that the schema gives them. */
export const revisionColumns = [
  'revision.id',
  'revision.statement_id as statementId',
  'revision.number',
  'revision.digest',
  'revision.language',
  'revision.title',
  'revision.text',
  'revision.addressees',
  'revision.footnotes',
  'revision.word_count as wordCount',
  'revision.published_at as publishedAt',
] as const;
