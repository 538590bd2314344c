import { type OrganisationSeed, regionOfCountry } from '@coalition-hub/organisations';
import { type SignatureSeed, type SigningSeed, seedListDigest } from '@coalition-hub/signatories';
import { type StatementSeed, seedDigest } from '@coalition-hub/statements';
import { seededRandom } from '@coalition-hub/subgraph';
import * as facts from './ceuta-and-melilla.js';
import { practiceCoalition, practiceDays, practiceStatement } from './practice-statement.js';
import type { PlacedDelivery, SamplePart } from './sample-part.js';

/** The statement on Ceuta and Melilla, and the practice statement, which is open from `now` on. */
export function firstPart(now: Date): SamplePart {
  const random = seededRandom('coalition-hub sample 1');
  const organisations = [...deliverers(random), ...placeholders(random)];
  const coalition = { id: random.uuid('coalition'), ...facts.coalition };
  const practice = { id: random.uuid('coalition'), ...practiceCoalition };
  const statement = statementOf(random, coalition.id, organisations.slice(0, facts.deliverers.length));
  const practiced = practiceOf(random, practice.id, now);
  const signing = signingOf(random, statement, organisations);
  const event = eventOf(random);
  return {
    name: 'sample data',
    registry: {
      organisations,
      coalitions: [coalition, practice],
      memberships: memberships(random, coalition.id, organisations),
    },
    life: { roleTerms: [], workingGroups: [] },
    statements: [statement, practiced],
    signings: [signing, openSigning(practiced, now)],
    events: [event],
    deliveries: [deliveryOf(random, event, statement, signing)],
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

function practiceOf(random: Ids, coalitionId: string, now: Date): StatementSeed {
  return {
    id: random.uuid('statement'),
    revisionId: random.uuid('revision'),
    coalitionId,
    coAuthorIds: [],
    ...practiceStatement,
    publishedAt: now.toISOString(),
  };
}

function openSigning(statement: StatementSeed, now: Date): SigningSeed {
  return {
    statementId: statement.id,
    revisionId: statement.revisionId,
    revisionDigest: seedDigest(statement),
    openedAt: now.toISOString(),
    closesAt: new Date(now.getTime() + practiceDays * 86_400_000).toISOString(),
    signatures: [],
    list: null,
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

function eventOf(random: Ids) {
  return {
    body: { id: random.uuid('body'), ...facts.body },
    event: { id: random.uuid('event'), ...facts.event },
    agendaItems: [{ id: random.uuid('agenda item'), ...facts.agendaItem }] as const,
  };
}

function deliveryOf(
  random: Ids,
  { event, agendaItems: [agendaItem] }: ReturnType<typeof eventOf>,
  statement: StatementSeed,
  signing: SigningSeed,
): PlacedDelivery {
  return {
    place: { eventId: event.id, agendaItemId: agendaItem.id },
    delivery: {
      id: random.uuid('delivery'),
      statementId: statement.id,
      listId: signing.list?.id ?? '',
      listDigest: seedListDigest(signing),
      deliveredOn: facts.deliveredOn,
      deliveredByIds: [...statement.coAuthorIds],
    },
  };
}
