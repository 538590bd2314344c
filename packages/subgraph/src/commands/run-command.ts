import type { Database, Unit } from '../database/database.js';
import { Fault, forbidden, unavailable } from '../errors/fault.js';
import {
  IdempotencyKeyReused,
  InvalidInput,
  NotFound,
  type Refusal,
  Refused,
  refuse,
} from '../errors/refusal.js';
import type { EventRecorder } from '../outbox/event-recorder.js';
import type { ProjectionRunner } from '../projections/projection-runner.js';
import { oldestRights } from '../rights/oldest-rights.js';
import { readRights } from '../rights/read-rights.js';
import type { Rights } from '../rights/rights.js';
import { rightsProjectionName } from '../rights/rights-projection.js';
import type { Random } from '../time/random.js';
import { actorCapacity } from './actor-capacity.js';
import { actedOn, recordAudit } from './audit.js';
import type { Command, CommandInput } from './command.js';
import { CommandScope } from './command-scope.js';
import { claimKey, type KeyUse, keepAnswer, keyUse } from './idempotency.js';
import type { InputDigester } from './input-digester.js';

export interface CommandEnvironment<Tables> {
  readonly database: Database<Tables>;
  readonly outbox: EventRecorder;
  readonly projections: ProjectionRunner;
  readonly random: Random;
  readonly digester: InputDigester;
}

export interface CommandCaller {
  /** Person id, or a name for what is no person; it owns idempotency keys and stands in the audit. */
  readonly personId: string;
  readonly requestId: string;
  /** Set only by the composition root, for whoever owns the machine; else rights are read from the projection. */
  readonly rights?: Rights;
}

/** How long a refusal may wait for projections to catch up with what was acknowledged before it, in ms. */
const patience = 2_000;

/** A command that took longer looks at the caller's rights again before it commits, in ms; see `oldestRights`. */
const longestUnasked = 1_000;

/**
 * Runs a command; a refusal is returned, not thrown. A "no" that may only come from a projection that lags behind is
 * thought over once it has caught up: who was just granted a mandate can sign.
 * @throws Fault FORBIDDEN where the policy says no and the command has no refusal for it
 */
export async function runCommand<Tables, Input extends CommandInput, Subject, Success extends object>(
  environment: CommandEnvironment<Tables>,
  command: Command<Tables, Input, Subject, Success>,
  input: Input,
  caller: CommandCaller,
): Promise<Success | Refusal> {
  const since = environment.projections.mark();
  const first = await attempt(environment, command, input, caller);
  if (!mayBePremature(first)) return answerOf(first);
  const { advanced } = await environment.projections.catchUp({ timeoutMs: patience, since });
  if (!advanced) return answerOf(first);
  return answerOf(await attempt(environment, command, input, caller));
}

type Outcome<Success> = { done: Success } | { refused: Refusal } | { denied: Fault };

function mayBePremature(outcome: Outcome<unknown>): boolean {
  if ('denied' in outcome) return true;
  return (
    'refused' in outcome &&
    !(outcome.refused instanceof InvalidInput || outcome.refused instanceof IdempotencyKeyReused)
  );
}

function answerOf<Success>(outcome: Outcome<Success>): Success | Refusal {
  if ('denied' in outcome) throw outcome.denied;
  return 'refused' in outcome ? outcome.refused : outcome.done;
}

/** Some of the rights are gone that a command was decided by; the caller may still have others that allow it. */
class RightsTakenAway extends Error {}

async function attempt<Tables, Input extends CommandInput, Subject, Success extends object>(
  environment: CommandEnvironment<Tables>,
  command: Command<Tables, Input, Subject, Success>,
  input: Input,
  caller: CommandCaller,
  triesLeft = 3,
): Promise<Outcome<Success>> {
  try {
    const done = await environment.database.transaction((unit) =>
      perform(environment, unit, command, input, caller),
    );
    environment.outbox.committed();
    return { done };
  } catch (error) {
    if (error instanceof RightsTakenAway) return attempt(environment, command, input, caller);
    if (wasDeadlocked(error) && triesLeft > 0)
      return attempt(environment, command, input, caller, triesLeft - 1);
    if (error instanceof Refused) return { refused: error.refusal };
    if (error instanceof Fault && error.extensions['code'] === 'FORBIDDEN') return { denied: error };
    throw error;
  }
}

/**
 * PostgreSQL ended one of several transactions that waited for each other; nothing of it is stored. Two who insert what
 * an exclusion constraint allows once meet like this, in whatever order they lock.
 */
function wasDeadlocked(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '40P01';
}

async function perform<Tables, Input extends CommandInput, Subject, Success extends object>(
  environment: CommandEnvironment<Tables>,
  unit: Unit<Tables>,
  command: Command<Tables, Input, Subject, Success>,
  input: Input,
  caller: CommandCaller,
): Promise<Success> {
  const use = keyUse(environment.digester, command.name, caller.personId, input);
  const earlier = use && (await claimKey(unit.sql, use));
  if (earlier) return Object.assign(Object.create(command.success.prototype) as Success, earlier);
  const askedAt = performance.now();
  const rights = caller.rights ?? (await readRights(unit.sql, caller.personId));
  const scope = new CommandScope(unit, rights, caller.requestId, environment.random);
  const subject = (await command.load(scope, input)) ?? refuse(new NotFound(command.subject));
  if (!command.policy(scope.rights, subject)) denyTo(command, subject);
  const success = await command.change(scope, subject, input);
  await scope.flush();
  await record(environment, scope, command.name, caller, use, success);
  if (performance.now() - askedAt > longestUnasked) await requireSameRights(environment, scope, caller);
  return success;
}

/**
 * Whoever waited for a lock may have lost rights meanwhile: what is taken away must not reach a commit seconds later.
 * Policies are not the only ones to decide by rights, loading does too; so the command begins anew where any is gone.
 * @throws RightsTakenAway
 * @throws Fault UNAVAILABLE when what is known of rights has become too old to decide by
 */
async function requireSameRights<Tables>(
  { projections }: CommandEnvironment<Tables>,
  scope: CommandScope<Tables>,
  caller: CommandCaller,
): Promise<void> {
  if (caller.rights !== undefined) return;
  if (projections.freshness(rightsProjectionName) >= oldestRights) throw unavailable();
  const rights = await readRights(scope.sql, caller.personId);
  if (!rights.includes(scope.rights)) throw new RightsTakenAway();
}

function denyTo<Tables, Input, Subject, Success extends object>(
  command: Command<Tables, Input, Subject, Success>,
  subject: Subject,
): never {
  if (command.denied) refuse(command.denied(subject));
  throw forbidden();
}

async function record<Tables>(
  environment: CommandEnvironment<Tables>,
  scope: CommandScope<Tables>,
  action: string,
  { personId, requestId }: CommandCaller,
  use: KeyUse | null,
  success: object,
): Promise<void> {
  const [event] = scope.events;
  if (event === undefined) throw new Error(`${action} recorded no event`);
  await environment.outbox.record(scope.sql, scope.events);
  const concerned = actedOn(scope.events, scope.facts);
  await recordAudit(scope.sql, {
    id: scope.newId('audit'),
    action,
    actor: personId,
    capacity: actorCapacity(scope.rights, concerned),
    subject: event.subject,
    requestId,
    organisationId: concerned.organisationId,
    events: scope.events.map(({ type }) => type),
    facts: scope.facts,
  });
  if (use) await keepAnswer(scope.sql, use, success);
}
