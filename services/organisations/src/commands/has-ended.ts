/**
 * Whether a time cannot be given this last day any more: a limited one can still be cut short, but what is over stays
 * as it was, and nothing is prolonged. Days as `YYYY-MM-DD`.
 */
export function hasEnded(until: string | null, today: string, lastDay: string): boolean {
  return until !== null && (until < today || until <= lastDay);
}
