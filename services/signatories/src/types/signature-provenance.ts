import { registerEnumType } from 'type-graphql';

export enum SignatureProvenance {
  SIGNED_BY_MANDATE = 'SIGNED_BY_MANDATE',
  REPORTED_BY_COORDINATOR = 'REPORTED_BY_COORDINATOR',
}

registerEnumType(SignatureProvenance, {
  name: 'SignatureProvenance',
  description: 'How the hub knows of a signature.',
  valuesConfig: {
    SIGNED_BY_MANDATE: { description: 'Somebody with a mandate of the organisation signed here.' },
    REPORTED_BY_COORDINATOR: {
      description:
        'A coordinator reported it, from a list or letter; the signatory has not confirmed it here. An organisation confirms by signing.',
    },
  },
});
