import { InvalidInput, refuse } from '@coalition-hub/subgraph';

/**
 * The day on which a reported signature was made: today unless told.
 * @param now database time, ISO 8601 in UTC
 */
export function reportedDay(field: string, signedOn: string | null | undefined, now: string): string {
  const today = now.slice(0, 10);
  if (signedOn == null) return today;
  if (!isDay(signedOn)) refuse(new InvalidInput(field, `"${field}" must be a day such as "2022-09-27".`));
  if (signedOn > today) refuse(new InvalidInput(field, `"${field}" must not be in the future.`));
  return signedOn;
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < '1800-01-01') return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
