import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createPlanning, type Planning, type PlanningLimits } from '../src/planning/planning.js';
import { supergraphSdl } from './federation/federated-world.js';
import { afterwards, startToyGateway, until } from './toy-gateway.js';

const limits: PlanningLimits = {
  planTimeoutMs: 20_000,
  maxWaitingPlans: 100,
  planPatienceMs: 20_000,
  plannerIdleMs: 60_000,
};

/** Found among generated operations; the gateway decides conditions first, and then it is harmless. */
const killer =
  '{ mustPerson { __typename made { ... on Film { score: score } ... on Book { shipping pages } ' +
  '... on Media { score @skip(if: true) score } } } }';

const harmless = '{ mustPerson { name } }';

function openPlanning(changes: Partial<PlanningLimits> = {}, sdl = supergraphSdl) {
  const logged: object[] = [];
  const log = {
    error: (fields: object) => logged.push(fields),
    warn: () => undefined,
    info: () => undefined,
  };
  const planning = createPlanning(sdl, { ...limits, ...changes }, log);
  afterwards(() => planning.close());
  return { planning, logged };
}

/** @returns `planned`, or the code of the refusal */
async function outcomeOf(planning: Planning, text: string): Promise<unknown> {
  return planning.plan(text).then(
    (plan) => (plan ? 'planned' : 'nothing to plan'),
    (error: { message: string; extensions?: { code: string } }) => error.extensions?.code ?? error.message,
  );
}

