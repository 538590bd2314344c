import type { Config } from '../config.js';

/** Where people reach the hub that these settings start, without a slash at its end. */
export function listeningUrl({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return (publicUrl ?? own).replace(/\/+$/, '');
}
