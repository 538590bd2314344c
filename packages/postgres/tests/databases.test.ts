import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, type PostgresServer, startPostgres } from '@coalition-hub/postgres';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { query } from './workbench.js';

let dataDir: string;
let server: PostgresServer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coalition-hub-postgres-'));
  server = await startPostgres({ dataDir, settings: { fsync: 'off' } });
});

afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true });
});

function owned(name: string, password = `of ${name}`.replace(' ', '-')) {
  return { database: name, role: name, password };
}

function elsewhere(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

test('each role works in its own database and is refused in every other', async () => {
  const names = ['statements', 'signatories', 'events'];
  const urls = await Promise.all(names.map((name) => ensureDatabase(server.url, owned(name))));
  for (const [index, url] of urls.entries()) {
    const own = names[index];
    expect(await query(url, 'SELECT current_user, current_database()')).toEqual([
      { current_user: own, current_database: own },
    ]);
    for (const other of names.filter((name) => name !== own)) {
      await expect(query(elsewhere(url, other), 'SELECT 1')).rejects.toMatchObject({ code: '42501' });
    }
  }
});

test('the owner adds the trusted extensions, and trigrams see letters of every script', async () => {
  const url = await ensureDatabase(server.url, owned('texts'));
  await query(url, 'CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent');
  for (const word of ['Müller', 'Ассамблея', 'الجمعية']) {
    expect(await query(url, `SELECT cardinality(show_trgm('${word}')) > 3 AS seen`)).toEqual([
      { seen: true },
    ]);
  }
  expect(await query(url, "SELECT unaccent('Mélilla') AS plain")).toEqual([{ plain: 'Melilla' }]);
});

test('text compares by code point, has the case rules of Unicode, and sorts for people on request', async () => {
  const url = await ensureDatabase(server.url, owned('texts'));
  expect(
    await query(
      url,
      "SELECT 'Z' < 'a' AS by_code, 'a' < 'É' COLLATE \"und-x-icu\" AS for_people, lower('ÉĞ') AS low",
    ),
  ).toEqual([{ by_code: true, for_people: true, low: 'éğ' }]);
});

test('many at once make one database, and a repetition keeps its content', async () => {
  const wanted = owned('raced');
  const urls = await Promise.all(Array.from({ length: 8 }, () => ensureDatabase(server.url, wanted)));
  expect(new Set(urls).size).toBe(1);
  const url = urls[0] ?? '';
  await query(url, 'CREATE TABLE kept AS SELECT 1 AS one');
  expect(await ensureDatabase(server.url, wanted)).toBe(url);
  expect(await query(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
});

test('a new password replaces the old one', async () => {
  const before = await ensureDatabase(server.url, owned('moved', 'before'));
  const after = await ensureDatabase(server.url, owned('moved', 'after@/:%'));
  expect(await query(after, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await expect(query(before, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('an administrator with no more than CREATEDB and CREATEROLE is enough', async () => {
  await query(server.url, "CREATE ROLE landlord LOGIN CREATEDB CREATEROLE PASSWORD 'landlord'");
  const admin = Object.assign(new URL(server.url), { username: 'landlord', password: 'landlord' }).href;
  const url = await ensureDatabase(admin, owned('let'));
  await query(url, 'CREATE EXTENSION pg_trgm; CREATE TABLE mine (id int)');
  expect(await ensureDatabase(admin, owned('let', 'changed'))).not.toBe(url);
  const stranger = await ensureDatabase(server.url, owned('stranger'));
  await expect(query(elsewhere(stranger, 'let'), 'SELECT 1')).rejects.toMatchObject({ code: '42501' });
});

test('a database of another role is not taken', async () => {
  await ensureDatabase(server.url, owned('first'));
  await expect(
    ensureDatabase(server.url, { database: 'first', role: 'second', password: 'second' }),
  ).rejects.toMatchObject({
    code: 'database-taken',
    message: expect.stringMatching(/belongs to the role first.*choose another name\.$/),
  });
});

test('names that need quoting are quoted', async () => {
  const odd = { database: 'a "b" %', role: "o'role é", password: '\'"%@:/?#' };
  const url = await ensureDatabase(server.url, odd);
  expect(await query(url, 'SELECT current_user, current_database()')).toEqual([
    { current_user: odd.role, current_database: odd.database },
  ]);
});

test('a role that could not log in can afterwards', async () => {
  await query(server.url, 'CREATE ROLE sleeper NOLOGIN');
  expect(await query(await ensureDatabase(server.url, owned('sleeper')), 'SELECT 1 AS one')).toEqual([
    { one: 1 },
  ]);
});