function pidOf(planning: Planning): number {
  const pid = planning.pid();
  if (pid === undefined) throw new Error('no planner runs');
  return pid;
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('a planner in a process of its own', () => {
  test('plans, one after the other, and says what it has against an operation', async () => {
    const { planning, logged } = openPlanning();
    const asked = [harmless, '{ nothing }', '{ mustPerson { born } }', '{'];
    const outcomes = await Promise.all(asked.map((text) => outcomeOf(planning, text)));
    expect(outcomes).toEqual([
      'planned',
      expect.stringContaining('nothing'),
      'planned',
      expect.stringContaining('parse'),
    ]);
    expect([planning.faults(), logged]).toEqual([[], []]);
  });

  test('breaks down over an operation, which is refused from then on; all others are planned', async () => {
    const { planning, logged } = openPlanning();
    await outcomeOf(planning, harmless);
    const first = pidOf(planning);
    const others = Array.from({ length: 20 }, (_, index) => `{ a${index}: mustPerson { name } }`);
    const asked = [...others.slice(0, 10), killer, ...others.slice(10), killer];
    const outcomes = await Promise.all(asked.map((text) => outcomeOf(planning, text)));
    expect(outcomes).toEqual(asked.map((text) => (text === killer ? 'OPERATION_UNPLANNABLE' : 'planned')));
    const second = pidOf(planning);
    expect(second).not.toBe(first);
    expect(await outcomeOf(planning, killer)).toBe('OPERATION_UNPLANNABLE');
    expect(await outcomeOf(planning, harmless)).toBe('planned');
    expect(pidOf(planning)).toBe(second);
    expect(logged).toEqual([{ operation: expect.any(String), length: killer.length }]);
  });

  test('breaks down over and over, and others are planned all the same', async () => {
    const { planning } = openPlanning();
    const killers = Array.from({ length: 6 }, (_, index) => killer.replace('{ must', `{ k${index}: must`));
    const asked = killers.flatMap((text) => [text, harmless]);
    const outcomes = await Promise.all(asked.map((text) => outcomeOf(planning, text)));
    expect(outcomes).toEqual(killers.flatMap(() => ['OPERATION_UNPLANNABLE', 'planned']));
  });

  test('is killed while it has nothing to do, and while it plans: nobody notices', async () => {
    const { planning, logged } = openPlanning();
    await outcomeOf(planning, harmless);
    process.kill(pidOf(planning), 'SIGKILL');
    expect(await outcomeOf(planning, harmless)).toBe('planned');
    const pid = pidOf(planning);
    process.kill(pid, 'SIGSTOP');
    const asked = [outcomeOf(planning, harmless), outcomeOf(planning, '{ mustPerson { born } }')];
    process.kill(pid, 'SIGKILL');
    expect(await Promise.all(asked)).toEqual(['planned', 'planned']);
    expect(logged).toEqual([]);
  });

  test('that does not come to an end is ended, and the operation refused', async () => {
    const { planning, logged } = openPlanning({ planTimeoutMs: 300 });
    await outcomeOf(planning, harmless);
    process.kill(pidOf(planning), 'SIGSTOP');
    const asked = [outcomeOf(planning, '{ mustPerson { born } }'), outcomeOf(planning, harmless)];
    expect(await Promise.all(asked)).toEqual(['OPERATION_UNPLANNABLE', 'planned']);
    expect(logged).toHaveLength(1);
  });

  test('is asked by a bounded number, for a bounded time', async () => {
    const { planning } = openPlanning({ maxWaitingPlans: 2, planPatienceMs: 200 });
    await outcomeOf(planning, harmless);
    const pid = pidOf(planning);
    process.kill(pid, 'SIGSTOP');
    const [first, ...waiting] = Array.from({ length: 4 }, () => outcomeOf(planning, harmless));
    expect(await Promise.all(waiting)).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']);
    process.kill(pid, 'SIGCONT');
    expect(await first).toBe('planned');
  });

  test('without work gives its memory back, and comes again when there is some', async () => {
    const { planning } = openPlanning({ plannerIdleMs: 50 });
    expect(await outcomeOf(planning, harmless)).toBe('planned');
    await until(() => planning.pid() === undefined, 'the planner rests');
    expect(await outcomeOf(planning, harmless)).toBe('planned');
  });

  test('ends when it is closed, and who waits is told', async () => {
    const { planning } = openPlanning();
    await outcomeOf(planning, harmless);
    const pid = pidOf(planning);
    process.kill(pid, 'SIGSTOP');
    const asked = [outcomeOf(planning, harmless), outcomeOf(planning, harmless)];
    await planning.close();
    expect(await Promise.all(asked)).toEqual(['UNAVAILABLE', 'UNAVAILABLE']);
    expect([lives(pid), await outcomeOf(planning, harmless)]).toEqual([false, 'UNAVAILABLE']);
  });

  test('is not ended by what a terminal sends to all', async () => {
    const { planning } = openPlanning();
    await outcomeOf(planning, harmless);
    const pid = pidOf(planning);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(pid, signal);
    expect([await outcomeOf(planning, harmless), pidOf(planning)]).toEqual(['planned', pid]);
  });

  test('ends with the process that it plans for, also when that is killed', async () => {
    const script = `import { createPlanning } from ${JSON.stringify(built)};
      const planning = createPlanning(${JSON.stringify(supergraphSdl)}, ${JSON.stringify(limits)}, console);
      await planning.plan(${JSON.stringify(harmless)});
      console.log(planning.pid());
      setInterval(() => undefined, 1_000);`;
    const gateway = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: {},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(gateway.stdout, 'data');
    const pid = Number(said);
    expect(lives(pid)).toBe(true);
    gateway.kill('SIGKILL');
    await until(() => !lives(pid), 'the planner has ended', 10_000);
  });

  test('has no use for what is no supergraph, and says so', async () => {
    const { planning, logged } = openPlanning({}, 'type Query { nothing: Int } not a schema');
    expect(await outcomeOf(planning, harmless)).toBe('UNAVAILABLE');
    expect(planning.faults()).toEqual(['operations cannot be planned']);
    expect(logged.length).toBeGreaterThan(0);
  });
});

const built = join(import.meta.dirname, '..', 'dist', 'planning', 'planning.js');

test('a gateway answers while its planner is ended again and again', async () => {
  const { gateway, post } = await startToyGateway();
  for (let turn = 0; turn < 3; turn += 1) {
    const { status, body } = await post(`{ a${turn}: books { title } }`);
    expect([status, body.errors]).toEqual([200, undefined]);
    const pid = gateway.plannerPid();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  }
});
