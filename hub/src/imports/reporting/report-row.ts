import type { CandidateBody, ListedBody } from '../planning/outcome.js';
import type { ListPlan } from '../planning/plan-list.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import type { RegisteredBody } from '../registry/registered-body.js';
import { plain } from './plain.js';

/** A row of a report for machines. */
export interface ReportedRow {
  readonly line: number;
  readonly name: string;
  readonly country: string | null;
  readonly outcome: string;
  readonly reason?: string;
  /** Slug of the organisation that it is. */
  readonly organisation?: string;
  /** Line that names the same body. */
  readonly sameAs?: number;
  readonly candidates?: readonly ReportedCandidate[];
}

interface ReportedCandidate {
  readonly organisation?: string;
  readonly name?: string;
  readonly country: string | null;
  readonly line?: number;
  readonly similarity: number;
  readonly reason: string;
}

export function reportedRow({ row, outcome }: PlannedRow, { bodies }: Pick<ListPlan, 'bodies'>): ReportedRow {
  const country = 'country' in row ? row.country : null;
  const common = { line: row.line, name: row.name, country, outcome: outcome.kind };
  switch (outcome.kind) {
    case 'MATCHED':
      return withoutUndefined({ ...common, organisation: bodies.get(outcome.organisationId)?.slug });
    case 'REPEATED':
      return { ...common, sameAs: outcome.of };
    case 'RENAMED':
      return withoutUndefined({ ...common, ...listedBody(outcome.body, bodies), reason: outcome.reason });
    case 'LEFT':
      return withoutUndefined({ ...common, ...listedBody(outcome.body, bodies) });
    case 'DOUBTFUL':
      return {
        ...common,
        reason: outcome.reason,
        candidates: outcome.candidates.map((one) => reportedCandidate(one, bodies)),
      };
    case 'REJECTED':
      return { ...common, reason: outcome.reason };
    default:
      return common;
  }
}

function listedBody(body: ListedBody, bodies: ReadonlyMap<string, RegisteredBody>) {
  return 'of' in body ? { sameAs: body.of } : { organisation: bodies.get(body.organisationId)?.slug };
}

function reportedCandidate(
  { organisationId, line, country, similarity, reason }: CandidateBody,
  bodies: ReadonlyMap<string, RegisteredBody>,
): ReportedCandidate {
  const body = organisationId === undefined ? undefined : bodies.get(organisationId);
  const rounded = Math.round(similarity * 100) / 100;
  return withoutUndefined({
    organisation: body?.slug,
    name: body?.name,
    country,
    line,
    similarity: rounded,
    reason,
  });
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Defined<T>;
}

const words: Readonly<Record<string, string>> = {
  NEW: 'new',
  MATCHED: 'matched',
  REPEATED: 'repeated',
  RENAMED: 'renamed',
  LEFT: 'removed',
  PERSON: 'person',
  SKIPPED: 'left out',
  DOUBTFUL: 'doubtful',
  REJECTED: 'rejected',
};

/** A row of a report for people, on a line of its own. */
export function rowLine(row: ReportedRow): string {
  const place = row.country === null ? '' : ` (${row.country})`;
  const remark = remarkOf(row);
  const head = `${(words[row.outcome] ?? row.outcome).padEnd(9)} line ${row.line}: ${plain(row.name) || '(no name)'}${place}`;
  return remark === '' ? head : `${head} – ${plain(remark)}`;
}

function remarkOf({ reason, organisation, sameAs, candidates = [] }: ReportedRow): string {
  const why = reason === undefined ? '' : `. ${reason}`;
  if (organisation !== undefined) return `${organisation}${why}`;
  if (sameAs !== undefined) return `the same as line ${sameAs}${why}`;
  const named = candidates.map(({ organisation: slug, name, line }) =>
    slug === undefined ? `line ${line}` : `${slug} (${name})`,
  );
  return [reason ?? '', ...(named.length > 0 ? [`Could be: ${named.join('; ')}.`] : [])].join(' ').trim();
}
