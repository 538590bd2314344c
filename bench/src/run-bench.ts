import type { StatementAnswer } from './answer.js';
import { compareAnswers } from './compare-answers.js';
import type { Contender, DatabaseServer } from './contender.js';
import { openDatabaseServer } from './database-server.js';
import type { RunningHub } from './hub-process.js';
import { installPeers } from './install-peers.js';
import { LoadGenerator } from './load-generator.js';
import { measureRounds, type RoundsToMeasure } from './measure-rounds.js';
import { measureStarts } from './measure-starts.js';
import { OPERATION } from './operation.js';
import type { Options } from './options.js';
import { createPeerDatabase } from './peer-database.js';
import { startPeer } from './peer-process.js';
import { readMemory } from './process-table.js';
import type { Progress } from './progress.js';
import { createReport, type Report } from './report.js';
import { readSampleStatement } from './sample-statement.js';
import { countHubTransactions, transactionsPerRequest } from './transactions.js';
import { makeWorkFolder } from './work-folder.js';

/**
 * Measures everything once.
 *
 * @param cleanup gets whatever has to be undone, also when this fails or is interrupted
 * @throws where the contenders answer differently, or one of them fails
 */
export async function runBench(
  options: Options,
  progress: Progress,
  cleanup: AsyncDisposableStack,
): Promise<Report> {
  if (options.only.includes('postgraphile')) await installPeers(progress);
  const { dataDir } = await makeWorkFolder(cleanup);
  const { hub, start } = await measureStarts(dataDir, progress, cleanup);
  const server = await openDatabaseServer(dataDir, cleanup);
  const contender = hubContender(hub);
  const statement = await readSampleStatement(contender.url);
  const peers = await startPeers(options, server, statement, cleanup);
  progress.step('comparing the answers');
  await compareAnswers([contender, ...peers], statement);
  const contenders = [contender, ...peers].filter(({ name }) => options.only.includes(name));
  const generator = new LoadGenerator(cleanup);
  const measured = await measureLoad({
    ...options,
    contenders,
    server,
    generator,
    progress,
    slug: statement.slug,
  });
  return createReport({ options, start, memory: readMemory(contender.pid), ...measured });
}

/** A hub as one that is measured. */
export function hubContender({ url, process }: RunningHub): Contender {
  return { name: 'hub', url: `${url}/graphql`, pid: process.pid, query: OPERATION };
}

async function startPeers(
  { only }: Options,
  server: DatabaseServer,
  statement: StatementAnswer,
  cleanup: AsyncDisposableStack,
): Promise<Contender[]> {
  const databaseUrl = await createPeerDatabase(server, statement);
  const contenders: Contender[] = [];
  for (const name of ['by-hand', 'postgraphile'] as const) {
    if (!only.includes(name)) continue;
    contenders.push(await startPeer(cleanup, name, databaseUrl));
  }
  return contenders;
}

async function measureLoad(setting: RoundsToMeasure) {
  const before = await countHubTransactions(setting.server);
  const { slices, hubRequests } = await measureRounds(setting);
  const hubTransactionsPerRequest =
    hubRequests === 0 ? null : await transactionsPerRequest(setting.server, before, hubRequests);
  return { slices, hubTransactionsPerRequest };
}
