import { readdir, readFile, readlink } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { InProcessHub } from './whole-hub/in-process-hub.js';

/** Of `/proc/net/tcp`: the state of a socket that waits for connections. */
const listening = '0A';

/** Ports on which this process waits for connections, by Linux's own tables. */
async function listeningPorts(): Promise<Set<number>> {
  const own = new Set<string>();
  for (const handle of await readdir('/proc/self/fd'))
    own.add((await readlink(`/proc/self/fd/${handle}`).catch(() => '')).replace(/^socket:\[(\d+)\]$/, '$1'));
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((name) => readFile(`/proc/self/net/${name}`, 'utf8').catch(() => '')),
  );
  const rows = tables.flatMap((table) => table.split('\n').map((line) => line.trim().split(/\s+/)));
  const ports = rows
    .filter(([, , , state, , , , , , inode]) => state === listening && own.has(inode ?? ''))
    .map(([, address]) => Number.parseInt(address?.split(':').at(-1) ?? '', 16));
  return new Set(ports);
}

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'the hub in one process listens at its front door and nowhere else: no subgraph can be reached',
  async () => {
    const before = await listeningPorts();
    const hub = await InProcessHub.start();
    try {
      const opened = [...(await listeningPorts())].filter((port) => !before.has(port));
      expect(opened).toEqual([Number(new URL(hub.url).port)]);
    } finally {
      await hub.stop();
    }
  },
  60_000,
);
