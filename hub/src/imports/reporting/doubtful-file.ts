import { type FileHandle, open, rm } from 'node:fs/promises';
import { byteOrderMark, csvLine } from '../../csv/csv-line.js';
import { HubError } from '../../hub-error.js';
import type { CandidateBody } from '../planning/outcome.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import type { PrintedRow } from '../planning/printed-row.js';
import type { RegisteredBody } from '../registry/registered-body.js';

/** Without commas and quotes, so that a spreadsheet that saves it anew leaves it a comment. */
const guidance =
  '# Write into the first column: new or skip or what stands before the colon of the organisation that it is – then import this file\r\n';

const mostCandidates = 5;

/** The file with the rows that a person must decide, which can be imported again afterwards. */
export class DoubtfulFile {
  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /**
   * Made before anything is entered, so that a path that cannot be written costs nothing.
   * @throws HubError in one plain sentence; also where the file exists, since somebody's decisions may be in it
   */
  static async create(path: string): Promise<DoubtfulFile> {
    try {
      return new DoubtfulFile(path, await open(path, 'wx'));
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === 'EEXIST')
        throw new HubError(`${path} exists already; name another file for the doubtful rows, or remove it.`);
      throw new HubError(`${path} cannot be written: ${message}.`);
    }
  }

  /**
   * @param slugOfLine what the organisation of an earlier line is called, where it was entered
   * @throws HubError where the disk does not take it; the list itself is entered then
   */
  async write(
    rows: readonly PlannedRow[],
    bodies: ReadonlyMap<string, RegisteredBody>,
    slugOfLine: (line: number) => string | undefined,
  ): Promise<void> {
    const named = (candidate: CandidateBody) => candidateText(candidate, bodies, slugOfLine);
    const lines = rows.map(({ row, outcome }) =>
      outcome.kind === 'DOUBTFUL'
        ? doubtfulLine(row as PrintedRow, outcome.reason, outcome.candidates.map(named))
        : '',
    );
    try {
      await this.file.writeFile(byteOrderMark + guidance + csvLine(headers) + lines.join(''));
      await this.file.close();
    } catch (error) {
      throw new HubError(
        `What is clear of the list was entered, but the doubtful rows could not be written to ${this.path}: ${(error as Error).message}. Import the same list again to get them.`,
      );
    }
  }

  /** For imports without a doubtful row, and those that failed. */
  async remove(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }
}

const headers = [
  'decision',
  'name',
  'country',
  'acronym',
  'since',
  'date',
  'line',
  'why',
  ...Array.from({ length: mostCandidates }, (_, index) => `could be ${index + 1}`),
];

/** The day stands in both columns of which an import reads one: member since, or signed on. */
function doubtfulLine(row: PrintedRow, reason: string, candidates: readonly string[]): string {
  const { line, name, country, unknownCountry, acronym, day } = row;
  const place = unknownCountry ?? country ?? '';
  return csvLine(['', name, place, acronym ?? '', day ?? '', day ?? '', String(line), reason, ...candidates]);
}

function candidateText(
  { organisationId, line }: CandidateBody,
  bodies: ReadonlyMap<string, RegisteredBody>,
  slugOfLine: (line: number) => string | undefined,
): string {
  const body = organisationId === undefined ? undefined : bodies.get(organisationId);
  if (body !== undefined)
    return `${body.slug}: ${body.name}${body.country === null ? '' : ` (${body.country})`}`;
  const slug = line === undefined ? undefined : slugOfLine(line);
  return slug === undefined ? `line ${line}` : `${slug}: line ${line}`;
}
