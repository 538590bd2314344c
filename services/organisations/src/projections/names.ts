import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { SimilarOne } from '../matching/match-organisations.js';
import { vocabularyOf } from '../matching/search-keys.js';
import { namesOf, similarOrganisations } from '../matching/similar-organisations.js';

/** Less similar organisations are shown to whoever asks for them, but proposed to nobody. */
const leastSimilarity = 0.75;

const mostPerOrganisation = 5;

/** Organisations compared at a time. */
const batch = 100;

/**
 * Keeps the vocabulary of names, and which organisations may be one. Done behind the writes, one after the other: two that are registered at the
 * same moment see each other here, and entering many at once does not wait for it.
 */
export const namesProjection: Projection = {
  name: 'names',
  streams: ['organisations'],
  async applyBatch(tx: Kysely<Tables>, events: readonly BusEvent[]) {
    const told = events as readonly OrganisationsEvent[];
    await countWords(tx, distinct(told.flatMap(registeredIn)), distinct(told.flatMap(namedIn)));
    const ids = distinct(told.flatMap(namedIn));
    for (let from = 0; from < ids.length; from += batch) await propose(tx, ids.slice(from, from + batch));
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('duplicate_proposal').execute();
    await tx.deleteFrom('name_word').execute();
  },
};

/** The organisations whose names an event may have changed. */
function namedIn(event: OrganisationsEvent): string[] {
  switch (event.type) {
    case 'ORGANISATION_REGISTERED':
    case 'ORGANISATION_UPDATED':
      return [event.data.organisationId];
    case 'ORGANISATION_MERGED':
      return [event.data.organisationId, event.data.mergedId];
    default:
      return [];
  }
}

function registeredIn(event: OrganisationsEvent): string[] {
  return event.type === 'ORGANISATION_REGISTERED' ? [event.data.organisationId] : [];
}

const distinct = (ids: readonly string[]) => [...new Set(ids)];

/** New organisations count; of changed ones only words that nobody had are added. */
async function countWords(
  tx: Kysely<Tables>,
  registered: readonly string[],
  named: readonly string[],
): Promise<void> {
  const counted = new Set(registered);
  const uses = new Map<string, number>();
  for (const { name, organisationId } of await namesOf(tx, named)) {
    const use = counted.has(organisationId) ? 1 : 0;
    for (const word of vocabularyOf(name)) uses.set(word, (uses.get(word) ?? 0) + use);
  }
  const rows = [...uses].map(([word, count]) => ({ word, uses: count }));
  await sql`
    insert into name_word (word, uses)
    select word, uses from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (word text, uses integer)
     order by word
        on conflict (word) do update set uses = name_word.uses + excluded.uses where excluded.uses > 0`.execute(
    tx,
  );
}

async function propose(tx: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  await sql`
    delete from duplicate_proposal where one = any(${ids}::uuid[]) or other = any(${ids}::uuid[])`.execute(
    tx,
  );
  const rows = [...(await similarOrganisations(tx, ids))].flatMap(([id, similar]) => rowsOf(id, similar));
  await sql`
    insert into duplicate_proposal (one, other, reason, distance)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as entry (one uuid, other uuid, reason text, distance integer)
        on conflict do nothing`.execute(tx);
}

function rowsOf(id: string, similar: readonly SimilarOne[]) {
  return similar
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .slice(0, mostPerOrganisation)
    .map(({ organisationId, reason, similarity }) => ({
      one: id < organisationId ? id : organisationId,
      other: id < organisationId ? organisationId : id,
      reason,
      distance: Math.round((1 - similarity) * 1_000),
    }));
}
