import { graphql } from '../graphql.js';
import { operation } from './operation.js';

/** One event: its agenda, its deadlines, what is held beside it. */
export const ReadEvent = operation(
  graphql(`query ReadEvent($slug: String!) {
    event(slug: $slug) {
      id slug title session place country timezone startsOn endsOn updateCursor
      body { code name }
      agendaItems { id number title }
      deadlines { id kind label localTime timezone instant passed }
      sideEvents { id title startsAt place }
    }
  }`),
);

/** Creates an event. */
export const CreateEvent = operation(
  graphql(`mutation CreateEvent($input: CreateEventInput!) {
    createEvent(input: $input) {
      __typename
      ... on CreateEventSuccess { event { id slug title startsOn endsOn } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Puts an item on the agenda of an event. */
export const AddAgendaItem = operation(
  graphql(`mutation AddAgendaItem($input: AddAgendaItemInput!) {
    addAgendaItem(input: $input) {
      __typename
      ... on AddAgendaItemSuccess { agendaItem { id number title } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);

/** Records where, when and in whose name a statement was made, with which list. */
export const RecordDelivery = operation(
  graphql(`mutation RecordDelivery($input: RecordDeliveryInput!) {
    recordDelivery(input: $input) {
      __typename
      ... on RecordDeliverySuccess { delivery { id deliveredOn mode listDigest event { slug } statement { id slug status } } }
      ... on Refusal { code message }
      ... on InvalidInput { field }
    }
  }`),
);
