import { type Match, type Names, SimilarityReason, sentenceFor } from '@coalition-hub/organisations';
import { inTime } from './in-time.js';
import { KnownBodies, type KnownBody } from './known-bodies.js';
import type { CandidateBody, Outcome } from './outcome.js';
import { hasAmbiguousCountry, isUnreadable, type PrintedRow, type UnreadableRow } from './printed-row.js';
import { type Swap, swapsOf } from './swaps.js';
import { Verdict, verdictOn } from './verdict.js';

/** A row, and what an import makes of it. */
export type PlannedRow =
  | { readonly row: PrintedRow; readonly outcome: Outcome }
  | { readonly row: UnreadableRow; readonly outcome: Extract<Outcome, { kind: 'REJECTED' }> };

interface NameMatches {
  /** Of its name. */
  readonly name: Match;
  /** Of its former names and then of those it goes by as well, in their order. */
  readonly others: readonly Match[];
}

/** What the registry knows of a row. */
export interface RowMatches extends NameMatches {
  /** Of the names that the row perhaps tells. */
  readonly perhaps?: NameMatches;
}

export interface Planning {
  /** Of each readable row, by line. */
  readonly matches: ReadonlyMap<number, RowMatches>;
  /** Ids of the organisations that decisions name, as they name them. */
  readonly decided: ReadonlyMap<string, string>;
  /** The organisations that matches and decisions name, by id. */
  readonly bodies: ReadonlyMap<string, Names & { readonly country: string | null }>;
  /** Doubtful rows are entered as new organisations. */
  readonly acceptDoubtful: boolean;
}

/**
 * Names less alike are taken for different bodies. Above what a search proposes: a coordinator looks through these one
 * by one, and bodies that were entered apart can be merged later.
 */
const doubtfulFrom = 0.75;

/**
 * Says of each row what becomes of it; nothing is entered here. Lists of changes are gone through in time, since they
 * are often kept with the latest change on top.
 */
export function planRows(rows: readonly (PrintedRow | UnreadableRow)[], planning: Planning): PlannedRow[] {
  const readable = inTime(rows.filter((row): row is PrintedRow => !isUnreadable(row)));
  const plan = new Plan(planning, swapsOf(readable));
  const planned = new Map(readable.map((row) => [row.line, plan.plan(row)]));
  return rows.map((row) =>
    isUnreadable(row)
      ? { row, outcome: { kind: 'REJECTED', reason: row.reason } }
      : (planned.get(row.line) ?? { row, outcome: { kind: 'SKIPPED' } }),
  );
}

class Plan {
  readonly #known = new KnownBodies();
  /** Of rows as they are read. */
  readonly #matches: Map<number, NameMatches>;

  constructor(
    private readonly planning: Planning,
    private readonly swaps: ReadonlyMap<number, Swap>,
  ) {
    this.#matches = new Map(planning.matches);
  }

