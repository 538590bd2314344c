/** What PostgreSQL is told at every start: good for a small machine, and as durable as PostgreSQL is by default. */
const SMALL_MACHINE: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  // Loopback only: a socket's path would have to be short, and reachable through a private folder.
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  // The hub's queries are short: compiling them or splitting them over workers costs more than it gives.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  // One process less per reader; the files fit into memory.
  io_method: 'sync',
  max_logical_replication_workers: '0',
  max_wal_senders: '0',
  wal_level: 'minimal',
  log_checkpoints: 'off',
  // The reasons of a failed start are recognised by their English text.
  lc_messages: 'C',
  log_timezone: 'UTC',
  timezone: 'UTC',
  lc_time: 'C',
};

/** The arguments for `postgres`: the defaults above, overridden by the caller's. */
export function serverArguments(cluster: string, port: number, settings: Record<string, string>): string[] {
  const merged = Object.entries({ ...SMALL_MACHINE, ...settings });
  return [
    '-D',
    cluster,
    '-p',
    String(port),
    ...merged.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Whether these settings promise that acknowledged data survives a crash of the machine. */
export function isDurable({ fsync }: Record<string, string>): boolean {
  return fsync !== 'off';
}
