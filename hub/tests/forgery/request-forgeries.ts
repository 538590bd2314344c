import { createHash } from 'node:crypto';
import {
  adding,
  bytesOf,
  type CapturedMessage,
  having,
  headerOf,
  headOf,
  saying,
  without,
} from './captured-message.js';
import type { Dice } from './dice.js';
import { forgedInput, forgedSignature } from './signature-forgeries.js';
import { forgedToken } from './token-forgeries.js';

export interface Forgery {
  readonly sent: Buffer;
  /** Whether the sender says no more, though more was announced. */
  readonly andEnd?: boolean;
}

/** What a forger may have beside a captured message. */
export interface Loot {
  readonly publicKey: Record<string, unknown>;
  /** The same message as the gateway signs it at another time, for another subgraph, or with a key of another hub. */
  readonly signedOtherwise: readonly CapturedMessage[];
  /** Messages that were accepted before. */
  readonly spent: readonly CapturedMessage[];
}

type Forge = (message: CapturedMessage, dice: Dice, loot: Loot) => Forgery;

const whole = (message: CapturedMessage): Forgery => ({ sent: bytesOf(message) });

/** Header fields that the signature covers, and those that carry it. */
const covered = ['authorization', 'coalition-hub-subgraph', 'x-request-id'];
const carrying = ['signature-input', 'signature'];
const ofBody = ['content-digest', 'content-type'];

const digestOf = (body: Buffer, algorithm = 'sha256') => createHash(algorithm).update(body).digest('base64');

/** For messages with and without a body. */
export const anyForgeries: Readonly<Record<string, Forge>> = {
  unsigned: (message, dice) =>
    whole(without(message, ...dice.of([carrying, ['signature'], ['signature-input']]))),
  'a field missing': (message, dice) => whole(without(message, dice.of(covered))),
  'a field altered': (message, dice) => {
    const name = dice.of(covered);
    return whole(having(message, name, dice.altered(headerOf(message, name))));
  },
  'a field twice': (message, dice) => {
    const name = dice.of([...covered, ...carrying]);
    const value = headerOf(message, name);
    const another = [name, dice.of([value, dice.altered(value), ''])] as const;
    const headers = dice.of([
      [...message.headers, another],
      [another, ...message.headers],
    ]);
    return whole({ ...message, headers });
  },
  'another token': (message, dice, { publicKey }) =>
    whole(having(message, 'authorization', forgedToken(headerOf(message, 'authorization'), publicKey, dice))),
  'another method': (message, dice) => {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'BREW'];
    return whole({ ...message, method: dice.of(methods.filter((method) => method !== message.method)) });
  },
  'another path': (message, dice) => {
    const targets = [
      '/graphql/',
      '//graphql',
      '/GRAPHQL',
      '/graphq%6c',
      '/',
      '/metrics',
      '/%',
      '/%zz',
      '*',
      '',
    ];
    const query = `${message.target}?${dice.of(['', 'a=1', 'query={__typename}'])}`;
    const absolute = `http://127.0.0.1${message.target}`;
    return whole({ ...message, target: dice.of([...targets, query, absolute, `${message.target}#x`]) });
  },
  'other parameters': (message, dice) => whole(forgedInput(message, dice)),
  'another signature': (message, dice) => whole(forgedSignature(message, dice)),
  'signed otherwise': (_message, dice, { signedOtherwise }) => whole(dice.of(signedOtherwise)),
  'fields of another message': (message, dice, { spent, signedOtherwise }) => {
    const name = dice.of(['authorization', ...carrying]);
    const values = [...spent, ...signedOtherwise].map((each) => headerOf(each, name));
    // Two tokens of one second may be the same.
    return whole(having(message, name, dice.of(values.filter((value) => value !== headerOf(message, name)))));
  },
  replayed: (message, dice, { spent }) =>
    spent.length > 0 ? whole(dice.of(spent)) : whole(without(message, 'signature')),
  'huge header fields': (message, dice) => {
    const many = Array.from({ length: 3_000 }, (_, index) => [`x-${index}`, 'y'] as const);
    const long = [['x-long', 'y'.repeat(20_000 + dice.below(100_000))] as const];
    return whole(adding(message, ...dice.of([many, long])));
  },
  'an ending within the head': (message, dice) => {
    const head = Buffer.from(headOf(message), 'latin1');
    return { sent: head.subarray(0, 1 + dice.below(head.length - 1)), andEnd: true };
  },
  'what is not HTTP': (message, dice) => {
    const text = headOf(message);
    const others = [
      text.replace('HTTP/1.1', dice.of(['HTTP/1.9', 'HTTP', 'FTP/1.1'])),
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      text.replace('\r\n', '\r\nno colon here\r\n'),
      text.replace('\r\n', '\r\n : no name\r\n'),
      text.replace('authorization:', 'authorization :'),
      text.replace('authorization: ', 'authorization: \r\n '),
      text.replace('\r\n', '\r\nx\u0000y: z\r\n'),
      `\u0016\u0003\u0001${text}`,
    ];
    return { sent: Buffer.concat([Buffer.from(dice.of(others), 'latin1'), message.body]), andEnd: true };
  },
};

