import { type OrganisationSeed, regionOfCountry } from '@coalition-hub/organisations';
import { type SignatureSeed, type SigningSeed, seedListDigest } from '@coalition-hub/signatories';
import { type StatementSeed, seedDigest } from '@coalition-hub/statements';
import type {
  CoalitionFacts,
  DeliveryFacts,
  DocumentFacts,
  EventFacts,
  OrganisationFacts,
  SignatoryFacts,
  StatementFacts,
} from './document-facts.js';
import { sampleId } from './sample-ids.js';
import type { PlacedDelivery, SamplePart } from './sample-part.js';

/** Organisations by slug. */
type Known = ReadonlyMap<string, OrganisationSeed>;

type Signed = ReadonlyMap<string, SigningSeed>;

/**
 * A founding document as rows.
 * @param elsewhere organisations that an earlier part of the sample enters
 * @throws Error when the facts name something that is not there
 */
export function documentPart(facts: DocumentFacts, elsewhere: readonly OrganisationSeed[]): SamplePart {
  const organisations = facts.organisations.map(organisationOf);
  const known: Known = new Map([...elsewhere, ...organisations].map((seed) => [seed.slug, seed]));
  const statements = facts.statements.map((statement) => statementOf(statement, known));
  const signings = facts.statements.map((statement, index) =>
    signingOf(statement, at(statements, index), known),
  );
  const signed: Signed = new Map(facts.statements.map(({ slug }, index) => [slug, at(signings, index)]));
  return {
    name: facts.name,
    registry: {
      organisations,
      coalitions: facts.coalitions.map(({ slug, name, purpose }) => ({
        id: sampleId('coalition', slug),
        slug,
        name,
        purpose,
      })),
      memberships: facts.coalitions.flatMap((coalition) => membershipsOf(coalition, known)),
    },
    life: {
      roleTerms: facts.coalitions.flatMap((coalition) => roleTermsOf(coalition, known)),
      workingGroups: facts.coalitions.flatMap((coalition) => workingGroupsOf(coalition, known)),
    },
    statements,
    signings,
    events: facts.events.map((event) => eventOf(event, known)),
    deliveries: facts.events.flatMap((event) => deliveriesOf(event, known, signed)),
  };
}

function organisationOf(facts: OrganisationFacts): OrganisationSeed {
  return { id: sampleId('organisation', facts.slug), ...facts };
}

function membershipsOf({ slug, members }: CoalitionFacts, known: Known) {
  return members.map(({ organisation, role, joinedOn }) => ({
    id: sampleId('membership', `${slug} ${organisation}`),
    coalitionId: sampleId('coalition', slug),
    organisationId: named(known, organisation).id,
    role,
    joinedOn,
  }));
}

function roleTermsOf({ slug, roleTerms = [] }: CoalitionFacts, known: Known) {
  return roleTerms.map(({ organisation, ...term }) => ({
    id: sampleId('role term', `${slug} ${organisation} ${term.since}`),
    coalitionId: sampleId('coalition', slug),
    organisationId: named(known, organisation).id,
    ...term,
  }));
}

function workingGroupsOf({ slug, workingGroups = [] }: CoalitionFacts, known: Known) {
  return workingGroups.map(({ members, ...group }) => ({
    id: sampleId('working group', `${slug} ${group.name}`),
    coalitionId: sampleId('coalition', slug),
    ...group,
    members: members.map(({ organisation, ...member }) => ({
      id: sampleId('working group membership', `${slug} ${group.name} ${organisation} ${member.since}`),
      organisationId: named(known, organisation).id,
      ...member,
    })),
  }));
}

