import { registerEnumType } from 'type-graphql';

export enum CoalitionUpdateKind {
  MEMBER_JOINED = 'MEMBER_JOINED',
  MEMBERSHIP_ENDED = 'MEMBERSHIP_ENDED',
  ROLE_TERM_STARTED = 'ROLE_TERM_STARTED',
  ROLE_TERM_ENDED = 'ROLE_TERM_ENDED',
  WORKING_GROUP_CREATED = 'WORKING_GROUP_CREATED',
  WORKING_GROUP_JOINED = 'WORKING_GROUP_JOINED',
  WORKING_GROUP_LEFT = 'WORKING_GROUP_LEFT',
  WORKING_GROUP_ENDED = 'WORKING_GROUP_ENDED',
}

registerEnumType(CoalitionUpdateKind, {
  name: 'CoalitionUpdateKind',
  description:
    'What happened to a coalition: told when it is recorded, with days that may lie before or ahead.',
  valuesConfig: {
    MEMBER_JOINED: { description: 'An organisation became a member.' },
    MEMBERSHIP_ENDED: { description: 'A membership was given its last day.' },
    ROLE_TERM_STARTED: { description: 'An organisation was appointed to a role.' },
    ROLE_TERM_ENDED: { description: 'A term was given its last day, or called off before it began.' },
    WORKING_GROUP_CREATED: { description: 'A working group was set up.' },
    WORKING_GROUP_JOINED: { description: 'An organisation joined a working group.' },
    WORKING_GROUP_LEFT: { description: 'An organisation’s time in a working group was given its last day.' },
    WORKING_GROUP_ENDED: { description: 'A working group was given its last day.' },
  },
});
