import type { Progress } from '../progress.js';
import { makeWorkFolder } from '../work-folder.js';
import { ask } from './ask.js';
import type { Line } from './line.js';
import { listLines } from './list-lines.js';
import { type LineSlice, measureSlice } from './measure-line.js';
import { prepareLargeData, type Seeded } from './prepare-data.js';
import { type ScaleHub, startScaleHub } from './scale-hub.js';
import type { ScaleOptions } from './scale-options.js';
import { createScaleReport, type LineSlices, type ScaleReport } from './scale-report.js';
import { searchLines } from './search-lines.js';
import { signingLines } from './signing-lines.js';
import { type MemoryFigures, statementSlugs, watchMemory } from './watch-memory.js';
import { exploreWorld, type World } from './world.js';

const dayMs = 86_400_000;

/** Connections open, statements are prepared and code is compiled before it counts. */
const warmUpRounds = 1;

/**
 * Measures everything once.
 *
 * @param cleanup gets whatever has to be undone, also when this fails or is interrupted
 * @throws where a hub does not answer as it should
 */
export async function runScale(
  options: ScaleOptions,
  progress: Progress,
  cleanup: AsyncDisposableStack,
): Promise<ScaleReport> {
  const { dataDir, seeded } = await prepareLargeData(options, progress, cleanup);
  const sample = await startScaleHub('sample', (await makeWorkFolder(cleanup)).dataDir, cleanup);
  const large = await startScaleHub('large', dataDir, cleanup);
  const lines = [...listLines, ...signingLines, ...searchLines].filter(({ name }) =>
    name.includes(options.only),
  );
  progress.step('looking for places in the middle of lists');
  const worlds = lines.length === 0 ? [] : [await sampleWorld(sample), await largeWorld(large, seeded)];
  const slices = await measureLines(lines, worlds, options, progress);
  const memory = 'memory'.includes(options.only) ? await readAll(large, seeded, options, progress) : [];
  return createScaleReport(options, seeded, slices, memory);
}

function sampleWorld(hub: ScaleHub): Promise<World> {
  return exploreWorld({
    hub,
    coalition: 'ceuta-and-melilla',
    statement: 'ceuta-and-melilla',
    rareCountries: ['TD', 'GM', 'SD'],
    days: ['2022-12-01', '2023-06-01', '2024-02-01'],
    stride: { organisations: 12, members: 9, statements: 1, signatures: 9 },
  });
}

async function largeWorld(hub: ScaleHub, { coalition, ...size }: Seeded): Promise<World> {
  const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);
  const statement = `${coalition.replace('coalition', 'statement')}-1`;
  const largest = await ask<{ statement: { signatureCount: { public: number } } }>(hub, {
    query: 'query ($slug: String!) { statement(slug: $slug) { signatureCount { public } } }',
    variables: { slug: statement },
  });
  const stride = (entries: number) => Math.max(1, Math.floor(entries / 10));
  return exploreWorld({
    hub,
    coalition,
    statement,
    rareCountries: ['CV', 'MR', 'FJ'],
    days: [ago(300), ago(600), ago(900)],
    stride: {
      organisations: stride(size.organisations),
      members: stride(size.organisations),
      statements: stride(size.statements),
      signatures: stride(largest.statement.signatureCount.public),
    },
  });
}

/**
 * Asks every line in every round: what disturbs one hub for some seconds, such as PostgreSQL tidying up, meets one round
 * of some lines and not all rounds of one.
 */
async function measureLines(
  lines: readonly Line[],
  worlds: readonly World[],
  { rounds, requests }: ScaleOptions,
  progress: Progress,
): Promise<LineSlices[]> {
  const measured = lines.map((line) => ({ line, sample: [] as LineSlice[], large: [] as LineSlice[] }));
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    progress.step(round < 0 ? 'warm-up' : `round ${round + 1} of ${rounds}`);
    const first = (round + warmUpRounds) * requests;
    const turns = Array.from({ length: requests }, (_, turn) => first + turn);
    for (const slices of measured) {
      for (const world of worlds) {
        const slice = await measureSlice(slices.line, world, turns);
        if (round >= 0) slices[world.hub.name].push(slice);
      }
    }
  }
  return measured;
}

async function readAll(
  hub: ScaleHub,
  { organisations, signatures }: Seeded,
  { pages }: ScaleOptions,
  progress: Progress,
): Promise<MemoryFigures[]> {
  progress.step('reading all organisations');
  const everybody = { what: 'organisations', list: 'organisations', slugs: [null] } as const;
  const first = await watchMemory(hub, { ...everybody, entries: organisations }, pages);
  progress.step('reading all signatures');
  const slugs = await statementSlugs(hub);
  const signed = { what: 'signatures', list: 'signatures', slugs, entries: signatures } as const;
  return [first, await watchMemory(hub, signed, pages)];
}
