import type { BulkSize } from '../sample/bulk-seeds.js';
import { BadUsage, type HubCommand, type OptionValues } from './command.js';
import type { SeededPlaceholders } from './seed-placeholders.js';

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
  async run({ config, values, print }) {
    const size = sizeOf(values);
    const { seedPlaceholders } = await import('./seed-placeholders.js');
    const entered = await seedPlaceholders(config, size);
    print(values['json'] === true ? JSON.stringify(entered) : sentence(entered));
  },
};

function sizeOf(values: OptionValues): BulkSize {
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

function count(values: OptionValues, name: string): number {
  const value = Number(values[name] ?? 0);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new BadUsage(`--${name} must be a whole number from 0 to ${most}.`);
}

function sentence({ coalition, organisations, statements, signatures }: SeededPlaceholders): string {
  return `Entered ${organisations} organisations, ${statements} statements and ${signatures} signatures under the coalition "${coalition}".`;
}
