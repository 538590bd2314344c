/**
 * What a `Retry-After` header asks for, in ms: seconds or a date (RFC 9110 §10.2.3); undefined for none, or nonsense.
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
