import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import { type BulkSize, bulkSeeds } from '../sample/bulk-seeds.js';
import { loadBulk } from '../sample/load-bulk.js';
import { BadUsage, type HubCommand } from './command.js';
import { Progress } from './progress.js';

const most = 10_000_000;

export const seed: HubCommand = {
  name: 'seed',
  summary: 'Enters placeholder data of any size, to see how the hub behaves with it.',
  usage: 'seed --organisations N --statements N --signatures N [--json]',
  options: {
    organisations: { type: 'string' },
    statements: { type: 'string' },
    signatures: { type: 'string' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    '--organisations N': 'Organisations, all members of a new coalition.',
    '--statements N': 'Statements of that coalition, open for signature for a year.',
    '--signatures N': 'Signatures in all, spread evenly over the statements.',
    '--json': 'Prints what was entered as JSON.',
  },
  run({ config, values, print }) {
    const size = sizeOf(values);
    return withServices(config, async (running: RunningSubgraphs) => {
      const progress = new Progress('seeding', size.organisations + size.statements + size.signatures);
      const seeds = bulkSeeds(size);
      await loadBulk(running, seeds, (done) => progress.update(done));
      progress.end();
      const entered = { coalition: seeds.coalition.slug, ...size };
      print(values['json'] === true ? JSON.stringify(entered) : sentence(entered));
    });
  },
};

function sizeOf(values: Readonly<Record<string, string | boolean | undefined>>): BulkSize {
  const organisations = count(values, 'organisations');
  const statements = count(values, 'statements');
  const signatures = count(values, 'signatures');
  if (signatures > organisations * statements) {
    throw new BadUsage(
      'There cannot be more signatures than organisations times statements: each signs once.',
    );
  }
  return { organisations, statements, signatures };
}

function count(values: Readonly<Record<string, string | boolean | undefined>>, name: string): number {
  const value = Number(values[name] ?? 0);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new BadUsage(`--${name} must be a whole number from 0 to ${most}.`);
}

function sentence({
  coalition,
  organisations,
  statements,
  signatures,
}: BulkSize & { coalition: string }): string {
  return `Entered ${organisations} organisations, ${statements} statements and ${signatures} signatures under the coalition "${coalition}".`;
}
