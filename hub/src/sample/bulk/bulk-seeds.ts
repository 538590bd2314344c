import { createHash } from 'node:crypto';
import { type CoalitionSeed, type RegistrySeed } from '@coalition-hub/organisations';
import type { SigningPart } from '@coalition-hub/signatories';
import type { StatementSeed } from '@coalition-hub/statements';
import { Draws } from './draws.js';
import { placeholderMembership } from './placeholder-membership.js';
import { placeholderOrganisation } from './placeholder-organisation.js';
import { placeholderStatement } from './placeholder-statement.js';
import type { SignatureNumbers } from './signature-shares.js';
import { signingParts } from './signing-parts.js';

/**
 * Placeholders of any number, made as they are asked for: none is kept. The same `seed` and `now` make the same ones, ids
 * included.
 */
export interface BulkSeeds {
  readonly coalition: CoalitionSeed;
  /** @param rows organisations of a part at most */
  registry(rows: number): Generator<RegistrySeed>;
  statements(rows: number): Generator<readonly StatementSeed[]>;
  /** @param rows signatures of a part at most */
  signings(rows: number): Generator<readonly SigningPart[]>;
}

/** @param now ISO 8601 in UTC */
export function bulkSeeds(size: SignatureNumbers, seed: string, now: string): BulkSeeds {
  const run = createHash('sha256').update(seed).digest('hex').slice(0, 8);
  const coalition = {
    id: new Draws(run, 'coalition', 0).id,
    slug: `placeholder-coalition-${run}`,
    name: `Placeholder coalition ${run}`,
    purpose: null,
  };
  const setting = { seed: run, coalitionId: coalition.id, now };
  return {
    coalition,
    *registry(rows) {
      for (const numbers of runsOf(size.organisations, rows)) {
        yield {
          coalitions: [],
          organisations: numbers.map((index) => placeholderOrganisation(run, index)),
          memberships: numbers.map((index) => placeholderMembership(setting, index)),
        };
      }
    },
    *statements(rows) {
      for (const numbers of runsOf(size.statements, rows))
        yield numbers.map((index) => placeholderStatement(setting, index));
    },
    signings: (rows) => signingParts(setting, size, rows),
  };
}

/** The numbers from 0 up to but not `total`, `most` at a time. */
function* runsOf(total: number, most: number): Generator<number[]> {
  for (let from = 0; from < total; from += most)
    yield Array.from({ length: Math.min(most, total - from) }, (_, turn) => from + turn);
}
