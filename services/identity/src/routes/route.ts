import type { Call } from './call.js';
import type { Reply } from './reply.js';

/** One address of this service. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** `:id` as last part stands for any text without slashes. */
  readonly path: string;
  /** Null: as if there were nothing at this address. */
  answer(call: Call): Promise<Reply | null> | Reply | null;
}

/** @returns the id in the path, empty for a route without; null where the path is another one */
export function matched(route: Route, path: string): string | null {
  if (!route.path.endsWith('/:id')) return route.path === path ? '' : null;
  const stem = route.path.slice(0, -':id'.length);
  const id = path.startsWith(stem) ? path.slice(stem.length) : '';
  return id !== '' && !id.includes('/') ? id : null;
}
