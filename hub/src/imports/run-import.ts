import type { Subgraphs } from '../assembly/subgraphs.js';
import { type ListPlan, planList } from './planning/plan-list.js';
import type { List } from './reading/read-list.js';
import { bodiesById } from './registry/registered-body.js';
import { DoubtfulFile } from './reporting/doubtful-file.js';

/** A list that was read and looked up, before anything is entered. */
export interface PreparedImport extends ListPlan {
  readonly list: List;
}

export interface ImportSteps<Entered> {
  readonly list: List;
  readonly acceptDoubtful: boolean;
  readonly doubtfulPath: string | undefined;
  /** The last day that may stand in the list, `YYYY-MM-DD`; null for any. */
  readonly lastDay: string | null;
  /** Told how many rows were looked up, of all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Enters what can be entered, or nothing in a dry run; says which organisation each line has now. */
  readonly enter: (
    prepared: PreparedImport,
  ) => Promise<{ readonly entered: Entered; readonly idsByLine: ReadonlyMap<number, string> }>;
}

/**
 * Looks a list up, enters what is clear, and writes down what is doubtful.
 * @throws HubError in one plain sentence; nothing was stored then, unless it says so
 */
export async function runImport<Entered>(
  organisations: Subgraphs['organisations'],
  { list, acceptDoubtful, doubtfulPath, lastDay, onProgress, enter }: ImportSteps<Entered>,
): Promise<PreparedImport & { readonly entered: Entered }> {
  const doubtful = doubtfulPath === undefined ? null : await DoubtfulFile.create(doubtfulPath);
  try {
    const plan = await planList(organisations, list, {
      acceptDoubtful,
      lastDay,
      onProgress: (done) => onProgress(done, list.rows.length),
    });
    const { entered, idsByLine } = await enter({ ...plan, list });
    await writeDoubtful(organisations, doubtful, plan, idsByLine);
    return { ...plan, list, entered };
  } catch (error) {
    await doubtful?.remove();
    throw error;
  }
}

async function writeDoubtful(
  organisations: Subgraphs['organisations'],
  file: DoubtfulFile | null,
  { rows, bodies }: ListPlan,
  idsByLine: ReadonlyMap<number, string>,
): Promise<void> {
  if (!rows.some(({ outcome }) => outcome.kind === 'DOUBTFUL')) return file?.remove();
  const entered = await bodiesById(organisations, [...idsByLine.values()]);
  await file?.write(rows, bodies, (line) => entered.get(idsByLine.get(line) ?? '')?.slug);
}
