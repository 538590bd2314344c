import type { RemoteSubgraph } from '@coalition-hub/gateway';
import type { ContractFiles } from '@coalition-hub/schema';
import { type Clock, type SubgraphCredentials, subgraphCredentials } from '@coalition-hub/subgraph';
import type { DataFolder } from '../data-folder/data-folder.js';
import { gatewayKeys } from '../data-folder/gateway-keys.js';
import { derivedSecret } from '../data-folder/secrets.js';
import type { GuestAddress } from './guest-address.js';
import { GuestSdlCache } from './guest-sdl-cache.js';
import { guestViewer } from './guest-viewer.js';
import { hubGraph } from './hub-graph.js';
import { type GuestReport, takeUpGuests } from './take-up-guests.js';

/** How long a guest may take to answer its part of an operation, in ms; then that part is null. */
const patience = 2_000;

/** What the gateway needs to know of guests. */
export interface OpenGuests {
  readonly supergraph: string;
  readonly subgraphs: Readonly<Record<string, RemoteSubgraph>>;
  readonly reports: readonly GuestReport[];
  /** For one guest at a time, with a name for the viewer that only this guest knows. */
  readonly credentials: SubgraphCredentials;
}

/** Takes up the guests that the settings name. Without any, the committed supergraph is used as it is. */
export async function openGuests(
  guests: readonly GuestAddress[],
  contract: ContractFiles,
  { folder, clock }: { readonly folder: DataFolder; readonly clock: Clock },
): Promise<OpenGuests> {
  const names = derivedSecret(folder.secrets, 'names of viewers for guests');
  const credentials = subgraphCredentials({
    keys: gatewayKeys(folder.secrets, clock),
    clock,
    viewerFor: (viewer, guest) => guestViewer(names, viewer, guest),
  });
  if (guests.length === 0)
    return { supergraph: contract.supergraph, subgraphs: {}, reports: [], credentials };
  const cache = new GuestSdlCache(folder.path);
  const { graph, reports } = await takeUpGuests(hubGraph(contract.subgraphs, contract), guests, cache);
  const takenUp = reports.filter((report) => report.takenUp).map(({ guest }) => guest);
  const subgraphs = Object.fromEntries(takenUp.map(({ name, url }) => [name, { url, timeoutMs: patience }]));
  return { supergraph: graph.supergraph, subgraphs, reports, credentials };
}
