import { type CapturedMessage, having, headerOf } from './captured-message.js';
import type { Dice } from './dice.js';

/** The order of the curve of Ed25519: a signature with it added to its second half was once valid too (RFC 8032 §5.1.7). */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Other ways to write the parameters of a signature, and other parameters. */
export function forgedInput(message: CapturedMessage, dice: Dice): CapturedMessage {
  const input = headerOf(message, 'signature-input');
  const later = (name: string) =>
    input.replace(new RegExp(`;${name}=(\\d+)`), (_, at) => `;${name}=${Number(at) + dice.below(30) + 1}`);
  const names = /\("(.*)"\)/.exec(input)?.[1]?.split('" "') ?? [];
  const dropped = dice.of(names);
  const covering = (others: readonly string[]) => input.replace(/\(.*\)/, `("${others.join('" "')}")`);
  const [, created = ''] = /(;created=\d+)/.exec(input) ?? [];
  const [, nonce = ''] = /(;nonce="[^"]*")/.exec(input) ?? [];
  const inputs: readonly (() => string)[] = [
    () => covering(names.toReversed()),
    () => covering(names.filter((name) => name !== dropped)),
    () => covering([...names, dice.of(names)]),
    () => covering([...names, '@authority']),
    () => covering([]),
    () => `${input}${created}`,
    () => `${input}${nonce}`,
    () => input.replace(created, '') + created,
    () => input.replace(created, ''),
    () => input.replace(nonce, ''),
    () => input.replace(/nonce="./, (start) => (start.endsWith('0') ? 'nonce="1' : 'nonce="0')),
    () => later('created'),
    () => later('expires'),
    () => input.replace('ed25519', dice.of(['none', 'hmac-sha256', 'rsa-pss-sha512', 'ED25519', ''])),
    () => input.replace(/tag="[^"]*"/, `tag="${dice.of(['', 'coalition-hub-init', 'coalition-hub'])}"`),
    () => input.replace(/keyid="[^"]*"/, `keyid="${dice.altered('x'.repeat(43))}"`),
    () => input.replace(/keyid="[^"]*"/, 'keyid="../../etc/passwd"'),
    () => input.replace(/;/g, '; '),
    () => input.replace('" "', '"  "'),
    () => input.replace('hub=', 'sig1='),
    () => `${input}, ${input}`,
    () => `sig1=();created=1, ${input}`,
    () => dice.altered(input),
    () => '',
  ];
  return having(message, 'signature-input', dice.of(inputs)());
}

/** Other signatures, among them other ways to write the same one. */
export function forgedSignature(message: CapturedMessage, dice: Dice): CapturedMessage {
  const value = headerOf(message, 'signature');
  const bytes = Buffer.from(value.slice('hub=:'.length, -1), 'base64');
  const wrapped = (other: Buffer) => `hub=:${other.toString('base64')}:`;
  const values: readonly (() => string)[] = [
    () => wrapped(dice.flipped(bytes)),
    () => wrapped(plusOrder(bytes)),
    () => wrapped(Buffer.alloc(64)),
    () => wrapped(bytes.subarray(0, dice.below(64))),
    () => wrapped(Buffer.concat([bytes, Buffer.alloc(1)])),
    // The spare bits of the last character.
    () => value.replace(/.(?===:$)/, (last) => String.fromCharCode(last.charCodeAt(0) + 1)),
    () => value.replace('==', ''),
    () => `hub=:${bytes.toString('base64url')}:`.replace(/[A-Za-z](?=.{3}:$)/, '-'),
    () => `${value}, ${value}`,
    () => value.replace('hub', 'sig1'),
    () => `hub="${bytes.toString('base64')}"`,
    () => dice.altered(value),
    () => '',
  ];
  return having(message, 'signature', dice.of(values)());
}

function plusOrder(signature: Buffer): Buffer {
  const copy = Buffer.from(signature);
  let sum = BigInt(`0x${Buffer.from(copy.subarray(32)).reverse().toString('hex')}`) + order;
  for (let index = 32; index < 64; index += 1, sum >>= 8n) copy[index] = Number(sum & 255n);
  return copy;
}
