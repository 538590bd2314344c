import type { Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonRole } from '../src/index.js';
import { AccessBench } from './access-bench.js';
import { idOf, strangeIds, Workbench } from './workbench.js';

let access: AccessBench;
let bench: Workbench;
let coalitionId: string;
let elsewhereId: string;
let people: Record<string, Viewer>;

beforeAll(async () => {
  access = await AccessBench.start();
  bench = access.bench;
  const [own, elsewhere] = [await bench.coordinated(), await bench.coordinated()];
  coalitionId = own.coalitionId;
  elsewhereId = elsewhere.coalitionId;
  people = { administrator: bench.administrator, coordinator: own.coordinator };
  for (const role of lesser) {
    people[role] = await bench.grantAsOwner(access.email(), PersonRole[role], coalitionId);
  }
  people['coordinator elsewhere'] = elsewhere.coordinator;
});

afterAll(() => bench.stop());

const lesser = ['OFFICER', 'EDITOR', 'TRANSLATOR', 'OBSERVER'] as const;

const roleOf = async (role: string, coalition: string | null = coalitionId) => {
  const input = { email: access.email(), role, ...(coalition && { coalitionId: coalition }) };
  return idOf((await bench.answer('grantRole', input)).role);
};

describe.each([...lesser])('the role of %s', (role) => {
  it('is given and taken by administrators and coordinators of the coalition, and by nobody else', async () => {
    for (const [person, viewer] of Object.entries(people)) {
      const may = person === 'administrator' || person === 'coordinator';
      const email = access.email();
      const roleId = await roleOf(role);
      const before = await bench.stored();
      const outcomes = [
        await access.outcome('grantRole', { email, role, coalitionId }, viewer),
        await access.outcome('revokeRole', { roleId }, viewer),
      ];
      expect([person, ...outcomes]).toEqual([person, ...Array(2).fill(may ? 'done' : 'FORBIDDEN')]);
      if (!may) expect(await bench.stored()).toEqual(before);
    }
    expect(await access.outcome('grantRole', { email: access.email(), role, coalitionId }, null)).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('needs a coalition, and is shown to its person', async () => {
    const email = access.email();
    expect(await bench.answer('grantRole', { email, role })).toMatchObject({ field: 'coalitionId' });
    await bench.answer('grantRole', { email, role, coalitionId });
    expect(
      await bench.test.data('{ viewer { roles { role coalition { id } } } }', {
        viewer: access.viewer(email),
      }),
    ).toEqual({ viewer: { roles: [{ role, coalition: { id: coalitionId } }] } });
  });
});

describe('a coordinator', () => {
  it('makes and unmakes neither coordinators nor administrators, nor anybody elsewhere', async () => {
    const { coordinator } = people;
    const inputs = [
      { role: 'COORDINATOR', coalitionId },
      { role: 'ADMINISTRATOR' },
      { role: 'ADMINISTRATOR', coalitionId },
      { role: 'EDITOR', coalitionId: elsewhereId },
    ];
    for (const input of inputs) {
      const outcome = await access.outcome(
        'grantRole',
        { email: access.email(), ...input },
        coordinator ?? null,
      );
      expect(outcome).toBe('FORBIDDEN');
    }
    const ids = [
      await roleOf('COORDINATOR'),
      await roleOf('ADMINISTRATOR', null),
      await roleOf('EDITOR', elsewhereId),
      ...strangeIds,
    ];
    for (const roleId of ids) {
      expect(await access.outcome('revokeRole', { roleId }, coordinator ?? null)).toBe('FORBIDDEN');
    }
  });
});

describe('administrators of the hub', () => {
  const administrator = async () => {
    const email = access.email();
    const roleId = idOf((await bench.answer('grantRole', { email, role: 'ADMINISTRATOR' })).role);
    return { roleId, viewer: access.viewer(email) };
  };

  it('are not both gone when two dismiss each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await administrator(), await administrator()];
      await bench.test.settled();
      const outcomes = await Promise.all([
        access.outcome('revokeRole', { roleId: other.roleId }, one.viewer),
        access.outcome('revokeRole', { roleId: one.roleId }, other.viewer),
      ]);
      expect(outcomes.toSorted()).toEqual(['FORBIDDEN', 'done']);
    }
  });

  it('do not leave the hub without one', async () => {
    const { roles } = (
      await bench.test.data<{ viewer: { roles: { id: string }[] } }>('{ viewer { roles { id } } }', {
        viewer: bench.administrator,
      })
    ).viewer;
    const [own] = roles;
    const others = await bench.reads
      .selectFrom('role')
      .select('id')
      .where('role', '=', 'ADMINISTRATOR')
      .where('revoked_at', 'is', null)
      .where('id', '<>', own?.id ?? '')
      .execute();
    for (const { id: roleId } of others) await bench.answer('revokeRole', { roleId });
    const before = await bench.stored();
    expect(await bench.answer('revokeRole', { roleId: own?.id })).toMatchObject({
      __typename: 'LastAdministrator',
      message: expect.stringContaining('this hub'),
    });
    expect(await bench.stored()).toEqual(before);
    await administrator();
    expect(await access.outcome('revokeRole', { roleId: own?.id }, bench.administrator)).toBe('done');
  });
});
