import { type CoalitionSeed, type OrganisationSeed, regionOfCountry } from '@coalition-hub/organisations';
import type { SignatureSeed, SigningSeed } from '@coalition-hub/signatories';
import { type StatementSeed, seedDigest } from '@coalition-hub/statements';
import { type Random, systemRandom } from '@coalition-hub/subgraph';
import { placeholderCountries } from './ceuta-and-melilla.js';

export interface BulkSize {
  readonly organisations: number;
  readonly statements: number;
  readonly signatures: number;
}

export interface BulkSeeds {
  readonly size: BulkSize;
  readonly coalition: CoalitionSeed;
  readonly organisations: readonly OrganisationSeed[];
  statements(): Iterable<StatementSeed>;
  signing(statement: StatementSeed, index: number): SigningSeed;
}

const yearMs = 365 * 86_400_000;

/** Placeholders of any number; each call makes new ones beside those of earlier calls. */
export function bulkSeeds(size: BulkSize, random: Random = systemRandom): BulkSeeds {
  const run = random.bytes(4, 'seed').toString('hex');
  const name = `Placeholder coalition ${run}`;
  const coalition = {
    id: random.uuid('coalition'),
    slug: `placeholder-coalition-${run}`,
    name,
    purpose: null,
  };
  const organisations = Array.from({ length: size.organisations }, (_, index) =>
    organisationOf(random, run, index),
  );
  const now = new Date().toISOString();
  return {
    size,
    coalition,
    organisations,
    *statements() {
      for (let index = 0; index < size.statements; index += 1)
        yield statementOf(random, coalition, run, index, now);
    },
    signing: (statement, index) => signingOf(random, statement, signersOf(organisations, size, index), now),
  };
}

function organisationOf(random: Random, run: string, index: number): OrganisationSeed {
  const number = String(index + 1).padStart(7, '0');
  return {
    id: random.uuid('organisation'),
    slug: `placeholder-${run}-${number}`,
    name: `Placeholder organisation ${run} ${number}`,
    country: placeholderCountries[index % placeholderCountries.length] ?? null,
    website: null,
  };
}

function statementOf(
  random: Random,
  coalition: CoalitionSeed,
  run: string,
  index: number,
  publishedAt: string,
): StatementSeed {
  return {
    id: random.uuid('statement'),
    slug: `placeholder-statement-${run}-${index + 1}`,
    kind: 'JOINT_STATEMENT',
    coalitionId: coalition.id,
    coAuthorIds: [],
    revisionId: random.uuid('revision'),
    language: 'en',
    title: `Placeholder statement ${run} ${index + 1}`,
    text: 'Placeholder text, entered to try how the hub behaves with much data.',
    publishedAt,
  };
}

/** As many for each statement, and one more for the first ones where it does not come out even. */
function signersOf(
  organisations: readonly OrganisationSeed[],
  { statements, signatures }: BulkSize,
  index: number,
) {
  const each = Math.floor(signatures / statements) + (index < signatures % statements ? 1 : 0);
  return organisations.slice(0, each);
}

function signingOf(
  random: Random,
  statement: StatementSeed,
  signers: readonly OrganisationSeed[],
  now: string,
): SigningSeed {
  return {
    statementId: statement.id,
    revisionId: statement.revisionId,
    revisionDigest: seedDigest(statement),
    openedAt: now,
    closesAt: new Date(Date.parse(now) + yearMs).toISOString(),
    signatures: signers.map((signer) => signatureOf(random, signer, now)),
    list: null,
  };
}

function signatureOf(
  random: Random,
  { id, name, country }: OrganisationSeed,
  signedAt: string,
): SignatureSeed {
  return {
    id: random.uuid('signature'),
    organisationId: id,
    name,
    country,
    region: regionOfCountry(country),
    signedAt,
  };
}
