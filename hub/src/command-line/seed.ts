import { randomBytes } from 'node:crypto';
import type { SignatureNumbers } from '../sample/bulk/signature-shares.js';
import { BadUsage, type HubCommand, type OptionValues } from './command.js';
import type { SeededPlaceholders } from './seed-placeholders.js';

const most = 10_000_000;

export const seed: HubCommand = {
  name: 'seed',
  summary: 'Enters placeholder data of any size, to see how the hub behaves with it.',
  usage: 'seed --organisations N --statements N --signatures N [--random-seed TEXT] [--json]',
  options: {
    organisations: { type: 'string' },
    statements: { type: 'string' },
    signatures: { type: 'string' },
    'random-seed': { type: 'string' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    '--organisations N': 'Organisations, all members of a new coalition.',
    '--statements N': 'Statements of that coalition, open for signature for a year.',
    '--signatures N': 'Signatures in all: the first statements get the most, most statements few.',
    '--random-seed TEXT': 'Makes the same placeholders again, in another hub; one is drawn unless told.',
    '--json': 'Prints what was entered as JSON.',
  },
  async run({ config, values, print }) {
    const size = sizeOf(values);
    const { seedPlaceholders } = await import('./seed-placeholders.js');
    const entered = await seedPlaceholders(config, size, randomSeedOf(values));
    print(values['json'] === true ? JSON.stringify(entered) : sentence(entered));
  },
};

function sizeOf(values: OptionValues): SignatureNumbers {
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

function randomSeedOf(values: OptionValues): string {
  const seed = values['random-seed'] ?? randomBytes(8).toString('hex');
  if (typeof seed === 'string' && /^[\x21-\x7e]{1,100}$/.test(seed)) return seed;
  throw new BadUsage('--random-seed must be 1 to 100 visible ASCII characters.');
}

function sentence(entered: SeededPlaceholders): string {
  const { coalition, randomSeed, organisations, statements, signatures } = entered;
  const { enteredSeconds, followedSeconds } = entered;
  const seconds = enteredSeconds + followedSeconds;
  const rate = Math.round((organisations + statements + signatures) / Math.max(0.1, seconds));
  return [
    `Entered ${organisations} organisations, ${statements} statements and ${signatures} signatures under the coalition "${coalition}".`,
    `It took ${seconds.toFixed(1)} s (${rate} rows/s), of which services needed ${followedSeconds.toFixed(1)} s to follow. The random seed was ${randomSeed}.`,
  ].join('\n');
}