  plan(printed: PrintedRow): PlannedRow {
    const row = this.#read(printed);
    return { row, outcome: this.#outcomeOf(row) };
  }

  /** What a row perhaps tells, where the registry or an earlier line knows the other name; the row as it is otherwise. */
  #read(row: PrintedRow): PrintedRow {
    const matches = this.planning.matches.get(row.line);
    if (row.perhaps === null || row.decision !== null) return row;
    if (this.#known.find(row, row.name, matches?.name) !== null) return row;
    const told = { ...row, ...row.perhaps, unclear: null, perhaps: null };
    const others = [...told.formerly, ...told.aka];
    if (!others.some((name, at) => this.#known.find(told, name, matches?.perhaps?.others[at]))) return row;
    if (matches?.perhaps) this.#matches.set(row.line, matches.perhaps);
    return told;
  }

  #outcomeOf(row: PrintedRow): Outcome {
    if (row.capacity !== null) return { kind: 'PERSON' };
    const { decision } = row;
    if (decision?.kind === 'SKIP') return { kind: 'SKIPPED' };
    if (decision?.kind === 'SAME' || decision?.kind === 'RENAMED') return this.#decided(row, decision.as);
    const own = this.#known.find(row, row.name, this.#matches.get(row.line)?.name);
    if (row.change === 'LEFT') return own === null ? this.#unknown(row) : this.#known.left(row, own);
    if (decision?.kind === 'NEW' && own === null && hasAmbiguousCountry(row))
      return this.#doubtful(row, namibiaOrNone(row), []);
    if (decision?.kind === 'NEW') return own === null ? this.#fresh(row) : this.#known.same(row, own);
    return this.#renamed(row, own) ?? (own === null ? this.#unknown(row) : this.#known.same(row, own));
  }

  #decided(row: PrintedRow, as: string): Outcome {
    const organisationId = this.planning.decided.get(as);
    if (organisationId === undefined) return undecided(as);
    const body = this.#known.ofOrganisation(organisationId);
    if (row.change === 'LEFT') return this.#known.left(row, body);
    if (row.decision?.kind !== 'RENAMED') return this.#known.same(row, body);
    const was = this.planning.bodies.get(organisationId)?.name ?? null;
    return this.#known.renamed(row, body, was, 'It goes by this name now, as was decided.');
  }

  /** What the list says of another name of the body, in the row or by two changes; null where it says nothing new. */
  #renamed(row: PrintedRow, own: KnownBody | null): Outcome | null {
    const others = this.#othersOf(row);
    const bodies = distinct([...(own === null ? [] : [own]), ...others.flatMap(({ body }) => body ?? [])]);
    const [body] = bodies;
    if (bodies.length > 1) return this.#doubtful(row, twoBodies, bodies.map(this.#candidate));
    if (body === undefined) return this.#swapped(row);
    switch (verdictOn(row, others, body, this.planning.bodies)) {
      case Verdict.NOTHING_NEW:
        return this.#known.same(row, body);
      case Verdict.CONTRADICTED:
        return this.#doubtful(row, contradicted, [this.#candidate(body)]);
      case Verdict.NEWS:
        return row.formerly.length > 0
          ? this.#known.renamed(row, body, null, `The list says that it was called "${row.formerly[0]}".`)
          : this.#known.same(row, body);
    }
  }

  #othersOf(row: PrintedRow) {
    const matches = this.#matches.get(row.line)?.others ?? [];
    return [...row.formerly, ...row.aka].map((name, index) => ({
      name,
      body: this.#known.find(row, name, matches[index]),
    }));
  }

  #swapped(row: PrintedRow): Outcome | null {
    const swap = this.swaps.get(row.line);
    const leavers = (swap?.leavers ?? []).flatMap(({ row: gone, similarity, reason }) => {
      const body = this.#known.find(gone, gone.name, this.#matches.get(gone.line)?.name);
      return body === null ? [] : [{ gone, similarity, reason, body }];
    });
    const [best] = leavers;
    if (best === undefined) return null;
    const removed = `"${best.gone.printed}" was removed on the same day`;
    if (swap?.isSure && row.unknownCountry === null) {
      const was = areFormsOfOne.has(best.reason) ? null : best.gone.name;
      return this.#known.renamed(row, best.body, was, `${removed}. ${sentenceFor(best.reason)}`);
    }
    const candidates = leavers.map(({ body, similarity, reason }) => ({
      ...this.#candidate(body),
      similarity,
      reason,
    }));
    return this.#doubtful(row, `${removed}: this could be its new name.`, candidates);
  }

  #unknown(row: PrintedRow): Outcome {
    const candidates = this.#candidatesFor(row);
    const reason = reasonFor(row, candidates);
    if (row.change === 'LEFT') {
      return candidates.length > 0
        ? { kind: 'DOUBTFUL', reason: reason ?? neverThere, candidates }
        : { kind: 'REJECTED', reason: neverThere };
    }
    return reason === null ? this.#fresh(row) : this.#doubtful(row, reason, candidates);
  }

  /** What the registry or an earlier line could mean by any of the names. */
  #candidatesFor(row: PrintedRow): CandidateBody[] {
    const { name, others = [] } = this.#matches.get(row.line) ?? {};
    const registered = [name, ...others].flatMap((match) =>
      match && 'doubtful' in match ? match.doubtful : [],
    );
    const best = new Map<string, CandidateBody>();
    const listed = this.#known.similar(row, doubtfulFrom).filter(({ line }) => !this.#beganWith(row, line));
    for (const one of [...registered, ...listed].map(this.#located)) {
      const key = one.organisationId ?? `line ${one.line}`;
      if (isDoubt(one, row.country) && one.similarity > (best.get(key)?.similarity ?? 0)) best.set(key, one);
    }
    return [...best.values()].sort(bySimilarity);
  }

  /** A body that the list first names on the day on which this name goes was not there under it before. */
  #beganWith(row: PrintedRow, line: number | undefined): boolean {
    return row.change === 'LEFT' && line !== undefined && this.#known.firstDay(line) === row.day;
  }

  #fresh(row: PrintedRow): Outcome {
    this.#known.add(row);
    return { kind: 'NEW' };
  }

  #doubtful(row: PrintedRow, reason: string, candidates: readonly CandidateBody[]): Outcome {
    this.#known.add(row);
    return this.planning.acceptDoubtful
      ? { kind: 'NEW', accepted: true }
      : { kind: 'DOUBTFUL', reason, candidates };
  }

  readonly #located = (one: Omit<CandidateBody, 'country'> & { country?: string | null }): CandidateBody => {
    const { country = null, organisationId } = one;
    return { ...one, country: this.planning.bodies.get(organisationId ?? '')?.country ?? country };
  };

  readonly #candidate = ({ organisationId, line, country }: KnownBody): CandidateBody =>
    this.#located({
      ...(organisationId === null ? { line: line ?? 0, country } : { organisationId }),
      similarity: 1,
      reason: SimilarityReason.SAME_NAME,
    });
}

