import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '@coalition-hub/testkit';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { type HubProcess, hubProgram, repository } from './hub-process/hub-process.js';
import { processesBelow } from './hub-process/processes-below.js';
import type { Ending } from './hub-process/running-program.js';
import { wholeSample } from './hub-process/sample-queries.js';
import { hubContents } from './hub-process/table-contents.js';
import { Workbench } from './hub-process/workbench.js';

const bench = new Workbench();
jest.setTimeout(180_000);
const services = ['organisations', 'statements', 'signatories', 'events'];
const email = 'somebody@example.org';

async function succeed(args: readonly string[], dataDir: string): Promise<Ending> {
  const ending = await bench.command(args, { HUB_DATA_DIR: dataDir });
  expect(ending).toMatchObject({ code: 0 });
  return ending;
}

describe('without a data folder', () => {
  const asked = [
    ...[
      'start',
      'token',
      'seed',
      'rebuild-projections',
      'rotate-personal-keys',
      'export-person',
      'erase-person',
      'retention',
    ],
    'compose',
  ];

  test('help names every command, and every command explains itself', async () => {
    const [general, ...ofEach] = await Promise.all([
      succeed(['--help'], '/nowhere'),
      ...asked.map((name) => succeed([name, '--help'], '/nowhere')),
    ]);
    for (const name of asked) expect(general.stdout).toMatch(new RegExp(`^ {2}${name} +\\w`, 'm'));
    const explained = ofEach.map(({ stdout }) => /npm run hub -- ([\w-]+)/.exec(stdout)?.[1]);
    expect(explained).toEqual(asked);
  });

  test('help and refused calls do not wait until the whole hub is loaded', async () => {
    const preload = join(import.meta.dirname, 'hub-process', 'record-loads.mjs');
    const [node = '', main = ''] = hubProgram;
    for (const args of [['--help'], ['export', '--help'], ['import-signatures', 'x.csv']]) {
      const { stderr } = await bench.run([node, '--import', preload, main, ...args], {});
      expect(Number(/^modules loaded: (\d+)$/m.exec(stderr)?.[1])).toBeLessThan(100);
    }
  });

  test.each([
    [['publish'], 'There is no command "publish".'],
    [['start', '--prot', '80'], "Unknown option '--prot'"],
    [['import-organisations', 'x.csv', '--dryrun'], "Unknown option '--dryrun'. Did you mean --dry-run?"],
    [
      ['import-organisation', 'x.csv'],
      'There is no command "import-organisation". Did you mean "import-organisations"?',
    ],
    [
      ['import-organisations', 'x.csv', 'our-coalition', '--coalition', 'x'],
      'npm run hub -- <command> <options>',
    ],
    [['token', email], 'npm run hub -- <command> <options>'],
    [['start', 'now'], "Unexpected argument 'now'"],
    [['token'], '--email must be given'],
    [['token', '--email', email, '--role', 'king'], '--role can only be "administrator"'],
    [['token', '--email', email, '--hours', '0'], '--hours must be a whole number'],
    [['seed', '--organisations', 'many'], '--organisations must be a whole number'],
    [['seed', '--random-seed', ''], '--random-seed must be 1 to 100 visible'],
    [['seed', '--signatures', '3'], 'more signatures than organisations times statements'],
  ])('%j is told how to be called, with exit code 2', async (args, told) => {
    const { code, stdout, stderr } = await bench.command(args, { HUB_DATA_DIR: '/nowhere' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(told) || stderr.includes(told)).toBe(true);
    expect(stderr).toMatch('npm run hub -- ');
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

test('the version is that of the package', async () => {
  const { version } = JSON.parse(await readFile(join(repository, 'hub', 'package.json'), 'utf8'));
  const { stdout } = await succeed(['--version'], '/nowhere');
  expect(stdout).toBe(`${version}\n`);
});

test('a variable that is nearly a setting is told, and one of somebody else is not', async () => {
  const settings = {
    HUB_DATADIR: '/nowhere',
    HUB_PROT: '1',
    HUB_PUBLISH: '1',
    HUB_URL: 'x',
    HUB_COLOUR: 'x',
  };
  const env = { ...settings, HUB_DATA_DIR: await bench.folder() };
  const { code, stderr } = await bench.command(['token', '--email', email], env);
  expect(code).toBe(0);
  expect(stderr.trim().split('\n')).toEqual([
    'HUB_DATADIR is no setting and is not read; did you mean HUB_DATA_DIR?',
    'HUB_PROT is no setting and is not read; did you mean HUB_PORT?',
  ]);
});

describe('without a running hub', () => {
  test('a token needs no running hub; a role is kept until the hub starts, and works at once', async () => {
    const dataDir = await bench.folder();
    const { stdout } = await succeed(['token', '--email', email, '--hours', '2'], dataDir);
    const { exp = 0, iat = 0, ...claims } = decodeJwt(stdout.trim());
    expect(exp - iat).toBe(2 * 3_600);
    expect(new Set(Object.keys(claims))).toEqual(new Set(['aud', 'iss', 'scope', 'sid', 'sub']));
    expect(JSON.stringify(claims)).not.toMatch(/somebody|example/);

    const granted = await succeed(['token', '--email', email, '--role', 'administrator', '--json'], dataDir);
    expect(granted.stderr).toBe(`${email} is an administrator of this hub.\n`);
    expect(processesBelow([dataDir])).toEqual([]);
    const { token, personId } = JSON.parse(granted.stdout) as { token: string; personId: string };
    expect(personId).toBe(claims.sub);

    const hub = await bench.hub({ dataDir, env: { HUB_SAMPLE_DATA: 'off' } });
    await hub.ready();
    await hub.client(token).succeed('registerOrganisation', { name: 'Granted before the start' });
    expect(await hub.stop()).toMatchObject({ code: 0 });
  });
});

describe('beside a running hub', () => {
  let hub: HubProcess;

  beforeAll(async () => {
    hub = await bench.hub({ dataDir: await bench.usedFolder() });
    await hub.ready();
  });

  const beside = (...args: string[]) => succeed(args, hub.dataDir);

  test('a token alone gives no rights; with a role they work at once', async () => {
    const plain = hub.client((await beside('token', '--email', email)).stdout.trim());
    const errors = await plain.errors(
      'mutation { registerOrganisation(input: { name: "Not yet" }) { __typename } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const granted = await beside('token', '--email', ` ${email.toUpperCase()}`, '--role', 'administrator');
    await hub.client(granted.stdout.trim()).succeed('registerOrganisation', { name: 'At once' });
    await plain.succeed('registerOrganisation', { name: 'The same person' });
    await beside('token', '--email', email, '--role', 'administrator');
  });

  test('what is seeded is seen through the hub', async () => {
    const { stdout, stderr } = await beside(
      ...['seed', '--organisations', '12', '--statements', '3', '--signatures', '20', '--json'],
      ...['--random-seed', 'what-is-seeded'],
    );
    expect(stderr).toBe('');
    const entered = JSON.parse(stdout) as { coalition: string };
    const size = { organisations: 12, statements: 3, signatures: 20 };
    expect(entered).toMatchObject({ ...size, randomSeed: 'what-is-seeded' });
    const query = `query ($slug: String!) { coalition(slug: $slug) {
      members(first: 50) { totalCount }
      statements(first: 5) { edges { node { signatureCount { public } signatures(first: 1) { totalCount } } } } } }`;
    const counted = async () => {
      const { coalition } = await hub.client().query<{
        coalition: {
          members: { totalCount: number };
          statements: {
            edges: { node: { signatureCount: { public: number }; signatures: { totalCount: number } } }[];
          };
        };
      }>(query, { slug: entered.coalition });
      const signed = coalition.statements.edges.map(({ node }) => node.signatures.totalCount);
      const shown = coalition.statements.edges.map(({ node }) => node.signatureCount.public);
      return { members: coalition.members.totalCount, signed: signed.sort(), shown: shown.sort() };
    };
    const expected = { members: 12, signed: [10, 4, 6], shown: [10, 4, 6] };
    await waitUntil(async () => JSON.stringify(await counted()) === JSON.stringify(expected), {
      what: 'the running hub shows what was seeded',
    });
  });

  test('the same placeholders are not entered twice', async () => {
    const seed = ['seed', '--organisations', '2', '--random-seed', 'what-is-seeded'];
    expect(await bench.command(seed, { HUB_DATA_DIR: hub.dataDir })).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: 'This hub has the placeholders of the random seed "what-is-seeded" already; take another.\n',
    });
  });

  test('projections come out the same when they are rebuilt, and the hub goes on', async () => {
    const before = await hubContents(hub.dataDir, services);
    const answer = await hub.client().ask(wholeSample);
    const { stdout } = await beside('rebuild-projections', '--json');
    const rebuilt = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { service: string; events: number });
    expect(new Set(rebuilt.map(({ service }) => service))).toEqual(new Set(services));
    expect(rebuilt.every(({ events }) => events > 0)).toBe(true);
    expect(await hubContents(hub.dataDir, services)).toEqual(before);
    expect(await hub.client().ask(wholeSample)).toEqual(answer);

    const granted = await beside('token', '--email', email, '--role', 'administrator');
    await hub.client(granted.stdout.trim()).succeed('registerOrganisation', { name: 'After the rebuild' });
    expect(await hub.get('/health/ready')).toMatchObject({ status: 200 });
  });

  test('a second hub on the same folder is refused, and the first goes on', async () => {
    const second = await bench.hub({ dataDir: hub.dataDir });
    const { code, stderr } = await second.program.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Another hub \(process \d+\) already works with the data folder .*\.\n$/m);
    expect(await hub.get('/health/ready')).toMatchObject({ status: 200 });
  });

  test('commands leave nothing running but the hub', async () => {
    expect(await hub.stop()).toMatchObject({ code: 0 });
    expect(processesBelow([hub.dataDir])).toEqual([]);
  });
});
