import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '@coalition-hub/testkit';
import { expect, jest, test } from '@jest/globals';
import { hubProgram, repository } from './hub-process/hub-process.js';
import { processesBelow } from './hub-process/processes-below.js';
import { stopsCleanly } from './hub-process/stops-cleanly.js';
import { Workbench } from './hub-process/workbench.js';

jest.setTimeout(180_000);

const bench = new Workbench();
const folder = join(import.meta.dirname, 'hub-process');

/** A network of its own, with loopback only; the rest of the command runs in it. */
const alone = ['unshare', '--net', 'sh', '-c', 'ip link set lo up || ifconfig lo up; exec "$@"', 'sh'];

function canBeAlone(): boolean {
  const [program = '', ...args] = [...alone, 'true'];
  return spawnSync(program, args).status === 0;
}

/** Names and addresses that the recorder wrote down, but for those of this machine. */
async function callsIn(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  expect(lines.some((line) => line.startsWith('watching'))).toBe(true);
  const own = /^(watching|connect \/|\w+ (127\.0\.0\.1|localhost|::1)\b)/;
  return [...new Set(lines.filter((line) => !own.test(line)))];
}

function recorder(file: string): NodeJS.ProcessEnv {
  const preload = pathToFileURL(join(folder, 'record-calls.mjs'));
  preload.searchParams.set('to', file);
  return { NODE_OPTIONS: `--import=${preload.href}` };
}

test('npm start serves, and a SIGTERM to npm stops all of it', async () => {
  const home = await bench.folder();
  const npm = await bench.hub({
    program: ['npm', 'start'],
    spawn: { cwd: repository },
    env: { HOME: home },
  });
  await npm.ready();
  expect(processesBelow([npm.dataDir]).length).toBeGreaterThan(1);
  await stopsCleanly(npm, 'SIGTERM');
  expect(processesBelow([home])).toEqual([]);
});

test('the recorder of calls sees what it should', async () => {
  const file = join(await bench.folder(), 'calls');
  const program = `
    import { connect } from 'node:net'; import { lookup } from 'node:dns'; import { createSocket } from 'node:dgram';
    connect(9, '192.0.2.1').on('error', () => {}).destroy();
    lookup('example.invalid', () => {});
    await fetch('http://192.0.2.3:8099/', { signal: AbortSignal.timeout(200) }).catch(() => {});
    createSocket('udp4').send('x', 9, '192.0.2.2', () => process.exit());`;
  await bench.run([process.execPath, '--input-type=module', '-e', program], recorder(file));
  const calls = (await callsIn(file)).join('\n');
  for (const address of ['192.0.2.1:9', 'example.invalid', '192.0.2.2', '192.0.2.3:8099'])
    expect(calls).toMatch(address);
});

test('from start to stop no process of npm start calls anywhere, nor tries to', async () => {
  const [home, dataDir, port] = [await bench.folder(), await bench.folder(), await freePort()];
  const file = join(home, 'calls');
  const settings = { HOME: home, HUB_DATA_DIR: dataDir, HUB_PORT: String(port), ...recorder(file) };
  if (!canBeAlone()) {
    process.stdout.write('only recorded: no network of its own can be made here\n');
    const hub = await bench.hub({ dataDir, port, program: [...hubProgram, 'start'], env: settings });
    await hub.ready();
    expect(await hub.stop()).toMatchObject({ code: 0 });
    expect(await callsIn(file)).toEqual([]);
    return;
  }
  const life = [
    process.execPath,
    '--no-warnings',
    join(folder, 'lonely-network.ts'),
    `http://127.0.0.1:${port}`,
  ];
  const { stdout, stderr } = await bench.run(
    [...alone, ...life, 'npm', '--prefix', repository, 'start'],
    settings,
  );
  const told = /^\{"text":.*\}$/m.exec(stdout)?.[0];
  // Without it, what the build or the hub said instead is the best explanation.
  expect(told === undefined ? stdout + stderr : JSON.parse(told)).toEqual({
    text: '{"data":{"statement":{"signatures":{"totalCount":108}}}}',
    code: 0,
    packets: { noRoute: 0, datagrams: 0, noRoute6: 0, datagrams6: 0 },
  });
  expect(await callsIn(file)).toEqual([]);
});

test('the kernel counts attempts to reach somewhere', async () => {
  if (!canBeAlone()) return;
  const attempt = `fetch('http://192.0.2.1:8099/').catch(() => fetch('http://example.invalid/')).catch(() => {})`;
  const count = `process.stdout.write(require('node:fs').readFileSync('/proc/net/snmp', 'utf8'))`;
  const { stdout } = await bench.run(
    [...alone, process.execPath, '-e', `${attempt}.then(() => { ${count} })`],
    {},
  );
  const [names = [], values = []] = stdout
    .split('\n')
    .filter((line) => line.startsWith('Ip:'))
    .map((line) => line.split(' '));
  expect(Number(values[names.indexOf('OutNoRoutes')])).toBeGreaterThan(0);
});
