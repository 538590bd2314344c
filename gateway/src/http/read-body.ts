import type { IncomingMessage } from 'node:http';
import { gatewayError } from '../operations/error-codes.js';

/** How much of an oversized body is read and thrown away, so that its sender gets to read the refusal. */
const PATIENCE = 8;

/** @throws BODY_TOO_LARGE beyond `maxBytes`; nothing beyond is kept in memory. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const tooLarge = () => gatewayError('BODY_TOO_LARGE', `The request is larger than ${maxBytes} bytes`);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks.length = 0;
      if (size > maxBytes * PATIENCE) reject(tooLarge());
    });
    request.on('end', () => (size > maxBytes ? reject(tooLarge()) : resolve(textOf(chunks))));
    request.on('error', () => reject(gatewayError('BAD_REQUEST', 'The request ended early')));
  });
}

function textOf(chunks: readonly Buffer[]): string {
  const [only] = chunks;
  return only && chunks.length === 1 ? only.toString('utf8') : Buffer.concat(chunks).toString('utf8');
}
