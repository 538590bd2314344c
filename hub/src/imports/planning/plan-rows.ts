import { type Match, SimilarityReason, sentenceFor } from '@coalition-hub/organisations';
import { locatedName, NamesSoFar } from './names-so-far.js';
import type { CandidateBody, Outcome } from './outcome.js';
import { isUnreadable, type PrintedRow, type UnreadableRow } from './printed-row.js';

/** A row, and what an import makes of it. */
export type PlannedRow =
  | { readonly row: PrintedRow; readonly outcome: Outcome }
  | { readonly row: UnreadableRow; readonly outcome: Extract<Outcome, { kind: 'REJECTED' }> };

export interface Planning {
  /** What the registry knows of each readable row, by line. */
  readonly matches: ReadonlyMap<number, Match>;
  /** Ids of the organisations that decisions name, as they name them. */
  readonly decided: ReadonlyMap<string, string>;
  /** The organisations that matches and decisions name, by id. */
  readonly bodies: ReadonlyMap<string, { readonly country: string | null }>;
  /** Doubtful rows are entered as new organisations. */
  readonly acceptDoubtful: boolean;
}

/**
 * Names less alike are taken for different bodies. Above what a search proposes: a coordinator looks through these one
 * by one, and bodies that were entered apart can be merged later.
 */
const doubtfulFrom = 0.75;

/** Says of each row what becomes of it; nothing is entered here. */
export function planRows(rows: readonly (PrintedRow | UnreadableRow)[], planning: Planning): PlannedRow[] {
  const plan = new Plan(planning);
  return rows.map((row) =>
    isUnreadable(row)
      ? { row, outcome: { kind: 'REJECTED', reason: row.reason } }
      : { row, outcome: plan.outcomeOf(row) },
  );
}

class Plan {
  readonly #names = new NamesSoFar();
  /** Lines by the organisation that they were found to be. */
  readonly #lines = new Map<string, number>();

  constructor(private readonly planning: Planning) {}

  outcomeOf(row: PrintedRow): Outcome {
    if (row.capacity !== null) return { kind: 'PERSON' };
    if (row.decision?.kind === 'SKIP') return { kind: 'SKIPPED' };
    const known = this.#known(row);
    if (known !== null) return known;
    const name = locatedName(row.name, row.country, row.acronym);
    const earlier = this.#names.same(name);
    if (earlier !== null) return { kind: 'REPEATED', of: earlier };
    const similar = this.#names.similar(name, doubtfulFrom);
    this.#names.add(row.line, name);
    return this.#unknown(row, similar);
  }

  /** By decision, or for certain. */
  #known({ line, decision }: PrintedRow): Outcome | null {
    const match = this.planning.matches.get(line);
    const certain = match !== undefined && 'certain' in match ? match.certain : null;
    if (decision?.kind !== 'SAME') return certain === null ? null : this.#matched(line, certain);
    const decided = this.planning.decided.get(decision.as);
    return decided === undefined ? undecided(decision.as) : this.#matched(line, decided);
  }

  #matched(line: number, organisationId: string): Outcome {
    const of = this.#lines.get(organisationId);
    if (of !== undefined) return { kind: 'REPEATED', of };
    this.#lines.set(organisationId, line);
    return { kind: 'MATCHED', organisationId };
  }

  #unknown(row: PrintedRow, similar: readonly CandidateBody[]): Outcome {
    if (row.decision?.kind === 'NEW') return { kind: 'NEW' };
    const match = this.planning.matches.get(row.line);
    const registered = match !== undefined && 'doubtful' in match ? match.doubtful : [];
    const candidates = [...registered.map(this.#located), ...similar]
      .filter((candidate) => isDoubt(candidate, row.country))
      .sort(bySimilarity);
    const reason = reasonFor(row, candidates);
    if (reason === null) return { kind: 'NEW' };
    return this.planning.acceptDoubtful
      ? { kind: 'NEW', accepted: true }
      : { kind: 'DOUBTFUL', reason, candidates };
  }

  readonly #located = (one: Omit<CandidateBody, 'country'> & { organisationId: string }): CandidateBody => ({
    ...one,
    country: this.planning.bodies.get(one.organisationId)?.country ?? null,
  });
}

/** Chapters are signers of their own, and two countries or places tell them apart already. */
function isDoubt({ similarity, reason, country }: CandidateBody, here: string | null): boolean {
  const elsewhere = here !== null && country !== null && here !== country;
  return similarity >= doubtfulFrom && reason !== SimilarityReason.CHAPTER && !elsewhere;
}

function bySimilarity(one: CandidateBody, other: CandidateBody): number {
  return other.similarity - one.similarity;
}

function reasonFor({ unknownCountry }: PrintedRow, [best]: readonly CandidateBody[]): string | null {
  const country = unknownCountry === null ? [] : [`"${unknownCountry}" is no country that is known.`];
  const similar = best === undefined ? [] : [sentenceFor(best.reason)];
  return [...country, ...similar].join(' ') || null;
}

function undecided(as: string): Outcome {
  return {
    kind: 'REJECTED',
    reason: `The decision "${as.slice(0, 80)}" is neither "new" nor "skip" nor the slug of an organisation.`,
  };
}
