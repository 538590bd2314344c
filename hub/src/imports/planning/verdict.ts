import { type Names, withRenaming } from '@coalition-hub/organisations';
import type { KnownBody } from './known-bodies.js';
import type { PrintedRow } from './printed-row.js';
import { renamedSince } from './renamed-since.js';

export enum Verdict {
  NOTHING_NEW = 'NOTHING_NEW',
  NEWS = 'NEWS',
  CONTRADICTED = 'CONTRADICTED',
}

interface OtherName {
  readonly name: string;
  readonly body: KnownBody | null;
}

/** What the names that a row tells are to what is known of its body. */
export function verdictOn(
  row: PrintedRow,
  others: readonly OtherName[],
  { organisationId }: KnownBody,
  bodies: ReadonlyMap<string, Names>,
): Verdict {
  if (others.length === 0) return Verdict.NOTHING_NEW;
  const registered = organisationId === null ? undefined : bodies.get(organisationId);
  if (registered === undefined) return Verdict.NEWS;
  const since = renamedSince(row);
  let names: Names = registered;
  for (const from of row.formerly) {
    const after = withRenaming(names, { from, to: row.name, since });
    if (after === null) return Verdict.CONTRADICTED;
    names = after;
  }
  const isNew = names !== registered || others.some(({ body }) => body === null);
  return isNew ? Verdict.NEWS : Verdict.NOTHING_NEW;
}
