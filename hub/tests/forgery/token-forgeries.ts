import { createHmac } from 'node:crypto';
import type { Dice } from './dice.js';

type Json = Record<string, unknown>;

const encoded = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;

/** Other tokens than the one in an `authorization`, none of them signed by the gateway. */
export function forgedToken(authorization: string, publicKey: Json, dice: Dice): string {
  const [head = '', claims = '', signature = ''] = authorization.replace('Bearer ', '').split('.');
  const header = decoded(head);
  const payload = decoded(claims);
  const hmac = (secret: string | Buffer) => {
    const text = `${encoded({ ...header, alg: 'HS256' })}.${claims}`;
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  };
  const bearers: readonly (() => string)[] = [
    () => `${encoded({ ...header, alg: 'none' })}.${claims}.`,
    () => `${encoded({ ...header, alg: 'none' })}.${claims}.${signature}`,
    () => hmac(Buffer.from(String(publicKey['x']), 'base64url')),
    () => hmac(JSON.stringify(publicKey)),
    () => `${encoded({ ...header, kid: dice.altered(String(header['kid'])) })}.${claims}.${signature}`,
    () => `${encoded({ ...header, jwk: publicKey })}.${claims}.${signature}`,
    () => `${encoded({ ...header, crit: ['exp'] })}.${claims}.${signature}`,
    () => `${head}.${encoded({ ...payload, sub: 'administrator', sid: 'session' })}.${signature}`,
    () => `${head}.${encoded({ ...payload, exp: Number(payload['exp']) + 3_600 })}.${signature}`,
    () => `${head}.${encoded({ ...payload, aud: dice.of(['statements', 'events']) })}.${signature}`,
    () => `${head}.${encoded({ ...payload, iat: Number(payload['iat']) - dice.below(60) - 1 })}.${signature}`,
    () => `${head}.${claims}.`,
    () => `${head}.${claims}`,
    () => dice.altered(`${head}.${claims}.${signature}`),
    () => '',
    () => 'x'.repeat(dice.below(10_000)),
  ];
  return `Bearer ${dice.of(bearers)()}`;
}
