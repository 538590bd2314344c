import { graphql } from '../graphql.js';
import { operation } from './operation.js';

/** What happens to a statement, with what an update is about. */
export const StatementUpdated = operation(
  graphql(`subscription StatementUpdated($slug: String!, $after: String) {
    statementUpdated(slug: $slug, after: $after) {
      cursor kind occurredAt
      statement { id slug title status }
      revision { number digest title }
      signature { id nameAsSigned countryAsSigned signedOn status organisation { id slug name country } }
      amendment { id state }
    }
  }`),
);

/** Where the updates of a statement stand now. */
export const StatementCursor = operation(
  graphql('query StatementCursor($slug: String!) { subject: statement(slug: $slug) { updateCursor } }'),
);

/** What happens to a coalition, with what an update is about. */
export const CoalitionUpdated = operation(
  graphql(`subscription CoalitionUpdated($slug: String!, $after: String) {
    coalitionUpdated(slug: $slug, after: $after) {
      cursor kind occurredAt
      coalition { id slug name }
      organisation { id slug name country }
      membership { id role joinedOn endedOn }
      roleTerm { id role since until }
      workingGroup { id name since until }
    }
  }`),
);

/** Where the updates of a coalition stand now. */
export const CoalitionCursor = operation(
  graphql('query CoalitionCursor($slug: String!) { subject: coalition(slug: $slug) { updateCursor } }'),
);

/** What happens at, or to, an event, with what an update is about. */
export const EventUpdated = operation(
  graphql(`subscription EventUpdated($slug: String!, $after: String) {
    eventUpdated(slug: $slug, after: $after) {
      cursor kind occurredAt
      event { id slug title startsOn endsOn }
      agendaItem { id number title }
      deadline { id kind label instant timezone }
      delivery { id deliveredOn mode statement { slug title } }
      sideEvent { id title startsAt place }
    }
  }`),
);

/** Where the updates of an event stand now. */
export const EventCursor = operation(
  graphql('query EventCursor($slug: String!) { subject: event(slug: $slug) { updateCursor } }'),
);
