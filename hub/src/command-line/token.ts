import { BadUsage, type HubCommand } from './command.js';

const defaultHours = 12;
const mostHours = 24 * 31;

export const token: HubCommand = {
  name: 'token',
  summary: 'Prints a bearer token for scripts, for whoever owns the data folder.',
  usage: 'token --email E [--role administrator] [--hours N] [--read-only]',
  options: {
    email: { type: 'string' },
    role: { type: 'string' },
    hours: { type: 'string' },
    'read-only': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    '--email E': 'The person it is for; only a keyed hash of the address is kept.',
    '--role administrator': 'Also makes the person an administrator of this hub, for good.',
    '--hours N': `How long it is valid, 1 to ${mostHours}; ${defaultHours} unless told.`,
    '--read-only': 'The token reads what the person may read, and changes nothing.',
    '--json': 'Prints the token and the person’s id as JSON.',
  },
  async run({ config, values, print, say }) {
    const wanted = {
      lifetimeSeconds: lifetime(values['hours']) * 3_600,
      administrator: isAdministrator(values['role']),
      readOnly: values['read-only'] === true,
    };
    if (typeof values['email'] !== 'string') throw noMailbox();
    const { isMailbox, issueToken } = await import('./issue-token.js');
    if (!isMailbox(values['email'])) throw noMailbox();
    const issued = await issueToken(config, { ...wanted, email: values['email'] });
    if (wanted.administrator) say(`${values['email'].trim()} is an administrator of this hub.`);
    print(values['json'] === true ? JSON.stringify(issued) : issued.token);
  },
};

function noMailbox(): BadUsage {
  return new BadUsage('--email must be given, and must be a mail address.');
}

function lifetime(value: unknown): number {
  const hours = value === undefined ? defaultHours : Number(value);
  if (Number.isInteger(hours) && hours >= 1 && hours <= mostHours) return hours;
  throw new BadUsage(`--hours must be a whole number from 1 to ${mostHours}.`);
}

function isAdministrator(role: unknown): boolean {
  if (role === undefined) return false;
  if (role === 'administrator') return true;
  throw new BadUsage('--role can only be "administrator"; administrators grant all other roles.');
}
