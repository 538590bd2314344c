import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membersAsOf } from '../src/index.js';
import { CoalitionBench } from './coalition-bench.js';

let life: CoalitionBench;

beforeAll(async () => {
  life = await CoalitionBench.start();
  const members = await Promise.all(Array.from({ length: 12 }, () => life.member()));
  for (const organisationId of members) {
    await life.appoint({ organisationId, role: 'CO_CHAIR', since: '2010-01-01' });
    await life.invite({ organisationId: await life.bench.organisation() });
  }
  for (let number = 0; number < 4; number += 1) {
    const workingGroupId = await life.group();
    for (const [index, organisationId] of members.entries()) {
      const role = index < 2 ? 'CHAIR' : 'MEMBER';
      await life.join({ workingGroupId, organisationId, role, since: '2010-01-01' });
    }
  }
  await CoalitionBench.start(life.bench);
  await life.bench.test.settled();
}, 60_000);

afterAll(() => life.stop());

/** The tables that the statements of an operation read first, by name; the end of the feed is a column. */
async function tablesRead(source: string): Promise<string[]> {
  const asking = { viewer: life.coordinator };
  const { statements, transactionControl } = await recordStatements(() =>
    life.bench.test.data(source, asking),
  );
  expect(transactionControl).toEqual([]);
  const tables = statements.map((text) => {
    const [, table] = /from "?(?!unnest|coalition_update)(\w+)"?/.exec(text) ?? [];
    return `${table}${text.includes('count(*)') ? ' (count)' : ''}`;
  });
  return tables.sort((one, other) => one.localeCompare(other));
}

describe('SQL statements', () => {
  it('are one for roles, whatever the days, and one for who holds them', async () => {
    const source = `{ coalitions { edges { node {
      now: roleTerms { role organisation { name } } then: roleTerms(asOf: "2015-01-01") { role organisation { name } }
    } } } }`;
    expect(await tablesRead(source)).toEqual(['coalition', 'organisation', 'role_term']);
  });

  it('are one per level for working groups, chairs and members, and one for the count', async () => {
    const source = `{ coalitions { edges { node { workingGroups {
      name chairs { organisation { name } } members(first: 1) { totalCount edges { node { organisation { name } } } }
    } } } } }`;
    const read = await tablesRead(source);
    const groups = 'working_group';
    expect(read.filter((table) => table.startsWith(groups))).toEqual([
      groups,
      `${groups}_membership`,
      `${groups}_membership`,
      `${groups}_membership (count)`,
    ]);
    expect(read.length).toBeLessThanOrEqual(7);
  });

  it('are one for invitations, one for their count, and one for rights', async () => {
    const source = `{ coalitions { edges { node { invitations(first: 1) {
      totalCount edges { node { state organisation { name } coalition { name } } }
    } } } } }`;
    const read = await tablesRead(source);
    expect(read.filter((table) => table.startsWith('coalition_invitation'))).toHaveLength(2);
    expect(read).toHaveLength(6);
  });
});

describe('members as of a day, for an export', () => {
  const all = async (day: string, pageSize?: number) => {
    const pages: number[] = [];
    const names: string[] = [];
    for await (const page of membersAsOf(life.bench.reads, life.coalitionId, day, pageSize)) {
      pages.push(page.length);
      names.push(...page.map(({ name }) => name));
    }
    return { pages, names };
  };

  it('come in bounded pages, by name, each once', async () => {
    const whole = await all('2024-01-01');
    expect(whole.pages).toEqual([12]);
    expect(whole.names).toEqual(whole.names.toSorted((one, other) => one.localeCompare(other)));
    const paged = await all('2024-01-01', 5);
    expect(paged).toEqual({ pages: [5, 5, 2], names: whole.names });
    expect((await all('2024-01-01', 6)).pages).toEqual([6, 6]);
  });

  it('are nobody before the first joined', async () => {
    expect(await all('1999-12-31')).toEqual({ pages: [], names: [] });
  });
});
