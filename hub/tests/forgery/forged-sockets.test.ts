import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { bytesOf, type CapturedMessage, having, without } from './captured-message.js';
import type { CapturedSocket } from './catcher.js';
import { Dice } from './dice.js';
import { ForgeryGround } from './forgery-ground.js';
import { exchange } from './raw-exchange.js';
import { refusal } from './refusal.js';
import { anyForgeries } from './request-forgeries.js';
import { forgedToken } from './token-forgeries.js';

jest.setTimeout(120_000);

const wanted = 500;
const perCapture = 10;

let ground: ForgeryGround;

beforeAll(async () => {
  ground = await ForgeryGround.open();
});
afterAll(() => ground?.close());

type Payload = Readonly<Record<string, string>>;

const payloadOf = ({ init }: CapturedSocket) => (JSON.parse(init) as { payload: Payload }).payload;

/** What may stand in `connection_init` instead, on a socket that the gateway opened. */
const forgedInits: readonly ((own: CapturedSocket, other: CapturedSocket, dice: Dice) => unknown)[] = [
  () => undefined,
  () => ({}),
  (_own, other) => payloadOf(other),
  (own) => ({ authorization: payloadOf(own)['authorization'] }),
  (own, _other, dice) => {
    const payload = payloadOf(own);
    const name = dice.of(Object.keys(payload));
    return { ...payload, [name]: dice.altered(payload[name] ?? '') };
  },
  (own, _other, dice) => {
    const payload = payloadOf(own);
    const { [dice.of(Object.keys(payload))]: _left, ...rest } = payload;
    return rest;
  },
  (own, other, dice) => {
    const name = dice.of(['signature', 'signature-input', 'coalition-hub-socket']);
    return { ...payloadOf(own), [name]: payloadOf(other)[name] };
  },
  (own, _other, dice) => {
    const { authorization = '' } = payloadOf(own);
    return { ...payloadOf(own), authorization: forgedToken(authorization, ground.publicKey, dice) };
  },
  ({ upgrade }) => Object.fromEntries(upgrade.headers),
];

test(`${wanted} forged requests for a socket, and first messages: none is let in`, async () => {
  const dice = new Dice(Number(process.env['SEED'] ?? Date.now() % 1_000_000_000));
  const kinds = Object.entries(anyForgeries);
  const spent: CapturedMessage[] = [];
  const before = await ground.letIn();
  let genuine = 0;
  for (let count = 0; count < wanted; count += perCapture) {
    const socket = await ground.caughtSocket();
    const other = await ground.caughtSocket();
    const { upgrade } = socket;
    const loot = {
      publicKey: ground.publicKey,
      spent,
      signedOtherwise: await ground.signedOtherwise(upgrade),
    };
    for (let index = 0; index < perCapture - 1; index += 1) {
      const [kind, forge] = dice.of(kinds);
      const { sent, andEnd = false } = forge(upgrade, dice, loot);
      const answer = await exchange(ground.port, sent, { andEnd });
      if (answer !== refusal)
        throw new Error(`seed ${dice.seed}, ${kind}: ${JSON.stringify([answer, String(sent)])}`);
    }
    const forged = dice.of(forgedInits)(socket, other, dice);
    expect(await closingOf(upgrade, forged)).toEqual({
      code: 4403,
      reason: 'Forbidden',
      acknowledged: false,
    });
    genuine += 1;
    expect(await exchange(ground.port, bytesOf(upgrade))).toBe(refusal);
    if (spent.push(upgrade) > 20) spent.shift();
  }
  expect((await ground.letIn()) - before).toBe(genuine);
  console.info(`${wanted} forged sockets, seed ${dice.seed}: none let in`);
});

test('the genuine one is let in, once', async () => {
  const socket = await ground.caughtSocket();
  expect(await closingOf(socket.upgrade, payloadOf(socket))).toMatchObject({
    acknowledged: true,
    code: 1000,
  });
  expect(await exchange(ground.port, bytesOf(socket.upgrade))).toBe(refusal);
  const another = await ground.caughtSocket();
  expect(await closingOf(another.upgrade, payloadOf(socket))).toMatchObject({
    acknowledged: false,
    code: 4403,
  });
});

test.each([
  ['another version of WebSocket', 'sec-websocket-version', '7'],
  ['a key that is none', 'sec-websocket-key', 'short'],
])('%s gets the same bytes', async (_what, name, value) => {
  const { upgrade } = await ground.caughtSocket();
  expect(await exchange(ground.port, bytesOf(having(upgrade, name, value)))).toBe(refusal);
});

/** Opens a socket by a captured request, says `connection_init`, and tells how it ended. */
function closingOf({ headers, target }: CapturedMessage, payload: unknown) {
  const own = ['host', 'connection', 'upgrade', 'sec-websocket-key', 'sec-websocket-version'];
  const kept = without(
    { headers, target, method: 'GET', body: Buffer.alloc(0) },
    ...own,
    'sec-websocket-protocol',
  );
  return new Promise<{ code: number; reason: string; acknowledged: boolean }>((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${ground.port}${target}`, 'graphql-transport-ws', {
      headers: Object.fromEntries(kept.headers),
    });
    let acknowledged = false;
    socket.on('error', reject);
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload, id: randomUUID() })),
    );
    socket.on('message', () => {
      acknowledged = true;
      socket.close(1000);
    });
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason), acknowledged }));
  });
}
