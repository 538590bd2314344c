import type { ClassType } from 'type-graphql';
import type { Refusal } from '../errors/refusal.js';
import type { Pace } from '../limits/paces.js';
import type { Rights } from '../rights/rights.js';
import type { CommandScope } from './command-scope.js';

/**
 * One change: one transaction that loads, asks the policy, changes, and records audit, answer and events together.
 * Any part may leave through `refuse(…)`; then nothing is stored.
 */
export interface Command<Tables, Input, Subject, Success extends object> {
  /** The mutation's name; also that of the audit entry. */
  readonly name: string;
  /** What is missing when `load` finds nothing, for the refusal: "statement". */
  readonly subject: string;
  readonly success: ClassType<Success>;
  /** Finds what the command is about; null for what does not exist and for what the viewer may not see. */
  load(scope: CommandScope<Tables>, input: Input): Promise<Subject | null>;
  /** Pure: may a person with these rights do this to this subject? */
  policy(rights: Rights, subject: Subject): boolean;
  /**
   * Projections whose silence would let the command through: they are waited for before it begins. A refusal that comes
   * too early is thought over anyway; a consent that comes too early is not.
   */
  readonly decidesBy?: readonly string[];
  /** Said instead of FORBIDDEN, where a user can meet the case and do something about it. */
  readonly denied?: (subject: Subject) => Refusal;
  /** How often one person may do it to one thing, where it is less often than `changesOfOnePerson`. */
  readonly pace?: CommandPace<Input>;
  /** Records at least one event; the first one's subject is what the audit entry names. */
  change(scope: CommandScope<Tables>, subject: Subject, input: Input): Promise<Success>;
}

/** What is done too often tires whoever follows, or receives mail. */
export interface CommandPace<Input> {
  readonly allowed: Pace;
  /** The thing, by what names it in the input. */
  about(input: Input): string;
}

/** What every input may carry. */
export interface CommandInput {
  readonly idempotencyKey?: string | null;
}
