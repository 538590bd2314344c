import type { GraphClient } from '../whole-hub/graph-client.js';
import type { InProcessHub } from '../whole-hub/in-process-hub.js';
import { openStatement } from '../whole-hub/open-statement.js';
import { eventInputs } from './event-inputs.js';
import { Ground, type Inputs } from './ground.js';
import { organisationInputs } from './organisation-inputs.js';
import { closedStatement, signatoryInputs } from './signatory-inputs.js';
import { statementInputs } from './statement-inputs.js';

/** One input for each mutation, all of which the same person may send and none of which was sent yet. */
export interface GoodInputs {
  readonly person: GraphClient;
  readonly inputs: Inputs;
  /** Ids of things that there are, by the type's name. */
  readonly ids: Readonly<Record<string, string>>;
  /** A statement that is open. */
  readonly slug: string;
  readonly coalitionSlug: string;
}

export async function goodInputs(hub: InProcessHub): Promise<GoodInputs> {
  const ground = await Ground.of(hub);
  const { person, coordinated, member } = ground;
  const { coalitionId: coalition, coalitionSlug } = coordinated;
  const open = await openStatement(coordinated, { title: 'Open', slug: 'open' });
  const closed = await closedStatement(ground);
  const events = await eventInputs(ground, closed);
  const inputs = {
    ...(await organisationInputs(ground, open.statementId)),
    ...(await statementInputs(ground)),
    ...(await signatoryInputs(ground, open, closed)),
    ...events.inputs,
  };
  const ids = { organisation: member, coalition, statement: open.statementId, event: events.eventId };
  return { person, inputs: withKeys(inputs), ids, slug: open.slug, coalitionSlug };
}

/** Every mutation takes a key. */
function withKeys(inputs: Inputs): Inputs {
  const keyed = Object.entries(inputs).map(([mutation, input]) => [
    mutation,
    { idempotencyKey: `key-of-${mutation}`, ...input },
  ]);
  return Object.fromEntries(keyed);
}
