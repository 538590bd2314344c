import { BadUsage, type OptionValues } from './command.js';

/** @throws BadUsage for what is no mail address */
export async function readMailbox(values: OptionValues): Promise<string> {
  const { isMailbox } = await import('@coalition-hub/subgraph');
  const { email } = values;
  if (typeof email === 'string' && isMailbox(email)) return email;
  throw new BadUsage('--email must be given, and be a mail address.');
}