/** For messages with a body. */
export const bodyForgeries: Readonly<Record<string, Forge>> = {
  'another body': (message, dice) => {
    const { body } = message;
    const others = [
      dice.flipped(body),
      Buffer.concat([body, Buffer.from(dice.of([' ', '\n', '\0', '{}']))]),
      Buffer.from(JSON.stringify({ query: '{ __typename }' })),
      Buffer.from(JSON.stringify({ ...JSON.parse(body.toString()), extensions: {} })),
      Buffer.alloc(0),
      Buffer.alloc(dice.below(100_000), 'x'),
    ];
    return whole(saying(message, dice.of(others)));
  },
  'another body with its digest': (message, dice) => {
    const body = Buffer.from(JSON.stringify({ query: `{ __typename a${dice.below(9)}: __typename }` }));
    return whole(having(saying(message, body), 'content-digest', `sha-256=:${digestOf(body)}:`));
  },
  'another digest': (message, dice) => {
    const digest = headerOf(message, 'content-digest');
    const others = [
      dice.altered(digest),
      `${digest}, ${digest}`,
      `sha-512=:${digestOf(message.body, 'sha512')}:`,
      digest.replace('sha-256', 'SHA-256'),
      '',
    ];
    return whole(having(message, 'content-digest', dice.of(others)));
  },
  'fields of the body': (message, dice) => {
    const name = dice.of(ofBody);
    const value = headerOf(message, name);
    const changed = having(message, name, dice.altered(value));
    return whole(dice.of([without(message, name), adding(message, [name, value]), changed]));
  },
  'smuggled lengths': (message, dice) => {
    const length = message.body.length;
    const others = [
      adding(message, ['transfer-encoding', 'chunked']),
      adding(message, ['transfer-encoding', 'identity']),
      adding(message, ['content-length', String(length + 1)]),
      having(message, 'content-length', String(dice.below(length))),
      having(message, 'content-length', `+${length}`),
      having(message, 'content-length', '-1'),
      having(message, 'content-length', '99999999999999999999'),
      having(message, 'content-length', String(21 * 1024 * 1024)),
      without(message, 'content-length'),
      adding(message, ['content-encoding', dice.of(['gzip', 'identity', 'br', ''])]),
      adding(message, ['expect', dice.of(['100-continue', 'nothing'])]),
      adding(message, ['connection', 'upgrade'], ['upgrade', dice.of(['h2c', 'websocket'])]),
    ];
    return { sent: bytesOf(dice.of(others)), andEnd: true };
  },
  'an ending within the body': (message, dice) => ({
    sent: bytesOf({ ...message, body: message.body.subarray(0, dice.below(message.body.length)) }),
    andEnd: true,
  }),
};
