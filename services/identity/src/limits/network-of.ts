import { isIPv6 } from 'node:net';

const groups = 8;

/**
 * Whose attempts are counted together: an IPv4 address, or the 64 bits of an IPv6 address that a provider gives to one
 * customer, who may use any of the addresses below (RFC 4291 §2.5.1).
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = [], tail = []] = address
    .split('::')
    .map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array(Math.max(0, groups - head.length - tail.length)).fill('0');
  const network = [...head, ...zeros, ...tail].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
