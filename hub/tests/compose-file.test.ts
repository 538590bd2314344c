import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

interface Service {
  readonly image: string;
  readonly command?: string[];
  readonly environment: Record<string, string>;
  readonly healthcheck?: { readonly test: string[] };
  readonly ports?: string[];
  readonly volumes: string[];
  readonly networks: string[];
  readonly [option: string]: unknown;
}

interface ComposeFile {
  readonly services: Record<'postgres' | 'hub', Service>;
  readonly volumes: Record<string, null>;
  readonly networks: Record<string, { readonly internal: boolean } | null>;
}

const root = new URL('../../', import.meta.url);
const dockerfile = await readFile(new URL('Dockerfile', root), 'utf8');
const compose = parse(await readFile(new URL('docker-compose.yml', root), 'utf8')) as ComposeFile;
const { postgres, hub } = compose.services;
const services = Object.entries(compose.services);
const settings = services.flatMap(([service, { environment }]) =>
  Object.entries(environment).map(([name, value]) => ({ service, name, value })),
);

describe('secrets', () => {
  const required = /^\$\{[A-Z_]+:\?[^}]+\}$/;
  const fromOutside = /^\$\{[A-Z_]+\}$/;

  test.each(settings.filter(({ name }) => /PASSWORD|SECRET|TOKEN|KEY/.test(name)))(
    '$service gets $name from outside, or says what to do',
    ({ value }) => {
      expect(value).toMatch(required);
    },
  );

  test.each(settings.filter(({ value }) => value.includes('://') && value.includes('@')))(
    '$service gets the password in $name from outside',
    ({ value }) => {
      const password = /^\w+:\/\/\w+:(?<password>.*)@[^@]+$/.exec(value)?.groups?.['password'];
      expect(password).toMatch(fromOutside);
    },
  );

  test('the Dockerfile sets none', () => {
    expect(dockerfile).not.toMatch(/^(ENV|ARG) .*(PASSWORD|SECRET|TOKEN|KEY|URL)/m);
  });
});

describe('images', () => {
  test.each(services)('that of %s names a major version', (_name, { image }) => {
    expect(image).toMatch(/^[a-z-]+:\d+/);
  });

  test('so do those that the Dockerfile builds on, and none runs as root', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set(['node:24-slim']));
    expect(dockerfile.slice(dockerfile.lastIndexOf('FROM '))).toMatch(/^USER node$/m);
    expect(postgres['user']).toBe('postgres');
  });
});

describe('running', () => {
  test.each(services)('%s has a health check, and comes back unless stopped', (_name, service) => {
    expect(service.healthcheck?.test[0]).toBe('CMD');
    expect(service['restart']).toBe('unless-stopped');
  });

  test.each(services)('%s has no rights that it does not need', (_name, service) => {
    expect(service['cap_drop']).toEqual(['ALL']);
    expect(service['security_opt']).toEqual(['no-new-privileges:true']);
    expect(service['privileged']).toBeUndefined();
  });

  test('the hub waits for a healthy database', () => {
    expect(hub['depends_on']).toEqual({ postgres: { condition: 'service_healthy' } });
  });

  test('the hub starts as its image does, and is asked in the same way whether it is ready', () => {
    const [healthcheck, command] = [...dockerfile.matchAll(/^\s*CMD (\[.*\])$/gm)].map(([, json]) =>
      JSON.parse(json ?? ''),
    );
    expect(hub.command).toEqual(command);
    // Compose replaces ${…} in its own file and writes "$$" for a "$".
    const test = hub.healthcheck?.test.map((word) => word.replaceAll('$$', '$'));
    expect(test).toEqual(['CMD', ...healthcheck]);
  });
});

describe('what can be reached and what is kept', () => {
  test('only the hub is published, on this machine alone unless told otherwise', () => {
    expect(hub.ports).toHaveLength(1);
    expect(hub.ports?.[0]).toMatch(/^\$\{HUB_PUBLISH:-127\.0\.0\.1:4000\}:4000$/);
    expect(postgres.ports).toBeUndefined();
  });

  test('the database is on an inner network only', () => {
    expect(postgres.networks).toEqual(['database']);
    expect(compose.networks['database']).toEqual({ internal: true });
    expect(hub.networks).toContain('database');
  });

  test.each(services)('%s keeps its data in named volumes', (_name, { volumes }) => {
    const kept = volumes.filter((volume) => !volume.endsWith(':ro'));
    const names = kept.map((volume) => volume.split(':')[0] ?? '');
    expect(Object.keys(compose.volumes)).toEqual(expect.arrayContaining(names));
  });

  test('the folders are those that the images keep data in', () => {
    const closing = 'close-shared-databases.sql';
    expect(postgres.volumes).toEqual([
      'postgres-data:/var/lib/postgresql',
      `./docker/${closing}:/docker-entrypoint-initdb.d/${closing}:ro`,
    ]);
    expect(hub.volumes).toEqual([`hub-data:${hub.environment['HUB_DATA_DIR']}`]);
    expect(dockerfile).toContain(`--owner=node --group=node --mode=0700 ${hub.environment['HUB_DATA_DIR']}`);
  });
});
