/** The request id that a gateway sent, if it is of a kind that may stand in a log. */
export function requestIdOf(sent: unknown): string | undefined {
  return typeof sent === 'string' && /^[\w-]{1,64}$/.test(sent) ? sent : undefined;
}
