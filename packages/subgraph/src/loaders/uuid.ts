const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids are opaque to clients, so one that cannot be ours is simply not found; PostgreSQL must not meet it. */
export function isUuid(id: unknown): id is string {
  return typeof id === 'string' && uuid.test(id);
}
