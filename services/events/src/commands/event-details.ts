import { cleanLine, InvalidInput, refuse } from '@coalition-hub/subgraph';
import { countries } from 'countries-list';
import { cleanTimezone } from '../deadlines/timezone.js';

/** What is said of an event, as it is kept; each refuses what it cannot be. */
export const cleanDetail = {
  title: (title: string): string => cleanLine(title, { field: 'title', max: 300 }),
  session: (session: string): string => cleanLine(session, { field: 'session', max: 40 }),
  place: (place: string): string => cleanLine(place, { field: 'place', max: 200 }),
  country: (country: string): string =>
    Object.hasOwn(countries, country)
      ? country
      : refuse(
          new InvalidInput(
            'country',
            '"country" must be a code of ISO 3166-1 alpha-2 in capitals, such as "CH".',
          ),
        ),
  timezone: cleanTimezone,
} as const;

/** For the constraint `event_days`. */
export const endsBeforeItStarts = () => new InvalidInput('endsOn', '"endsOn" must not be before "startsOn".');
