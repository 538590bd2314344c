import type { DeliveryPlace, EventSeed, MadeDelivery } from '@coalition-hub/events';
import type { CoalitionLifeSeed, RegistrySeed } from '@coalition-hub/organisations';
import type { SigningSeed } from '@coalition-hub/signatories';
import type { StatementSeed } from '@coalition-hub/statements';

/** A part of the sample as rows of the four services; their ids are the same at every start. */
export interface SamplePart {
  /** Each service enters it once under this name. */
  readonly name: string;
  readonly registry: RegistrySeed;
  readonly life: CoalitionLifeSeed;
  readonly statements: readonly StatementSeed[];
  readonly signings: readonly SigningSeed[];
  readonly events: readonly EventSeed[];
  readonly deliveries: readonly PlacedDelivery[];
}

export interface PlacedDelivery {
  readonly place: DeliveryPlace;
  readonly delivery: MadeDelivery;
}
