import { EntityName } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Addressee } from '../types/addressee.js';
import type { Footnote } from '../types/footnote.js';

/** One text of a statement; the database refuses to change or delete it. */
@Entity({ tableName: 'revision' })
export class RevisionRecord {
  [EntityName]?: 'revision';

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  statementId!: string;

  /** From 1, without gaps. */
  @Property({ type: 'integer' })
  number!: number;

  /** SHA-256 over canonical JSON, hexadecimal. */
  @Property({ type: 'text' })
  digest!: string;

  /** BCP 47, canonical. */
  @Property({ type: 'text' })
  language!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  text!: string;

  /** Each with its numbered demands. */
  @Property({ type: 'jsonb' })
  addressees!: readonly Addressee[];

  @Property({ type: 'jsonb' })
  footnotes!: readonly Footnote[];

  /** Of text and demands, counted when it was written down. */
  @Property({ type: 'integer' })
  wordCount!: number;

  @Property({ type: 'string', columnType: 'timestamptz' })
  publishedAt!: string;
}
