import { resolve } from 'node:path';
import type { OidcProvider } from '@coalition-hub/identity';
import { type GuestAddress, guestAddresses } from './guests/guest-address.js';
import { oidcProviders } from './identity/oidc-providers.js';
import { nearestWord } from './nearest-word.js';

/** What the hub is told from outside. The table in the README has the same settings in the same order. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly sampleData: boolean;
  /** A server on which the hub may create databases and roles; null: the hub brings its own. */
  readonly databaseUrl: string | null;
  readonly publicUrl: string | null;
  /** Null: no mail leaves the hub. */
  readonly smtpUrl: string | null;
  /** What mails say they come from; null: an address of the hub's own host. */
  readonly mailFrom: string | null;
  /** Proxies before the hub whose word on where a request comes from is taken. */
  readonly proxies: number;
  /** Organisations' own sign-ins. */
  readonly oidcProviders: readonly OidcProvider[];
  readonly graphiql: boolean;
  readonly logLevel: string;
  /** Subgraphs of others that the hub takes up. */
  readonly guests: readonly GuestAddress[];
}

/** Every fault of the settings at once, in plain words. */
export class BadSettings extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** @throws BadSettings */
export function readConfig(environment: Environment): Config {
  const faults: string[] = [];
  const databaseUrl = databaseAddress(environment, faults);
  const embedded = databaseUrl === null;
  const config: Config = {
    host: text(environment, 'HUB_HOST') ?? '127.0.0.1',
    port: port(environment, faults),
    dataDir: resolve(text(environment, 'HUB_DATA_DIR') ?? './data'),
    sampleData: onOrOff(environment, 'HUB_SAMPLE_DATA', embedded, faults),
    databaseUrl,
    publicUrl: webAddress(environment, faults),
    smtpUrl: mailServer(environment, faults),
    mailFrom: text(environment, 'HUB_MAIL_FROM'),
    proxies: proxies(environment, faults),
    oidcProviders: oidcProviders(text(environment, 'HUB_OIDC_FILE'), faults),
    graphiql: onOrOff(environment, 'HUB_GRAPHIQL', embedded, faults),
    guests: guestAddresses(text(environment, 'HUB_GUESTS'), faults),
    logLevel: oneOf(environment, 'HUB_LOG_LEVEL', logLevels, 'info', faults),
  };
  oneOf(environment, 'HUB_OPERATIONS', ['any'], 'any', faults);
  if (faults.length > 0) throw new BadSettings(faults);
  return config;
}

/** All that begin so, with those that Compose and clients read. */
const hubSettings = [
  'HUB_HOST',
  'HUB_PORT',
  'HUB_DATA_DIR',
  'HUB_SAMPLE_DATA',
  'HUB_OPERATIONS',
  'HUB_GUESTS',
  'HUB_MAIL_FROM',
  'HUB_OIDC_FILE',
  'HUB_PROXIES',
  'HUB_GRAPHIQL',
  'HUB_LOG_LEVEL',
  'HUB_PUBLISH',
  'HUB_URL',
];

/** A sentence for every variable that is no setting, and nearly one; others may be somebody else's. */
export function misspeltSettings(environment: Environment): string[] {
  const unknown = Object.keys(environment).filter(
    (name) => /^HUB_?/.test(name) && !hubSettings.includes(name),
  );
  return unknown.flatMap((name) => {
    const near = nearestWord(name, hubSettings);
    return near === null ? [] : [`${name.slice(0, 60)} is no setting and is not read; did you mean ${near}?`];
  });
}

/** Empty is the same as absent: compose files pass empty strings on. */
function text(environment: Environment, name: string): string | null {
  return environment[name]?.trim() || null;
}

function port(environment: Environment, faults: string[]): number {
  const value = text(environment, 'HUB_PORT') ?? '4000';
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= 65_535) return number;
  faults.push(`HUB_PORT is "${value}"; it must be a number from 1 to 65535.`);
  return 0;
}

function onOrOff(environment: Environment, name: string, otherwise: boolean, faults: string[]): boolean {
  return oneOf(environment, name, ['on', 'off'], otherwise ? 'on' : 'off', faults) === 'on';
}

function oneOf(
  environment: Environment,
  name: string,
  allowed: readonly string[],
  otherwise: string,
  faults: string[],
): string {
  const value = text(environment, name) ?? otherwise;
  if (!allowed.includes(value))
    faults.push(`${name} is "${value}"; it must be one of: ${allowed.join(', ')}.`);
  return value;
}

function databaseAddress(environment: Environment, faults: string[]): string | null {
  const value = text(environment, 'DATABASE_URL');
  if (value === null || (/^postgres(ql)?:\/\/./.test(value) && URL.canParse(value))) return value;
  faults.push('DATABASE_URL must look like postgres://user:password@host:5432/postgres.');
  return null;
}

function mailServer(environment: Environment, faults: string[]): string | null {
  const value = text(environment, 'SMTP_URL');
  if (value === null || (/^smtps?:\/\/./.test(value) && URL.canParse(value))) return value;
  faults.push('SMTP_URL must look like smtps://user:password@mail.example.org:465.');
  return null;
}

function proxies(environment: Environment, faults: string[]): number {
  const value = text(environment, 'HUB_PROXIES') ?? '0';
  if (/^\d$/.test(value)) return Number(value);
  faults.push(`HUB_PROXIES is "${value}"; it must be a number from 0 to 9.`);
  return 0;
}

function webAddress(environment: Environment, faults: string[]): string | null {
  const value = text(environment, 'PUBLIC_URL');
  if (value === null || (/^https?:\/\/./.test(value) && URL.canParse(value))) return value;
  faults.push('PUBLIC_URL must be an address that starts with https:// or http://.');
  return null;
}
