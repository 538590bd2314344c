/** Where a service keeps sealed texts: what a rotation of keys has to visit. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The column from which the place of a text follows. */
  readonly placedBy: string;
  place(value: string): string;
}
