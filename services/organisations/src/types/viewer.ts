import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum PersonRole {
  ADMINISTRATOR = 'ADMINISTRATOR',
  COORDINATOR = 'COORDINATOR',
  OFFICER = 'OFFICER',
  EDITOR = 'EDITOR',
  TRANSLATOR = 'TRANSLATOR',
  OBSERVER = 'OBSERVER',
}

registerEnumType(PersonRole, {
  name: 'PersonRole',
  description: 'What a person may do in the hub or in one coalition.',
  valuesConfig: {
    ADMINISTRATOR: { description: 'Registers organisations, creates coalitions, grants roles and mandates.' },
    COORDINATOR: {
      description: 'Admits members of one coalition; writes, opens, closes and delivers its statements.',
    },
    OFFICER: { description: 'Is named as a verification officer of one coalition; may do nothing more yet.' },
    EDITOR: {
      description: 'Reads and writes drafts of one coalition, translates them, decides on amendments.',
    },
    TRANSLATOR: { description: 'Reads drafts of one coalition and adds translations.' },
    OBSERVER: { description: 'Reads drafts of one coalition and what is said about them.' },
  },
});

@ObjectType({ description: 'A role that a person holds.' })
export class RoleGrant {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => PersonRole, { description: 'The role.' })
  readonly role!: PersonRole;

  readonly coalitionId!: string | null;
}

@ObjectType({ description: 'Whoever asks.' })
export class Viewer {
  @Field(() => ID, { description: 'Opaque name of the person in this hub.' })
  readonly id!: string;
}
