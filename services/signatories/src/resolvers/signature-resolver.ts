import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { ReportPersonSignatureInput, reportPersonSignature } from '../commands/report-person-signature.js';
import { SignStatementInput, signStatement } from '../commands/sign-statement.js';
import { WithdrawSignatureInput, withdrawSignature } from '../commands/withdraw-signature.js';
import type { Context } from '../context.js';
import {
  ReportPersonSignatureResult,
  SignStatementResult,
  WithdrawSignatureResult,
} from '../types/results.js';
import { Signature } from '../types/signature.js';

@Resolver(() => Signature)
export class SignatureResolver {
  @Mutation(() => SignStatementResult, {
    description:
      'Signs a statement publicly for an organisation, or confirms what was reported of it. Needs its mandate to sign.',
  })
  @Policy(mayChange)
  signStatement(
    @Arg('input', () => SignStatementInput, { description: 'Who signs which text of what.' })
    input: SignStatementInput,
    @Ctx() context: Context,
  ) {
    return context.run(signStatement, input);
  }

  @Mutation(() => ReportPersonSignatureResult, {
    description:
      'Enters that a person signed in a capacity; lists show it as reported. Coordinators of the statement’s coalition only.',
  })
  @Policy(mayChange)
  reportPersonSignature(
    @Arg('input', () => ReportPersonSignatureInput, { description: 'Who signed which text of what.' })
    input: ReportPersonSignatureInput,
    @Ctx() context: Context,
  ) {
    return context.run(reportPersonSignature, input);
  }

  @Mutation(() => WithdrawSignatureResult, {
    description:
      'Takes a signature back, at any time. Needs the organisation’s mandate to sign; coordinators may take back what is only reported.',
  })
  @Policy(mayChange)
  withdrawSignature(
    @Arg('input', () => WithdrawSignatureInput, { description: 'Which one.' }) input: WithdrawSignatureInput,
    @Ctx() context: Context,
  ) {
    return context.run(withdrawSignature, input);
  }
}
