import { anyone, Policy, signedIn } from '@coalition-hub/subgraph';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Context } from './context.js';
import { have, innermost } from './mishaps.js';
import { Mishap, Note, NoteConnection, NotesArgs, Orphan, Tick, WriteNoteResult } from './types.js';
import { WriteNoteInput, WriteNoteSuccess, writeNote } from './write-note.js';

@Resolver(() => Note)
export class NoteResolver {
  @Query(() => NoteConnection, { description: 'Notes of a board by title.' })
  @Policy(anyone)
  notes(@Args(() => NotesArgs) args: NotesArgs, @Ctx() { loaders }: Context) {
    return loaders.notesByBoard.page(args.boardId, args, null);
  }

  @Query(() => String, { nullable: true, description: 'Goes wrong, and may be null.' })
  @Policy(anyone)
  mishap(
    @Arg('kind', () => Mishap, { description: 'How.' }) kind: Mishap,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return have(kind, context);
  }

  @Query(() => String, { description: 'Goes wrong, and may not be null.' })
  @Policy(anyone)
  disaster(
    @Arg('kind', () => Mishap, { description: 'How.' }) kind: Mishap,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return have(kind, context);
  }

  @Query(() => String, { nullable: true, description: 'For those who signed in.' })
  @Policy(signedIn)
  members(@Ctx() { viewer }: Context): string | null {
    return viewer?.personId ?? null;
  }

  @Query(() => Orphan, { nullable: true, description: 'Nobody said who may see it.' })
  forgotten(): Orphan {
    return { id: innermost };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Goes wrong below an entity.' })
  mishapBelow(
    @Arg('kind', () => Mishap, { description: 'How.' }) kind: Mishap,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return have(kind, context);
  }

  @Mutation(() => WriteNoteResult, { description: 'Writes a note.' })
  @Policy(signedIn)
  writeNote(
    @Arg('input', () => WriteNoteInput, { description: 'Which.' }) input: WriteNoteInput,
    @Ctx() context: Context,
  ) {
    return context.run(writeNote, input);
  }
}

@Resolver(() => WriteNoteSuccess)
export class WriteNoteSuccessResolver {
  @FieldResolver(() => Note, { description: 'The note.' })
  note(@Root() { noteId }: WriteNoteSuccess, @Ctx() { loaders }: Context) {
    return loaders.notesById.load(noteId);
  }
}

@Resolver(() => Tick)
export class TickResolver {
  @Subscription(() => Tick, {
    description: 'Counts, and may break.',
    subscribe: ({ args }: { args: { times: number; breakAt?: number | null } }) =>
      ticks(args.times, args.breakAt ?? null),
  })
  @Policy(anyone)
  ticked(
    @Root() number: number,
    @Arg('times', () => Int, { description: 'How often.' }) _times: number,
    @Arg('breakAt', () => Int, { nullable: true, description: 'When the source breaks.' }) _breakAt?: number,
  ): Tick {
    return { number };
  }

  @Subscription(() => Tick, {
    description: 'For those who signed in.',
    subscribe: () => ticks(1, null),
  })
  @Policy(signedIn)
  tickedForMembers(@Root() number: number): Tick {
    return { number };
  }

  @Subscription(() => Tick, { description: 'Nobody said who may.', subscribe: () => ticks(1, null) })
  tickedForgotten(@Root() number: number): Tick {
    return { number };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Goes wrong within an event.' })
  mishap(
    @Arg('kind', () => Mishap, { description: 'How.' }) kind: Mishap,
    @Ctx() context: Context,
  ): Promise<string | null> {
    return have(kind, context);
  }
}

async function* ticks(times: number, breakAt: number | null): AsyncGenerator<number> {
  for (let number = 1; number <= times; number += 1) {
    if (number === breakAt) throw new Error(innermost);
    yield number;
  }
}
