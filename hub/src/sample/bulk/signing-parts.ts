import { regionOfCountry } from '@coalition-hub/organisations';
import type { OpenWindowSeed, SignatureSeed, SigningPart } from '@coalition-hub/signatories';
import { seedDigest } from '@coalition-hub/statements';
import { Draws } from './draws.js';
import { placeholderOrganisation } from './placeholder-organisation.js';
import { placeholderStatement, type StatementSetting } from './placeholder-statement.js';
import { type SignatureNumbers, signatureShares } from './signature-shares.js';

const yearMs = 365 * 86_400_000;

/** All windows with their signatures, in parts of at most `rows` of them: many small statements, or a piece of a large one. */
export function* signingParts(
  setting: StatementSetting,
  size: SignatureNumbers,
  rows: number,
): Generator<readonly SigningPart[]> {
  let parts: SigningPart[] = [];
  let weight = 0;
  let index = 0;
  for (const share of signatureShares(size)) {
    const signing = new PlaceholderSigning(setting, size.organisations, index);
    for (let from = 0; from === 0 || from < share; ) {
      const taken = Math.min(share - from, rows - weight);
      parts.push(signing.part(from, taken));
      from += Math.max(1, taken);
      weight += taken + 1;
      if (weight < rows) continue;
      yield parts;
      parts = [];
      weight = 0;
    }
    index += 1;
  }
  if (parts.length > 0) yield parts;
}

/** Who signs the statement with this number: each organisation once at most, in an order of its own. */
class PlaceholderSigning {
  readonly #window: OpenWindowSeed;
  readonly #first: number;
  readonly #step: number;

  constructor(
    private readonly setting: StatementSetting,
    private readonly organisations: number,
    private readonly index: number,
  ) {
    this.#window = windowOf(setting, index);
    const draws = new Draws(setting.seed, 'signing', index);
    this.#first = draws.below(Math.max(1, organisations));
    this.#step = coprimeTo(organisations, 1 + draws.below(Math.max(1, organisations)));
  }

  part(from: number, count: number): SigningPart {
    return {
      window: this.#window,
      opens: from === 0,
      signatures: Array.from({ length: count }, (_, turn) => this.#signature(from + turn)),
    };
  }

  #signature(turn: number): SignatureSeed {
    const { seed, now } = this.setting;
    const signer = placeholderOrganisation(seed, (this.#first + turn * this.#step) % this.organisations);
    const draws = new Draws(`${seed} ${this.index}`, 'signature', turn);
    const opened = Date.parse(this.#window.openedAt);
    return {
      id: draws.id,
      organisationId: signer.id,
      name: signer.name,
      country: signer.country,
      region: regionOfCountry(signer.country),
      signedAt: new Date(opened + draws.below(Date.parse(now) - opened)).toISOString(),
    };
  }
}

function windowOf(setting: StatementSetting, index: number): OpenWindowSeed {
  const statement = placeholderStatement(setting, index);
  return {
    statementId: statement.id,
    revisionId: statement.revisionId,
    revisionDigest: seedDigest(statement),
    openedAt: statement.publishedAt,
    closesAt: new Date(Date.parse(setting.now) + yearMs).toISOString(),
  };
}

/** Steps of such a length come to every one of `total` before they come to one again. */
function coprimeTo(total: number, from: number): number {
  let step = from;
  while (greatestDivisor(step, total) > 1) step += 1;
  return step;
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
