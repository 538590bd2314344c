const form = /^[\p{L}\p{N}][\p{L}\p{N}-]{0,19}$/u;

/** Codes are kept in capitals, whichever way they are typed. */
export function bodyCodeOf(typed: string): string {
  return typed.toUpperCase();
}

/** Letters, digits and hyphens, 20 at most: anything else is no code of a body. */
export function isBodyCode(code: string): boolean {
  return form.test(code);
}
