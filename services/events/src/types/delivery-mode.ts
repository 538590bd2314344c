import { registerEnumType } from 'type-graphql';

export enum DeliveryMode {
  ORAL = 'ORAL',
  WRITTEN = 'WRITTEN',
  LETTER = 'LETTER',
}

registerEnumType(DeliveryMode, {
  name: 'DeliveryMode',
  description: 'In which form a statement was made.',
  valuesConfig: {
    ORAL: { description: 'Read out.' },
    WRITTEN: { description: 'Handed in, and mostly published as a document.' },
    LETTER: { description: 'Sent to its addressees.' },
  },
});
