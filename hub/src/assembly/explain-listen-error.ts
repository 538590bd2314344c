import { PortInUse } from '@coalition-hub/gateway';
import type { Config } from '../config.js';
import { HubError } from '../hub-error.js';

/** The same error as a sentence that says what to do; errors of other kinds come back as they are. */
export function explainListenError(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof PortInUse ? 'EADDRINUSE' : String((error as { code?: unknown }).code);
  const sentence = sentenceFor(code, host, port);
  return sentence === undefined ? error : new HubError(sentence, { cause: error });
}

function sentenceFor(code: string, host: string, port: number): string | undefined {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is already in use: stop what listens there, or choose another port with HUB_PORT.`;
  if (code === 'EACCES')
    return `The hub may not listen on port ${port}: choose one from 1024 up with HUB_PORT, or give it the right to.`;
  if (/^(EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL)$/.test(code))
    return `This machine has no address "${host}" to listen on: correct HUB_HOST.`;
  return undefined;
}
