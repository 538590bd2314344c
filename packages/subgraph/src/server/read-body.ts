import type { IncomingMessage } from 'node:http';
import { NotFromGateway } from '../message-signatures/not-from-gateway.js';

/**
 * @param most bytes
 * @throws NotFromGateway for a body that is longer, or ends before it is whole
 */
export async function readBody(message: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(message.headers['content-length'] ?? 0) > most) throw tooLong();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // The answer still has to go out over the same connection.
    for await (const chunk of message.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) break;
      chunks.push(chunk);
    }
  } catch {
    throw new NotFromGateway('its body is not whole');
  }
  if (size > most) throw tooLong();
  return Buffer.concat(chunks);
}

const tooLong = () => new NotFromGateway('its body is longer than any that this subgraph takes');
