import type { DeadlineSeed, EventSeed, MadeDelivery, SideEventSeed } from '@coalition-hub/events';
import type {
  CoalitionSeed,
  OrganisationSeed,
  RoleTermSeed,
  WorkingGroupMemberSeed,
  WorkingGroupSeed,
} from '@coalition-hub/organisations';
import type { AddresseeKind, StatementSeed } from '@coalition-hub/statements';

/** What is known of a founding document. One thing names another by its slug; ids are made from slugs. */
export interface DocumentFacts {
  /** Each service enters it once under this name: another name would enter it again. */
  readonly name: string;
  readonly organisations: readonly OrganisationFacts[];
  readonly coalitions: readonly CoalitionFacts[];
  readonly statements: readonly StatementFacts[];
  readonly events: readonly EventFacts[];
}

export type OrganisationFacts = Omit<OrganisationSeed, 'id'>;

export interface CoalitionFacts extends Omit<CoalitionSeed, 'id'> {
  readonly members: readonly MemberFacts[];
  readonly roleTerms?: readonly RoleTermFacts[];
  readonly workingGroups?: readonly WorkingGroupFacts[];
}

/** `organisation` is a slug here and below; days are `YYYY-MM-DD`. */
export interface MemberFacts {
  readonly organisation: string;
  readonly role: string;
  readonly joinedOn: string;
}

export interface RoleTermFacts extends Pick<RoleTermSeed, 'role' | 'since' | 'until'> {
  readonly organisation: string;
}

export interface WorkingGroupFacts extends Pick<WorkingGroupSeed, 'name' | 'purpose' | 'since' | 'until'> {
  readonly members: readonly WorkingGroupMemberFacts[];
}

export interface WorkingGroupMemberFacts extends Pick<WorkingGroupMemberSeed, 'role' | 'since' | 'until'> {
  readonly organisation: string;
}

type TextFacts = Pick<StatementSeed, 'slug' | 'kind' | 'language' | 'title' | 'text' | 'publishedAt'>;

/** Closed long ago, with everybody reported by whoever wrote it down. Times are ISO 8601 with milliseconds, in UTC. */
export interface StatementFacts extends TextFacts {
  readonly coalition: string;
  readonly coAuthors: readonly string[];
  readonly addressees?: readonly AddresseeFacts[];
  readonly footnotes?: readonly FootnoteFacts[];
  readonly openedAt: string;
  readonly closedAt: string;
  /** When the signatories signed, all of them. */
  readonly signedAt: string;
  readonly signatories: readonly SignatoryFacts[];
}

/** Demands are numbered in this order. */
export interface AddresseeFacts {
  readonly name: string;
  readonly kind: AddresseeKind;
  readonly demands: readonly string[];
}

export interface FootnoteFacts {
  readonly term: string;
  readonly text: string;
}

/** The slug of an organisation, or a person in a capacity. */
export type SignatoryFacts = string | { readonly name: string; readonly capacity: string };

export interface EventFacts {
  readonly body: Omit<EventSeed['body'], 'id'>;
  readonly event: Omit<EventSeed['event'], 'id'>;
  readonly agendaItems?: readonly { readonly number: string; readonly title: string }[];
  readonly deadlines?: readonly Omit<DeadlineSeed, 'id'>[];
  readonly sideEvents?: readonly SideEventFacts[];
  readonly deliveries: readonly DeliveryFacts[];
}

export interface SideEventFacts extends Pick<SideEventSeed, 'title' | 'startsAt' | 'place'> {
  readonly organisers: readonly string[];
}

export interface DeliveryFacts
  extends Pick<MadeDelivery, 'deliveredOn' | 'mode' | 'reference' | 'addressees'> {
  readonly statement: string;
  /** Its number on the event's agenda. */
  readonly agendaItem?: string;
  readonly deliveredBy: readonly string[];
  readonly onBehalfOf?: readonly string[];
}
