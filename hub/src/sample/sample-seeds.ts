import type { DeliverySeed } from '@coalition-hub/events';
import { type OrganisationSeed, type RegistrySeed, regionOfCountry } from '@coalition-hub/organisations';
import type { SignatureSeed, SigningSeed } from '@coalition-hub/signatories';
import { type StatementSeed, seedDigest } from '@coalition-hub/statements';
import { seededRandom } from '@coalition-hub/subgraph';
import * as facts from './ceuta-and-melilla.js';

export interface SampleSeeds {
  readonly registry: RegistrySeed;
  readonly statement: StatementSeed;
  readonly signing: SigningSeed;
  delivery(listDigest: string): DeliverySeed;
}

/** The sample as rows, the same at every call. */
export function sampleSeeds(): SampleSeeds {
  const random = seededRandom('coalition-hub sample 1');
  const organisations = [...deliverers(random), ...placeholders(random)];
  const coalition = { id: random.uuid('coalition'), ...facts.coalition };
  const statement = statementOf(random, coalition.id, organisations.slice(0, facts.deliverers.length));
  const signing = signingOf(random, statement, organisations);
  return {
    registry: {
      organisations,
      coalitions: [coalition],
      memberships: memberships(random, coalition.id, organisations),
    },
    statement,
    signing,
    delivery: (listDigest) => deliveryOf(random, statement, signing, listDigest),
  };
}

type Ids = ReturnType<typeof seededRandom>;

function deliverers(random: Ids): OrganisationSeed[] {
  return facts.deliverers.map((deliverer) => ({ id: random.uuid('organisation'), ...deliverer }));
}

function placeholders(random: Ids): OrganisationSeed[] {
  return Array.from({ length: facts.placeholders.count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0');
    return {
      id: random.uuid('organisation'),
      slug: `sample-organisation-${number}`,
      name: `${facts.placeholders.name} ${number}`,
      country: facts.placeholderCountries[index % facts.placeholderCountries.length] ?? null,
      website: null,
    };
  });
}

function memberships(random: Ids, coalitionId: string, organisations: readonly OrganisationSeed[]) {
  return organisations.map(({ id: organisationId }, index) => ({
    id: random.uuid('membership'),
    coalitionId,
    organisationId,
    role: index === 0 ? 'SECRETARIAT' : 'MEMBER',
    joinedOn: facts.signing.openedAt.slice(0, 10),
  }));
}

function statementOf(
  random: Ids,
  coalitionId: string,
  coAuthors: readonly OrganisationSeed[],
): StatementSeed {
  return {
    id: random.uuid('statement'),
    revisionId: random.uuid('revision'),
    coalitionId,
    coAuthorIds: coAuthors.map(({ id }) => id),
    ...facts.statement,
  };
}

function signingOf(random: Ids, statement: StatementSeed, signers: readonly OrganisationSeed[]): SigningSeed {
  const { openedAt, closesAt, frozenAt } = facts.signing;
  return {
    statementId: statement.id,
    revisionId: statement.revisionId,
    revisionDigest: seedDigest(statement),
    openedAt,
    closesAt,
    signatures: signers.map((signer, index) => signatureOf(random, signer, index / signers.length)),
    list: { id: random.uuid('signatory list'), frozenAt },
  };
}

/** @param part how far into the days of signing, 0 to 1 */
function signatureOf(random: Ids, { id, name, country }: OrganisationSeed, part: number): SignatureSeed {
  const start = Date.parse(`${facts.signing.firstDay}T08:00:00.000Z`);
  const signedAt = new Date(start + Math.floor(part * facts.signing.days) * 86_400_000).toISOString();
  return {
    id: random.uuid('signature'),
    organisationId: id,
    name,
    country,
    region: regionOfCountry(country),
    signedAt,
  };
}

function deliveryOf(
  random: Ids,
  statement: StatementSeed,
  { list }: SigningSeed,
  listDigest: string,
): DeliverySeed {
  return {
    body: { id: random.uuid('body'), ...facts.body },
    event: { id: random.uuid('event'), ...facts.event },
    agendaItem: { id: random.uuid('agenda item'), ...facts.agendaItem },
    delivery: {
      id: random.uuid('delivery'),
      statementId: statement.id,
      listId: list?.id ?? '',
      listDigest,
      deliveredOn: facts.deliveredOn,
      deliveredByIds: [...statement.coAuthorIds],
    },
  };
}
