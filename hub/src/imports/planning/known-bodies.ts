import type { Match } from '@coalition-hub/organisations';
import { locatedName, NamesSoFar } from './names-so-far.js';
import type { CandidateBody, ListedBody, Outcome } from './outcome.js';
import type { PrintedRow } from './printed-row.js';

/** A body that the registry has, or that an earlier line of the list names. */
export interface KnownBody {
  /** The same for the same body. */
  readonly key: string;
  readonly organisationId: string | null;
  /** The first line that names it; null for an organisation that none has named yet. */
  readonly line: number | null;
  /** As that line prints it, ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** The bodies that a list has named so far, by all of their names, and what a further row of one of them is. */
export class KnownBodies {
  readonly #names = new NamesSoFar();
  /** First lines by the organisation that they were found to be. */
  readonly #lines = new Map<string, number>();
  readonly #organisations = new Map<number, string>();
  readonly #firstRows = new Map<number, PrintedRow>();

  /** The body that has this name for certain. @param match what the registry knows of the name */
  find(
    { country, acronym, name: own }: PrintedRow,
    name: string,
    match: Match | undefined,
  ): KnownBody | null {
    if (match !== undefined && 'certain' in match) return this.ofOrganisation(match.certain);
    const line = this.#names.same(locatedName(name, country, name === own ? acronym : null));
    return line === null ? null : this.#ofLine(line);
  }

  ofOrganisation(organisationId: string): KnownBody {
    const line = this.#lines.get(organisationId) ?? null;
    return { key: organisationId, organisationId, line, country: null };
  }

  #ofLine(line: number): KnownBody {
    const organisationId = this.#organisations.get(line);
    if (organisationId !== undefined) return this.ofOrganisation(organisationId);
    return {
      key: `line ${line}`,
      organisationId: null,
      line,
      country: this.#firstRows.get(line)?.country ?? null,
    };
  }

  /** Earlier lines that could name the same body by any of its names; the organisation instead, where a line has one. */
  similar(row: PrintedRow, least: number): CandidateBody[] {
    const rows = namesOf(row).flatMap((name) => this.#names.similar(name, least));
    return rows.map(({ line, ...rest }) => {
      const organisationId = this.#organisations.get(line);
      return organisationId === undefined ? { line, ...rest } : { organisationId, ...rest };
    });
  }

  /** The day of the row that was the first to name a body that the registry does not have. */
  firstDay(line: number): string | null {
    return this.#firstRows.get(line)?.day ?? null;
  }

  /** The body of a row that was not known. */
  add(row: PrintedRow): void {
    this.#firstRows.set(row.line, row);
    this.#remember(row.line, row);
  }

  /** What the registry finds by the row's own name needs not be found among earlier lines as well. */
  same(row: PrintedRow, body: KnownBody): Outcome {
    if (row.decision !== null || namesOf(row).length > 1) this.#remember(body.line ?? row.line, row);
    const listed = this.#listed(row, body);
    return 'of' in listed ? { kind: 'REPEATED', of: listed.of } : { kind: 'MATCHED', ...listed };
  }

  renamed(row: PrintedRow, body: KnownBody, was: string | null, reason: string): Outcome {
    this.#remember(body.line ?? row.line, row);
    return { kind: 'RENAMED', body: this.#listed(row, body), was, reason };
  }

  left(row: PrintedRow, body: KnownBody): Outcome {
    return { kind: 'LEFT', body: this.#listed(row, body) };
  }

  #listed(row: PrintedRow, { organisationId, line }: KnownBody): ListedBody {
    if (line !== null) return { of: line };
    const id = organisationId ?? '';
    this.#lines.set(id, row.line);
    this.#organisations.set(row.line, id);
    return { organisationId: id };
  }

  #remember(line: number, row: PrintedRow): void {
    for (const name of namesOf(row)) if (this.#names.same(name) === null) this.#names.add(line, name);
  }
}

/** Another name has another acronym. */
function namesOf({ name, formerly, aka, country, acronym }: PrintedRow) {
  return [
    locatedName(name, country, acronym),
    ...[...formerly, ...aka].map((other) => locatedName(other, country, null)),
  ];
}
