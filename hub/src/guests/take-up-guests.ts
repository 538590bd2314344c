import { type Admission, admitGuest } from './admit-guest.js';
import { fetchGuestSdl, GuestSilent } from './fetch-guest-sdl.js';
import type { GuestAddress } from './guest-address.js';
import type { GuestSdlCache } from './guest-sdl-cache.js';
import type { HubGraph } from './hub-graph.js';

/** What came of a guest at the start of the hub. */
export interface GuestReport {
  readonly guest: GuestAddress;
  readonly takenUp: boolean;
  /** Whether it is down, so that what it said last stands for it. */
  readonly fromCache: boolean;
  /** One sentence for each reason why it was left out, or is not as it could be. */
  readonly remarks: readonly string[];
}

export interface TakenUp {
  readonly graph: HubGraph;
  readonly reports: readonly GuestReport[];
}

/** Asks all guests at once what they add, and takes up one after the other: a later one may not take from an earlier. */
export async function takeUpGuests(
  graph: HubGraph,
  guests: readonly GuestAddress[],
  cache: GuestSdlCache,
): Promise<TakenUp> {
  const told = await Promise.all(guests.map((guest) => sdlOf(guest, cache)));
  const reports: GuestReport[] = [];
  let current = graph;
  for (const { guest, sdl, fromCache, remarks } of told) {
    const admission: Admission = sdl === null ? { faults: [] } : admitGuest(current, guest, sdl);
    const takenUp = 'graph' in admission;
    if (takenUp) current = admission.graph;
    const faults = takenUp ? [] : admission.faults;
    const kept = takenUp && !fromCache ? await keep(cache, guest, sdl) : [];
    reports.push({ guest, takenUp, fromCache, remarks: [...remarks, ...faults, ...kept] });
  }
  return { graph: current, reports };
}

interface Told {
  readonly guest: GuestAddress;
  readonly sdl: string | null;
  readonly fromCache: boolean;
  readonly remarks: readonly string[];
}

async function sdlOf(guest: GuestAddress, cache: GuestSdlCache): Promise<Told> {
  try {
    const sdl = await fetchGuestSdl(guest);
    return { guest, sdl, fromCache: false, remarks: [] };
  } catch (error) {
    if (!(error instanceof GuestSilent)) throw error;
    const sdl = await cache.read(guest);
    return { guest, sdl, fromCache: sdl !== null, remarks: [error.message] };
  }
}

async function keep(cache: GuestSdlCache, guest: GuestAddress, sdl: string | null): Promise<string[]> {
  try {
    await cache.keep(guest, sdl ?? '');
    return [];
  } catch {
    return ['What it adds could not be kept in the data folder: the hub will not know it while it is down.'];
  }
}
