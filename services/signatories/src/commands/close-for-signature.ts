import { type Command, refuse } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { signingWindow } from '../loaders/signing-window.js';
import { type VisibleStatement, visibleStatement } from '../loaders/visible-statement.js';
import { canClose } from '../policies/can-close.js';
import { StatementNotOpen } from '../types/refusals.js';
import { SigningState } from '../types/signing.js';
import { freezeList, wasOpened } from './freeze-list.js';
import { takeWindow } from './window-lock.js';

@InputType({ description: 'A statement to close for signature.' })
export class CloseForSignatureInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The statement is closed for signature, and its list frozen.' })
export class CloseForSignatureSuccess {
  listId!: string;
}

/** Also after the deadline, when nobody can sign any more: a list is only there once it was frozen. */
export const closeForSignature: Command<
  Tables,
  CloseForSignatureInput,
  VisibleStatement,
  CloseForSignatureSuccess
> = {
  name: 'closeForSignature',
  subject: 'statement',
  success: CloseForSignatureSuccess,
  load: ({ sql, rights }, { statementId }) => visibleStatement(sql, rights, statementId),
  policy: canClose,
  async change(scope, { id: statementId }) {
    await takeWindow(scope.sql, statementId);
    const window = await signingWindow(scope.sql, statementId);
    if (!wasOpened(window) || !window.unfrozen || window.state === SigningState.WITHDRAWN)
      refuse(new StatementNotOpen(window.state));
    return Object.assign(new CloseForSignatureSuccess(), { listId: await freezeList(scope, window) });
  },
};
