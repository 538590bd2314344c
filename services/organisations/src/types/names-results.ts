import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { MergeOrganisationsSuccess } from '../commands/merge-organisations.js';
import { TellApartSuccess } from '../commands/tell-apart.js';
import { UpdateOrganisationSuccess } from '../commands/update-organisation.js';
import { CannotMerge, CircularHierarchy } from './names-refusals.js';
import { AlreadyRegistered } from './refusals.js';

export const UpdateOrganisationResult = createUnionType({
  name: 'UpdateOrganisationResult',
  description: 'What came of changing an organisation.',
  types: () =>
    [
      UpdateOrganisationSuccess,
      AlreadyRegistered,
      CircularHierarchy,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const MergeOrganisationsResult = createUnionType({
  name: 'MergeOrganisationsResult',
  description: 'What came of merging two organisations.',
  types: () =>
    [MergeOrganisationsSuccess, CannotMerge, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const TellApartResult = createUnionType({
  name: 'TellApartResult',
  description: 'What came of telling organisations apart.',
  types: () => [TellApartSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});
