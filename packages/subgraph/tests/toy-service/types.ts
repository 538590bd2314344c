import {
  CountedConnectionOf,
  EdgeOf,
  IdempotencyKeyReused,
  InvalidInput,
  NotFound,
  PageArgs,
} from '@coalition-hub/subgraph';
import {
  ArgsType,
  createUnionType,
  Directive,
  Field,
  ID,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { PinTaken } from './pin-taken.js';
import { WriteNoteSuccess } from './write-note.js';

@ObjectType({ description: 'A note on a board.' })
@Directive('@key(fields: "id")')
export class Note {
  @Field(() => ID, { description: 'Opaque.' })
  readonly id!: string;

  @Field(() => String, { description: 'What it says.' })
  readonly title!: string;

  readonly boardId!: string;
}

@ObjectType({ description: 'Has a key but no reference resolver: a mistake.' })
@Directive('@key(fields: "id")')
export class Orphan {
  @Field(() => ID, { description: 'Opaque.' })
  readonly id!: string;
}

@ObjectType({ description: 'A note and its place.' })
export class NoteEdge extends EdgeOf(() => Note) {}

@ObjectType({ description: 'A page of notes.' })
export class NoteConnection extends CountedConnectionOf(() => NoteEdge) {}

@ArgsType()
export class NotesArgs extends PageArgs {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;
}

export enum Mishap {
  SQL = 'SQL',
  STRING = 'STRING',
  ERROR = 'ERROR',
  NULL = 'NULL',
  FAULT = 'FAULT',
  NONE = 'NONE',
  SLOW = 'SLOW',
}

registerEnumType(Mishap, { name: 'Mishap', description: 'What goes wrong.' });

@ObjectType({ description: 'An event of the subscription.' })
export class Tick {
  @Field(() => Int, { description: 'Counts from 1.' })
  readonly number!: number;
}

export const WriteNoteResult = createUnionType({
  name: 'WriteNoteResult',
  description: 'What came of writing a note.',
  types: () => [WriteNoteSuccess, PinTaken, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});
