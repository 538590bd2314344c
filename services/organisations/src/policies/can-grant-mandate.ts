import type { Rights } from '@coalition-hub/subgraph';

export interface AdministeredOrganisation {
  /** Whether whoever asks holds ADMINISTER for it now, by the registry's own table. */
  readonly administered: boolean;
}

/** Who says outright who may act for an organisation, and takes that away: its administrators, and those of the hub. */
export function canGrantMandate(rights: Rights, { administered }: AdministeredOrganisation): boolean {
  return rights.administrator || administered;
}
