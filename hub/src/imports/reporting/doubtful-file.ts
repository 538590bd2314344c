import { type FileHandle, open, rm } from 'node:fs/promises';
import { byteOrderMark, csvLine } from '../../csv/csv-line.js';
import { HubError } from '../../hub-error.js';
import type { CandidateBody } from '../planning/outcome.js';
import type { PlannedRow } from '../planning/plan-rows.js';
import type { PrintedRow } from '../planning/printed-row.js';
import { firstLineOf } from '../registry/listed-bodies.js';
import type { RegisteredBody } from '../registry/registered-body.js';

/** Without commas and quotes, so that a spreadsheet that saves it anew leaves it a comment. */
const guidance =
  '# Write into the first column: new or skip or what stands before the colon of the organisation that it is (with renamed before it if it goes by the printed name now) – then import this file\r\n';

const mostCandidates = 5;

const plainReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'part of its path is a file',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  EISDIR: 'it is a folder; name a file in it',
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  ENAMETOOLONG: 'its name is too long',
};

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
      throw new HubError(`${path} cannot be written: ${plainReasons[code ?? ''] ?? message}.`);
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
    const doubtful = new Set(
      rows.flatMap(({ row, outcome }) => (outcome.kind === 'DOUBTFUL' ? [row.line] : [])),
    );
    const lines = rows.map(({ row, outcome }) => {
      if (outcome.kind === 'DOUBTFUL')
        return doubtfulLine(row as PrintedRow, outcome.reason, outcome.candidates.map(named));
      return isLaterChange({ row, outcome } as PlannedRow, doubtful)
        ? doubtfulLine(row as PrintedRow, needsNone, [])
        : '';
    });
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
  'change',
  'formerly',
  'now known as',
  'also known as',
  'renamed on',
  'line',
  'why',
  ...Array.from({ length: mostCandidates }, (_, index) => `could be ${index + 1}`),
];

/** The day stands in both columns of which an import reads one: member since, or signed on. NA alone is ambiguous. */
function doubtfulLine(row: PrintedRow, reason: string, candidates: readonly string[]): string {
  const { line, printed, country, unknownCountry, acronym, day } = row;
  const place = unknownCountry ?? (country === 'NA' ? 'Namibia' : country) ?? '';
  const days = [day ?? '', day ?? '', row.change?.toLowerCase() ?? ''];
  const renaming = [row.formerly.join('; '), row.name === printed ? '' : row.name, row.aka.join('; ')];
  const names = [...renaming, row.renamedOn ?? ''];
  return csvLine(['', printed, place, acronym ?? '', ...days, ...names, String(line), reason, ...candidates]);
}

const needsNone = 'Needs no decision: it follows the one about an earlier row.';

/** What happens to a doubtful body later in the list would be lost once it is decided. */
function isLaterChange(planned: PlannedRow, doubtful: ReadonlySet<number>): boolean {
  const { kind } = planned.outcome;
  const isChange = kind === 'RENAMED' || (kind !== 'DOUBTFUL' && (planned.row as PrintedRow).change != null);
  return isChange && kind !== 'REJECTED' && doubtful.has(firstLineOf(planned));
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
