/** A subgraph that is no part of this repository, and where it listens. */
export interface GuestAddress {
  /** Also the audience of the tokens that it is sent. */
  readonly name: string;
  readonly url: string;
}

const namePattern = /^[a-z][a-z0-9_]{1,30}$/;

/** The hub's own subgraphs, of now and later. */
const taken = ['events', 'hub', 'identity', 'organisations', 'portal', 'signatories', 'statements'];

/** Reads `press=http://127.0.0.1:14555/graphql,map=https://map.example.org/graphql`; what is wrong goes to `faults`. */
export function guestAddresses(setting: string | null, faults: string[]): readonly GuestAddress[] {
  const entries = (setting ?? '').split(',').map((entry) => entry.trim());
  const guests = entries.filter((entry) => entry !== '').flatMap((entry) => addressOf(entry, faults));
  const names = guests.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) faults.push(`HUB_GUESTS names "${twice}" twice.`);
  return guests;
}

function addressOf(entry: string, faults: string[]): GuestAddress[] {
  const mark = entry.indexOf('=');
  const [name, url] = [entry.slice(0, Math.max(mark, 0)), entry.slice(mark + 1)];
  const fault = mark === -1 ? 'it must look like name=http://host:port/graphql' : faultOf(name, url);
  if (fault === null) return [{ name, url }];
  faults.push(`HUB_GUESTS has "${entry}"; ${fault}.`);
  return [];
}

function faultOf(name: string, url: string): string | null {
  if (!namePattern.test(name)) return 'a name has small letters, digits and "_", 2 to 31 of them';
  if (taken.includes(name)) return `"${name}" is a name of the hub itself`;
  if (!/^https?:\/\/./.test(url) || !URL.canParse(url))
    return 'the address must start with http:// or https://';
  return null;
}
