import { grantRole, PersonRole } from '@coalition-hub/organisations';
import {
  importTokenKeys,
  isMailbox,
  issueClientToken,
  PersonHasher,
  Refusal,
  Rights,
  systemClock,
  systemRandom,
} from '@coalition-hub/subgraph';
import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import { openDataFolder } from '../data-folder/data-folder.js';
import { derivedSecret } from '../data-folder/secrets.js';
import { HubError } from '../hub-error.js';
import { BadUsage, type HubCommand } from './command.js';

const defaultHours = 12;
const mostHours = 24 * 31;

export const token: HubCommand = {
  name: 'token',
  summary: 'Prints a bearer token for scripts, for whoever owns the data folder.',
  usage: 'token --email E [--role administrator] [--hours N]',
  options: {
    email: { type: 'string' },
    role: { type: 'string' },
    hours: { type: 'string' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    '--email E': 'The person it is for; only a keyed hash of the address is kept.',
    '--role administrator': 'Also makes the person an administrator of this hub, for good.',
    '--hours N': `How long it is valid, 1 to ${mostHours}; ${defaultHours} unless told.`,
    '--json': 'Prints the token and the person’s id as JSON.',
  },
  async run({ config, values, print, say }) {
    const email = mailbox(values['email']);
    const hours = lifetime(values['hours']);
    if (wantsAdministrator(values['role'])) {
      await withServices(config, (running) => makeAdministrator(running, email));
      say(`${email} is an administrator of this hub.`);
    }
    const { secrets } = await openDataFolder(config.dataDir);
    const personId = new PersonHasher(derivedSecret(secrets, 'mailbox hash')).personId(email);
    const { privateKey } = await importTokenKeys(secrets.tokenKey);
    const claims = { personId, sessionId: systemRandom.uuid('session'), lifetimeSeconds: hours * 3_600 };
    const issued = await issueClientToken(privateKey, claims, systemClock);
    print(values['json'] === true ? JSON.stringify({ token: issued, personId }) : issued);
  },
};

function mailbox(value: unknown): string {
  if (typeof value === 'string' && isMailbox(value)) return value;
  throw new BadUsage('--email must be given, and must be a mail address.');
}

function lifetime(value: unknown): number {
  const hours = value === undefined ? defaultHours : Number(value);
  if (Number.isInteger(hours) && hours >= 1 && hours <= mostHours) return hours;
  throw new BadUsage(`--hours must be a whole number from 1 to ${mostHours}.`);
}

function wantsAdministrator(role: unknown): boolean {
  if (role === undefined) return false;
  if (role === 'administrator') return true;
  throw new BadUsage('--role can only be "administrator"; administrators grant all other roles.');
}

/** Harmless when repeated. */
async function makeAdministrator({ subgraphs, persons }: RunningSubgraphs, email: string): Promise<void> {
  const answer = await subgraphs.organisations.service.run(
    grantRole(persons),
    { email, role: PersonRole.ADMINISTRATOR },
    { personId: 'owner of the data folder', requestId: systemRandom.uuid('request'), rights: Rights.owner },
  );
  if (answer instanceof Refusal && answer.code !== 'ROLE_HELD') throw new HubError(answer.message);
}
