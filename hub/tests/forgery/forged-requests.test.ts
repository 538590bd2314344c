import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { bytesOf, type CapturedMessage } from './captured-message.js';
import { Dice } from './dice.js';
import { ForgeryGround } from './forgery-ground.js';
import { exchange } from './raw-exchange.js';
import { refusal } from './refusal.js';
import { anyForgeries, bodyForgeries, type Forgery } from './request-forgeries.js';

jest.setTimeout(180_000);

const wanted = Number(process.env['FORGERIES'] ?? 2_000);
/** Forgeries of one captured request, which has not been spent while they are tried. */
const perCapture = 50;

let ground: ForgeryGround;

beforeAll(async () => {
  ground = await ForgeryGround.open();
});
afterAll(() => ground?.close());

const kinds = Object.entries({ ...anyForgeries, ...bodyForgeries });

test(`${wanted} forged requests straight to a subgraph: none is let in, all get the same bytes`, async () => {
  const dice = new Dice(Number(process.env['SEED'] ?? Date.now() % 1_000_000_000));
  const spent: CapturedMessage[] = [];
  const tried = new Map<string, number>();
  const before = await ground.letIn();
  const began = performance.now();
  for (let count = 0, turn = 0; count < wanted; turn += 1) {
    const message = await ground.caughtRequest(`nobody-${turn}`);
    const loot = {
      publicKey: ground.publicKey,
      spent,
      signedOtherwise: await ground.signedOtherwise(message),
    };
    const forgeries = Array.from({ length: Math.min(perCapture, wanted - count) }, (_, index) => {
      const [kind, forge] = kinds[(count + index) % kinds.length] ?? raise('no kinds');
      tried.set(kind, (tried.get(kind) ?? 0) + 1);
      return { kind, ...forge(message, dice, loot) };
    });
    await inTurns(forgeries, async (forgery) => expectRefused(forgery, dice.seed));
    count += forgeries.length;
    const answer = await exchange(ground.port, closing(message));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\{"data":\{"organisation":null\}\}\n$/);
    expect(await exchange(ground.port, bytesOf(message))).toBe(refusal);
    if (spent.push(message) > 20) spent.shift();
  }
  const genuine = Math.ceil(wanted / perCapture);
  expect((await ground.letIn()) - before).toBe(genuine);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.info(
    `${wanted} forged requests of ${tried.size} kinds, seed ${dice.seed}: none let in; ${genuine} genuine ones, each once; ${seconds} s`,
  );
});

test('of twenty copies that arrive at once exactly one is let in', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    const message = closing(await ground.caughtRequest(`racing-${turn}`));
    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange(ground.port, message)));
    expect(answers.filter((answer) => answer.startsWith('HTTP/1.1 200 OK'))).toHaveLength(1);
    expect(answers.filter((answer) => answer === refusal)).toHaveLength(19);
  }
});

async function expectRefused({ kind, sent, andEnd }: Forgery & { kind: string }, seed: number) {
  const answer = await exchange(ground.port, sent, { andEnd: andEnd ?? false });
  if (answer === refusal) return;
  throw new Error(
    `seed ${seed}, ${kind}: ${JSON.stringify(answer)} to ${JSON.stringify(sent.subarray(0, 3_000).toString('latin1'))}`,
  );
}

/** The genuine message on a connection that ends with its answer; how long a connection stays is not signed. */
function closing(message: CapturedMessage): Buffer {
  return bytesOf({
    ...message,
    headers: message.headers.map(([name, value]) => [
      name,
      name.toLowerCase() === 'connection' ? 'close' : value,
    ]),
  });
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 10 }, worker));
}

function raise(message: string): never {
  throw new Error(message);
}
