/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), in both widths. */
const formula = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * A cell that no spreadsheet runs as a formula: an apostrophe before it, which spreadsheets do not show. Also put before
 * what looks like that already, so that `withoutGuard` gives back every cell as it was.
 */
export function withGuard(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** What `withGuard` was given. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}
