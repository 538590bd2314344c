import { InvalidInput, refuse } from '@coalition-hub/subgraph';

/** Names of the IANA database, in the form "Area/City" or "UTC"; "+02:00", which Intl takes too, is no place. */
const form = /^[A-Z][A-Za-z]*([/_+-][A-Za-z0-9]+)*$/;

const spelled = new Map(Intl.supportedValuesOf('timeZone').map((name) => [name.toLowerCase(), name]));

/**
 * A timezone of the IANA database as it is spelled there, from any case; null for anything else. Also names that the
 * database keeps for other names, such as "Europe/Kyiv" beside "Europe/Kiev", stay as they were typed.
 */
export function timezoneNamed(typed: string): string | null {
  if (typed.length > 60) return null;
  const known = spelled.get(typed.toLowerCase());
  if (known !== undefined) return known;
  return form.test(typed) && isKnown(typed) ? typed : null;
}

/** A timezone as it is kept; refused if there is none of the name. */
export function cleanTimezone(typed: string): string {
  const known = timezoneNamed(typed);
  if (known !== null) return known;
  return refuse(
    new InvalidInput('timezone', '"timezone" must be a name of the IANA database, such as "Europe/Zurich".'),
  );
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
