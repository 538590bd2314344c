import type { InferClassEntityDB } from '@mikro-orm/postgresql';
import { BoardRecord } from './board-record.js';
import { NoteRecord } from './note-record.js';

export const entities = [NoteRecord, BoardRecord] as const;

export type Tables = InferClassEntityDB<(typeof entities)[number]>;
