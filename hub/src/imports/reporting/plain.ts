/** Text from a file as a terminal may show it: without what moves its cursor, turns its letters or hides. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '�');
}