/** What a list prints now in full and now in short has not been renamed: the other form is remembered, no more. */
const areFormsOfOne: ReadonlySet<SimilarityReason> = new Set([
  SimilarityReason.SAME_NAME,
  SimilarityReason.SAME_NAME_WITHOUT_COUNTRY,
  SimilarityReason.SAME_ACRONYM,
  SimilarityReason.PART_OF_NAME,
]);

const twoBodies =
  'The list says that these are one body, and they are known as several: merge them first if that is right.';
const contradicted = 'The registry says otherwise of these names.';
const neverThere = 'It is removed, but neither the registry nor an earlier row has it.';

/** Chapters are signers of their own, and two countries or places tell them apart already. */
function isDoubt({ similarity, reason, country }: CandidateBody, here: string | null): boolean {
  const elsewhere = here !== null && country !== null && here !== country;
  return similarity >= doubtfulFrom && reason !== SimilarityReason.CHAPTER && !elsewhere;
}

function bySimilarity(one: CandidateBody, other: CandidateBody): number {
  return other.similarity - one.similarity;
}

function reasonFor(row: PrintedRow, [best]: readonly CandidateBody[]): string | null {
  const { unknownCountry, unclear } = row;
  const unknown = hasAmbiguousCountry(row)
    ? namibiaOrNone(row)
    : `"${unknownCountry}" is no country that is known.`;
  const country = unknownCountry === null ? [] : [unknown];
  const name = unclear === null ? [] : ['It speaks of another name, and it is not clear of which one.'];
  const similar = best === undefined ? [] : [sentenceFor(best.reason)];
  return [...country, ...name, ...similar].join(' ') || null;
}

function namibiaOrNone({ unknownCountry }: PrintedRow): string {
  return `"${unknownCountry}" could be Namibia or "not available": write Namibia, or leave the country empty.`;
}

function distinct(bodies: readonly KnownBody[]): KnownBody[] {
  return bodies.filter((body, index) => bodies.findIndex(({ key }) => key === body.key) === index);
}

function undecided(as: string): Outcome {
  return {
    kind: 'REJECTED',
    reason: `The decision "${as.slice(0, 80)}" is neither "new" nor "skip" nor the slug of an organisation.`,
  };
}
