import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * Writes, and waits while the reader has enough: memory stays flat however long the export is.
 * @throws the stream's error, EPIPE where the reader has gone
 */
export async function writeOut(stream: Writable, text: string): Promise<void> {
  if (stream.destroyed) throw stream.errored ?? Object.assign(new Error('closed'), { code: 'EPIPE' });
  if (!stream.write(text)) await once(stream, 'drain');
}
