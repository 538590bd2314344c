import type DataLoader from 'dataloader';

/**
 * What updates refer to, read once for all followers who ask; but a failure is forgotten, so that the next one tries
 * again.
 */
export function facts<Key, Value, CacheKey = Key>(
  loader: DataLoader<Key, Value, CacheKey>,
): (key: Key) => Promise<Value> {
  return (key) =>
    loader.load(key).catch((error: unknown) => {
      loader.clear(key);
      throw error;
    });
}
