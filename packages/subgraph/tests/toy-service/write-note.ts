import { type Command, cleanLine, isUuid, type Rights } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { BoardRecord } from './board-record.js';
import { NoteRecord } from './note-record.js';
import { PinTaken } from './pin-taken.js';
import type { Tables } from './tables.js';

@InputType({ description: 'A note to write.' })
export class WriteNoteInput {
  @Field(() => ID, { description: 'The board.' })
  boardId!: string;

  @Field(() => String, { description: 'What it says.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Where it hangs; one note per pin of a board.' })
  pin?: string | null;

  @Field(() => String, { nullable: true, description: 'Unique in the whole toy, found out at commit.' })
  seal?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeat harmless.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The note hangs.' })
export class WriteNoteSuccess {
  noteId!: string;
}

export const canWrite = (rights: Rights, { id }: { readonly id: string }) => rights.coordinates.has(id);

/** Coordinators of a coalition write on its board. */
export const writeNote: Command<Tables, WriteNoteInput, BoardRecord, WriteNoteSuccess> = {
  name: 'writeNote',
  subject: 'board',
  success: WriteNoteSuccess,
  load: async ({ em }, { boardId }) => (isUuid(boardId) ? em.findOne(BoardRecord, boardId) : null),
  policy: canWrite,
  async change(scope, board, { title, pin = null, seal = null }) {
    const note = Object.assign(new NoteRecord(), {
      id: scope.newId('note'),
      boardId: board.id,
      title: cleanLine(title, { field: 'title', max: 100 }),
      pin,
      seal,
    });
    scope.em.persist(note);
    await scope.flush({ note_pin: () => new PinTaken() });
    scope.emit({ type: 'NOTE_WRITTEN', subject: note.id, data: { noteId: note.id } });
    return Object.assign(new WriteNoteSuccess(), { noteId: note.id });
  },
};