function statementOf(facts: StatementFacts, known: Known): StatementSeed {
  const { slug, kind, language, title, text, publishedAt, addressees = [], footnotes = [] } = facts;
  return {
    id: sampleId('statement', slug),
    revisionId: sampleId('revision', slug),
    coalitionId: sampleId('coalition', facts.coalition),
    coAuthorIds: facts.coAuthors.map((author) => named(known, author).id),
    slug,
    kind,
    language,
    title,
    text,
    publishedAt,
    addressees: addressees.map(({ demands, ...addressee }) => ({
      ...addressee,
      demands: demands.map((text, index) => ({ number: index + 1, text })),
    })),
    footnotes: footnotes.map((footnote, index) => ({ number: index + 1, ...footnote })),
  };
}

function signingOf(facts: StatementFacts, statement: StatementSeed, known: Known): SigningSeed {
  return {
    statementId: statement.id,
    revisionId: statement.revisionId,
    revisionDigest: seedDigest(statement),
    openedAt: facts.openedAt,
    closesAt: facts.closedAt,
    signatures: facts.signatories.map((signatory, index) => ({
      id: sampleId('signature', `${facts.slug} ${index}`),
      signedAt: facts.signedAt,
      reported: true,
      ...signatoryOf(signatory, known),
    })),
    list: { id: sampleId('signatory list', facts.slug), frozenAt: facts.closedAt },
  };
}

type Signatory = Pick<SignatureSeed, 'organisationId' | 'name' | 'capacity' | 'country' | 'region'>;

function signatoryOf(signatory: SignatoryFacts, known: Known): Signatory {
  if (typeof signatory !== 'string')
    return { organisationId: null, ...signatory, country: null, region: null };
  const { id, name, country } = named(known, signatory);
  return { organisationId: id, name, country, region: regionOfCountry(country) };
}

function eventOf(facts: EventFacts, known: Known) {
  const { slug } = facts.event;
  return {
    body: { id: sampleId('body', facts.body.code), ...facts.body },
    event: { id: sampleId('event', slug), ...facts.event },
    agendaItems: (facts.agendaItems ?? []).map((item) => ({ id: agendaItemId(slug, item.number), ...item })),
    deadlines: (facts.deadlines ?? []).map((deadline, index) => ({
      id: sampleId('deadline', `${slug} ${index}`),
      ...deadline,
    })),
    sideEvents: (facts.sideEvents ?? []).map(({ organisers, ...sideEvent }, index) => ({
      id: sampleId('side event', `${slug} ${index}`),
      organiserIds: organisers.map((organiser) => named(known, organiser).id),
      ...sideEvent,
    })),
  };
}

function deliveriesOf({ event, deliveries }: EventFacts, known: Known, signed: Signed): PlacedDelivery[] {
  return deliveries.map((delivery) => ({
    place: {
      eventId: sampleId('event', event.slug),
      agendaItemId: delivery.agendaItem === undefined ? null : agendaItemId(event.slug, delivery.agendaItem),
    },
    delivery: deliveryOf(delivery, known, signed),
  }));
}

function deliveryOf(facts: DeliveryFacts, known: Known, signed: Signed) {
  const { statement, agendaItem: _place, deliveredBy, onBehalfOf = [], ...manner } = facts;
  const signing = signed.get(statement);
  if (!signing?.list) throw new Error(`No statement "${statement}" was signed in this document`);
  return {
    ...manner,
    id: sampleId('delivery', statement),
    statementId: signing.statementId,
    listId: signing.list.id,
    listDigest: seedListDigest(signing),
    deliveredByIds: deliveredBy.map((organisation) => named(known, organisation).id),
    onBehalfOfIds: onBehalfOf.map((organisation) => named(known, organisation).id),
  };
}

function agendaItemId(event: string, number: string): string {
  return sampleId('agenda item', `${event} ${number}`);
}

function named(known: Known, slug: string): OrganisationSeed {
  const organisation = known.get(slug);
  if (!organisation) throw new Error(`There is no organisation "${slug}" in the sample`);
  return organisation;
}

function at<Entry>(entries: readonly Entry[], index: number): Entry {
  return entries[index] as Entry;
}
