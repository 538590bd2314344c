import { readFileSync } from 'node:fs';
import type { OidcProvider } from '@coalition-hub/identity';

const example =
  '[{"id": "…", "name": "…", "issuer": "https://…", "clientId": "…", "clientSecret": "…", "domains": ["example.org"]}]';

/**
 * Reads organisations' own sign-ins from a JSON file; it holds secrets, so it is a file and not a setting.
 * @param faults where whatever is wrong with it is added, without quoting it
 */
export function oidcProviders(file: string | null, faults: string[]): readonly OidcProvider[] {
  if (file === null) return [];
  const entries = entriesOf(file);
  if (entries === null) {
    faults.push(`HUB_OIDC_FILE must name a readable file like ${example}.`);
    return [];
  }
  const before = faults.length;
  for (const [index, entry] of entries.entries()) faults.push(...faultsOf(entry, `entry ${index + 1}`));
  const ids = entries.map((entry) => entry?.['id']);
  if (new Set(ids).size < ids.length) faults.push('HUB_OIDC_FILE: two entries have the same "id".');
  if (faults.length > before) return [];
  return (entries as unknown as OidcProvider[]).map((entry) => ({
    ...entry,
    domains: entry.domains.map((domain) => domain.toLowerCase()),
  }));
}

type Entry = Readonly<Record<string, unknown>> | null;

function entriesOf(file: string): readonly Entry[] | null {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(content) ? content : null;
  } catch {
    return null;
  }
}

function faultsOf(entry: Entry, where: string): string[] {
  const at = (what: string) => `HUB_OIDC_FILE, ${where}: ${what}`;
  if (typeof entry !== 'object' || entry === null) return [at('must be an object.')];
  const faults = ['name', 'clientId', 'clientSecret'].filter((field) => !isText(entry[field]));
  return [
    ...faults.map((field) => at(`"${field}" must be a text.`)),
    ...(isId(entry['id']) ? [] : [at('"id" must be lower-case letters, digits and hyphens.')]),
    ...(isIssuer(entry['issuer']) ? [] : [at('"issuer" must be an address that starts with https://.')]),
    ...(areDomains(entry['domains']) ? [] : [at('"domains" must list the mail domains it speaks for.')]),
  ];
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const isId = (value: unknown) => isText(value) && /^[a-z0-9-]{1,40}$/.test(value);

/** On the own machine without TLS too. */
const isIssuer = (value: unknown) =>
  isText(value) && URL.canParse(value) && /^(https:\/\/.|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(value);

const areDomains = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((domain) => isText(domain) && /^[^\s@]+\.[^\s@.]{2,}$/.test(domain));
