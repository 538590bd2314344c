import { registerEnumType } from 'type-graphql';

export enum DeadlineKind {
  WRITTEN_STATEMENT = 'WRITTEN_STATEMENT',
  SPEAKERS_LIST = 'SPEAKERS_LIST',
  SIDE_EVENT_REQUEST = 'SIDE_EVENT_REQUEST',
  SIGN_ON = 'SIGN_ON',
  OTHER = 'OTHER',
}

registerEnumType(DeadlineKind, {
  name: 'DeadlineKind',
  description: 'What has to be done by a deadline.',
  valuesConfig: {
    WRITTEN_STATEMENT: { description: 'Handing in a written statement.' },
    SPEAKERS_LIST: { description: 'Asking for a place on the list of speakers.' },
    SIDE_EVENT_REQUEST: { description: 'Asking for a room for a side event.' },
    SIGN_ON: { description: 'Signing on to a statement for the event, as its coordinators ask for it.' },
    OTHER: { description: 'Something else, as the label says.' },
  },
});
