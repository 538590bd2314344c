import { cleanLine, cleanText, InvalidInput, refuse } from '@coalition-hub/subgraph';
import { DeliveryMode } from '../types/delivery-mode.js';

/** In which form a statement was made, as an input says it. */
export interface NamedManner {
  readonly mode?: DeliveryMode | null;
  readonly speakerId?: string | null;
  readonly onBehalfOfIds?: readonly string[] | null;
  readonly reference?: string | null;
  readonly addressees?: string | null;
}

/** In which form a statement was made, as it is kept. */
export interface DeliveryManner {
  readonly mode: DeliveryMode;
  readonly speakerId: string | null;
  readonly onBehalfOfIds: string[];
  readonly reference: string | null;
  readonly addressees: string | null;
}

/** Cleans what is said of the form, and refuses what does not go together. */
export function deliveryManner(input: NamedManner): DeliveryManner {
  const mode = input.mode ?? DeliveryMode.ORAL;
  const { speakerId = null, reference, addressees } = input;
  if (speakerId !== null && mode !== DeliveryMode.ORAL)
    refuse(new InvalidInput('speakerId', 'Only what was read out has a speaker.'));
  checkAddressees(mode, addressees ?? null);
  return {
    mode,
    speakerId,
    onBehalfOfIds: [...(input.onBehalfOfIds ?? [])],
    reference: reference == null ? null : cleanLine(reference, { field: 'reference', max: 60 }),
    addressees: addressees == null ? null : cleanText(addressees, { field: 'addressees', max: 2_000 }),
  };
}

function checkAddressees(mode: DeliveryMode, addressees: string | null): void {
  if (mode === DeliveryMode.LETTER && addressees === null)
    refuse(new InvalidInput('addressees', 'A letter names its addressees.'));
  if (mode !== DeliveryMode.LETTER && addressees !== null)
    refuse(new InvalidInput('addressees', 'Only a letter has addressees.'));
}
