/** Throws unless `number` is a whole number from 1 that every JSON library reads as the same value (RFC 7493). */
export function assertNumbered(number: number): void {
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new TypeError(`A revision's number is a whole number from 1, not ${String(number)}`);
  }
}
