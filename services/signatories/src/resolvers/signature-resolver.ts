import { Policy, signedIn } from '@coalition-hub/subgraph';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { SignStatementInput, signStatement } from '../commands/sign-statement.js';
import { WithdrawSignatureInput, withdrawSignature } from '../commands/withdraw-signature.js';
import type { Context } from '../context.js';
import { SignStatementResult, WithdrawSignatureResult } from '../types/results.js';
import { Signature } from '../types/signature.js';

@Resolver(() => Signature)
export class SignatureResolver {
  @Mutation(() => SignStatementResult, {
    description: 'Signs a statement publicly for an organisation. Needs its mandate to sign.',
  })
  @Policy(signedIn)
  signStatement(
    @Arg('input', () => SignStatementInput, { description: 'Who signs which text of what.' })
    input: SignStatementInput,
    @Ctx() context: Context,
  ) {
    return context.run(signStatement, input);
  }

  @Mutation(() => WithdrawSignatureResult, {
    description: 'Takes a signature back, at any time. Needs the organisation’s mandate to sign.',
  })
  @Policy(signedIn)
  withdrawSignature(
    @Arg('input', () => WithdrawSignatureInput, { description: 'Which one.' }) input: WithdrawSignatureInput,
    @Ctx() context: Context,
  ) {
    return context.run(withdrawSignature, input);
  }
}
